import { searchPartPath, type Language } from '../../paths.ts';

/**
 * Gives the region of results for an address of the page as markup. `early` is called with results that more will follow,
 * when only a part of the register could be searched so far.
 */
export type AskResults = (question: ResultsQuestion) => Promise<string>;

export interface ResultsQuestion {
  address: string;
  /** Enter, a filter or a link; not merely typed on the way. */
  isMeant: boolean;
  signal: AbortSignal;
  early: (html: string) => void;
  /** Also what the browser would spare itself to load. */
  all?: boolean;
}

export function askServerForResults(language: Language): AskResults {
  return async ({ address, isMeant, signal }) => {
    const { search } = new URL(address, location.origin);
    const answer = await fetch(searchPartPath(language) + search, { signal, headers: { accept: 'text/html', ...(isMeant && { 'x-search-meant': '1' }) } });
    if (!answer.ok) throw new Error(`results answered ${answer.status}`);
    return answer.text();
  };
}

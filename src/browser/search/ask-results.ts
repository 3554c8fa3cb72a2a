import { searchLettersPath, searchPartPath, type Language } from '../../paths.ts';
import { painted } from './after-paint.ts';
import { firstLetters } from './first-letters.ts';
import { loadFirstLetters } from './load-first-letters.ts';

/** Whoever searches: the server, or the worker of a static export. */
export interface ResultsSource {
  /**
   * Gives the region of results for an address of the page as markup. `early` is called with results that more will follow:
   * the first of them, when that is painted first, and what was found so far, when only a part of the register could be searched.
   */
  ask(question: ResultsQuestion): Promise<string>;
  /** Makes ready what a first key would wait for, and gives the first of some results, else of those at `address`, as an example. */
  prepare(address: string): Promise<string>;
}

export interface ResultsQuestion {
  address: string;
  /** Enter, a filter or a link; not merely typed on the way. */
  isMeant: boolean;
  /** A small screen paints the first of the results before it reads the rest. */
  firstFirst: boolean;
  signal: AbortSignal;
  early: (html: string) => void;
  /** Also what the browser would spare itself to load. */
  all?: boolean;
}

export function askServerForResults(language: Language): ResultsSource {
  const pathOf = (address: string): string => searchPartPath(language) + queryOf(address);
  const first = (address: string, signal?: AbortSignal): Promise<string> => read(pathOf(address), signal, { 'x-search-first': '1' });
  const letters = firstLetters<string>();
  return {
    async ask({ address, isMeant, firstFirst, signal, early }) {
      if (firstFirst) {
        early(letters.of(queryOf(address)) ?? (await first(address, signal)));
        await painted();
      }
      return read(pathOf(address), signal, isMeant ? { 'x-search-meant': '1' } : {});
    },
    prepare: async (address) => (await loadFirstLetters(letters, searchLettersPath(language))) ?? first(address),
  };
}

/** With its question mark. */
export function queryOf(address: string): string {
  return new URL(address, location.origin).search;
}

async function read(path: string, signal: AbortSignal | undefined, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(path, { signal: signal ?? null, headers: { accept: 'text/html', ...headers } });
  if (!answer.ok) throw new Error(`results answered ${answer.status}`);
  return answer.text();
}

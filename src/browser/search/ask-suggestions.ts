import { suggestionsApiPath, type Language } from '../../paths.ts';
import type { Suggestions } from '../../results/suggestions.ts';

/** Where suggestions come from: the server, or a worker beside the page on a plain file host. */
export type AskSuggestions = (question: SuggestionsQuestion) => Promise<Suggestions>;

export interface SuggestionsQuestion {
  text: string;
  most: number;
  signal: AbortSignal;
  /** Nobody typed it. */
  isExample?: boolean;
}

export function askServer(language: Language): AskSuggestions {
  return async ({ text, most, signal }) => {
    const query = new URLSearchParams({ q: text, lang: language, limit: String(most) });
    const answer = await fetch(`${suggestionsApiPath}?${query}`, { signal, headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(`suggestions answered ${answer.status}`);
    return (await answer.json()) as Suggestions;
  };
}

import { comboboxWord } from '../../i18n/combobox-words.ts';
import { firstLettersApiPath, suggestionsApiPath, type Language } from '../../paths.ts';
import type { Suggestions } from '../../results/suggestions.ts';
import { firstLetters } from './first-letters.ts';
import { loadFirstLetters } from './load-first-letters.ts';

/** Where suggestions come from: the server, or a worker beside the page on a plain file host. */
export interface SuggestionsSource {
  ask(question: SuggestionsQuestion): Promise<Suggestions>;
  /** Makes ready what a first key would wait for, and gives an example of what will come; `most` as for a question. */
  prepare(most: number): Promise<Suggestions>;
}

export interface SuggestionsQuestion {
  text: string;
  most: number;
  signal?: AbortSignal;
}

export function askServer(language: Language): SuggestionsSource {
  const letters = firstLetters<Suggestions>();
  const ask = async ({ text, most, signal }: SuggestionsQuestion): Promise<Suggestions> => {
    const known = letters.of(text);
    if (known !== undefined) return known;
    const answer = await fetch(address(suggestionsApiPath, { q: text, lang: language, limit: String(most) }), { signal: signal ?? null, headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(`suggestions answered ${answer.status}`);
    return (await answer.json()) as Suggestions;
  };
  return {
    ask,
    prepare: async (most) => (await loadFirstLetters(letters, address(firstLettersApiPath, { lang: language, limit: String(most) }))) ?? ask({ text: comboboxWord('example', language), most }),
  };
}

function address(path: string, query: Record<string, string>): string {
  return `${path}?${new URLSearchParams(query)}`;
}

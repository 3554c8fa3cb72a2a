import type { IsoDate } from '../domain/calendar-day.ts';
import type { Language } from '../paths.ts';
import type { SearchTerm } from '../search/search-document.ts';
import { termOn } from '../search/term-on.ts';
import { makeSuggestions, type SuggestedCard, type SuggestionParts } from './make-suggestions.ts';
import { textsOf } from './results-texts.ts';
import type { Suggestions } from './suggestions.ts';

/**
 * `/data/first-letters/vi.json` of an export for a plain host: what every first letter finds in the whole register. How the
 * stars stand is worked out on the day of viewing.
 */
export interface ShippedLetters {
  letters: Readonly<Record<string, ShippedLetter>>;
  /** What suggestions say. */
  texts: Readonly<Record<string, string>>;
}

/** As many products as the longest list shows, and of each kind of name as many as any list does. */
export type ShippedLetter = Pick<SuggestionParts, 'words' | 'total' | 'names'> & { products: readonly ShippedProduct[] };

/** `terms`: those that can count from the day of the export on, oldest first. */
export type ShippedProduct = Omit<SuggestedCard, 'term'> & { terms: readonly SearchTerm[] };

/** The suggestions for each letter, the likeliest first. */
export function suggestionsOfLetters({ letters, texts }: ShippedLetters, { language, most, today }: { language: Language; most: number; today: IsoDate }): [letter: string, said: Suggestions][] {
  const t = textsOf(texts);
  return Object.entries(letters).map(([text, { products, ...found }]) => {
    const cards = products.slice(0, most).map(({ terms, ...card }) => ({ ...card, term: termOn(terms, today) }));
    return [text, makeSuggestions({ ...found, language, t, asOf: today, text, most, products: cards })];
  });
}

import type { IsoDate } from '../domain/calendar-day.ts';
import type { SearchTerm } from './search-document.ts';

/** The term that counts on a day: the latest that existed by then. Undefined when nothing had been granted yet. */
export function termOn(terms: readonly SearchTerm[], day: IsoDate): SearchTerm | undefined {
  return terms.findLast(({ from }) => from === undefined || from <= day);
}

/** The terms that can count on that day or a later one. */
export function termsFrom(terms: readonly SearchTerm[], day: IsoDate): readonly SearchTerm[] {
  const now = termOn(terms, day);
  return terms.slice(now === undefined ? 0 : terms.indexOf(now));
}

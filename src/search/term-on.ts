import type { IsoDate } from '../domain/calendar-day.ts';
import type { SearchTerm } from './search-document.ts';

/** The term that counts on a day: the latest that existed by then. Undefined when nothing had been granted yet. */
export function termOn(terms: readonly SearchTerm[], day: IsoDate): SearchTerm | undefined {
  return terms.findLast(({ from }) => from === undefined || from <= day);
}

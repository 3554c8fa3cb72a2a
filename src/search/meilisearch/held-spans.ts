import { toDayNumber } from '../../domain/calendar-day.ts';
import type { SearchTerm } from '../search-document.ts';

/** Days, both included, on which a product holds a star; numbers of days since 1970. */
export interface HeldSpan {
  from: number;
  until: number;
}

/** A term without a first day always existed. */
const ALWAYS = -99_999_999;
const FOREVER = 99_999_999;

/**
 * When a product holds a star, oldest first, without overlaps: exactly the days on which the certificate that counts
 * (`certificateOn`) is valid or expiring (`statusOn`).
 */
export function heldSpans(terms: readonly SearchTerm[]): HeldSpan[] {
  const spans = terms
    .map((term, place) => ({ from: Math.max(dayOf(term.from, ALWAYS), dayOf(term.grantedOn, ALWAYS)), until: Math.min(lastDay(term), ...terms.slice(place + 1).map((later) => dayOf(later.from, ALWAYS) - 1)) }))
    .filter(({ from, until }) => from <= until)
    .sort((a, b) => a.from - b.from);
  return joined(spans);
}

function lastDay(term: SearchTerm): number {
  if (term.validUntil === undefined) return ALWAYS - 1;
  const ends = [term.revokedOn, term.replacedOn, term.lapsedBy].map((day) => dayOf(day, FOREVER) - 1);
  return Math.min(toDayNumber(term.validUntil), ...ends);
}

function joined(spans: readonly HeldSpan[]): HeldSpan[] {
  const whole: HeldSpan[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last !== undefined && last.until + 1 >= span.from) last.until = Math.max(last.until, span.until);
    else whole.push({ ...span });
  }
  return whole;
}

function dayOf(day: string | undefined, otherwise: number): number {
  return day === undefined ? otherwise : toDayNumber(day);
}

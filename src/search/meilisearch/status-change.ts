import { addDays, type IsoDate } from '../../domain/calendar-day.ts';
import { EXPIRING_DAYS } from '../../domain/certificate-status.ts';
import { standingOf } from '../embedded/columns.ts';
import type { SearchDocument, SearchTerm } from '../search-document.ts';

/** The first day after `asOf` on which any document has another status or star than then; undefined when that never comes. */
export function nextStatusChange(documents: readonly Pick<SearchDocument, 'terms'>[], asOf: IsoDate): IsoDate | undefined {
  let next: IsoDate | undefined;
  for (const { terms } of documents) {
    for (const day of terms.flatMap(edgesOf)) {
      if (day > asOf && (next === undefined || day < next) && stateOn(terms, day) !== stateOn(terms, asOf)) next = day;
    }
  }
  return next;
}

function stateOn(terms: readonly SearchTerm[], day: IsoDate): string {
  const { status, term } = standingOf(terms, day);
  return `${status} ${terms.indexOf(term as SearchTerm)}`;
}

/** Every day on which the status can differ from that of the day before. */
function edgesOf(term: SearchTerm): IsoDate[] {
  const { validUntil, heldAtMostUntil } = term;
  return [
    term.from,
    term.grantedOn,
    validUntil && addDays(validUntil, -EXPIRING_DAYS),
    validUntil && addDays(validUntil, 1),
    heldAtMostUntil && addDays(heldAtMostUntil, 1),
    term.lapsedBy,
    term.revokedOn,
    term.replacedOn,
  ].filter((day) => day !== undefined);
}

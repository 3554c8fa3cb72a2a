import { addDays, type IsoDate } from '../../domain/calendar-day.ts';
import { EXPIRING_DAYS, statusOn, type Status } from '../../domain/certificate-status.ts';
import type { SearchDocument, SearchTerm } from '../search-document.ts';

type WithTerms = Pick<SearchDocument, 'terms'>;

/** Of the certificate that counts on the day; `unconfirmed` where none exists yet. */
export function statusOfDocument({ terms }: WithTerms, day: IsoDate): Status {
  const term = terms.findLast(({ from }) => (from ?? '') <= day);
  return term === undefined ? 'unconfirmed' : statusOn(term, day).status;
}

/** The first day after `asOf` on which any document has another status than then; undefined when that never comes. */
export function nextStatusChange(documents: readonly WithTerms[], asOf: IsoDate): IsoDate | undefined {
  let next: IsoDate | undefined;
  for (const document of documents) {
    for (const day of document.terms.flatMap(edgesOf)) {
      if (day > asOf && (next === undefined || day < next) && statusOfDocument(document, day) !== statusOfDocument(document, asOf)) next = day;
    }
  }
  return next;
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

import type { IsoDate } from '../../domain/calendar-day.ts';
import type { SearchDocument } from '../search-document.ts';

/** What an index is to hold: these products, with their statuses on that day. */
export interface IndexSource {
  documents: readonly SearchDocument[];
  asOf: IsoDate;
}

import type { IsoDate } from '../../domain/calendar-day.ts';
import type { GeoPoint } from '../../domain/place.ts';
import type { ProducerKind } from '../../domain/producer.ts';
import type { SearchTerm } from '../search-document.ts';

/**
 * Documents as the static export ships them: one list per field, what many share once in a table, products holding small
 * numbers into it. Digests stay at home, and what follows from the terms is worked out again.
 */
export interface EncodedDocuments {
  version: 1;
  /** The day for which the documents were made. */
  asOf: IsoDate;
  /** One a line; no name holds a line break. */
  names: string;
  /** One a line: empty where the id is the name's slug, `-2` for what follows the slug, else the whole id. */
  ids: string;
  /** One a line, words of the name as references to them. See name-references.ts. */
  namesEn: string;
  producer: readonly number[];
  producers: { names: string; ids: string; kinds: readonly ProducerKind[]; formerNames: Readonly<Record<number, readonly string[]>> };
  group: readonly number[];
  groups: readonly string[];
  aliases: SharedLists;
  contents: SharedLists;
  place: readonly number[];
  places: readonly EncodedPlace[];
  /** Names of places, provinces, communes and districts that `places` points into. */
  placeTexts: string;
  term: readonly number[];
  terms: readonly (readonly SearchTerm[])[];
  /** By product: 1 alcohol + 2 buyable + 4 sample, as one digit each. */
  flags: string;
  /** Of products that have one, whole đồng. */
  prices: Readonly<Record<number, number>>;
}

/** Lists of texts that products share: by product the number of its list; each list as numbers into the texts. */
export interface SharedLists {
  list: readonly number[];
  lists: readonly (readonly number[])[];
  texts: string;
}

export type EncodedPlace = readonly [places: readonly number[], provinces: readonly number[], communes: readonly number[], districts: readonly number[], point?: readonly [GeoPoint['lat'], GeoPoint['lng']]];

import type { IsoDate } from '../../domain/calendar-day.ts';
import type { ProducerKind } from '../../domain/producer.ts';
import type { SearchTerm } from '../search-document.ts';
import type { DocumentPlace } from './shipped-places.ts';

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
  /** One a line, words of the name as references to them (name-references.ts), empty where it is as before (as-before.ts). */
  namesEn: string;
  producer: readonly number[];
  producers: { names: string; ids: string; kinds: readonly ProducerKind[]; formerNames: Readonly<Record<number, readonly string[]>> };
  /** -1 unknown, -2 as before. */
  group: readonly number[];
  groups: readonly string[];
  aliases: SharedLists;
  contents: SharedLists;
  /** How many texts the places have that it was encoded with; 0 for none. */
  knownTexts: number;
  place: readonly number[];
  places: readonly EncodedPlace[];
  /** Texts that the place index has not: numbers of `places` beyond its own go on here. One a line. */
  placeTexts: string;
  term: readonly number[];
  terms: readonly (readonly SearchTerm[])[];
  /** By product: 1 alcohol + 2 buyable + 4 sample, as one digit each. */
  flags: string;
  /** Of products that have one, whole đồng. */
  prices: Readonly<Record<number, number>>;
}

/** Lists of texts that products share: by product the number of its list, -2 as before; each list as numbers into the texts. */
export interface SharedLists {
  list: readonly number[];
  lists: readonly (readonly number[])[];
  texts: string;
}

/**
 * Numbers of communes, of names that follow from none of them, of former units, and of provinces where no commune is known; or
 * the whole where that would not give it back.
 */
export type EncodedPlace = readonly [communes: readonly number[], names: readonly number[], units: readonly number[], provinces?: readonly number[]] | DocumentPlace;

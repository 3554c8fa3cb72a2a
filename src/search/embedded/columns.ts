import { statusOn, type Status } from '../../domain/certificate-status.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { ProducerKind } from '../../domain/producer.ts';
import type { SearchDocument, SearchTerm } from '../search-document.ts';
import { termOn } from '../term-on.ts';

/** What narrows, counts and sorts, by product number: the place of its document in the list. */
export interface Columns {
  documents: readonly SearchDocument[];
  /** By product, into `placeSets`. */
  placeSet: Int32Array;
  placeSets: readonly Pick<SearchDocument, 'provinces' | 'communes' | 'districts' | 'point'>[];
  /** The values of a field of places, and which of them each set has. */
  valuesOf(field: 'provinces' | 'communes'): SetValues;
  /** By product, into `termSets`. */
  termSet: Int32Array;
  /** By product, into `groups`; -1 while unknown. */
  group: Int16Array;
  groups: readonly string[];
  /** By product, into `PRODUCER_KINDS`. */
  kind: Uint8Array;
  alcohol: Uint8Array;
  buyable: Uint8Array;
  /** How each set of terms stands on a day. */
  standingOn(day: IsoDate): readonly Standing[];
  nameLength: Uint16Array;
  /** By product: its place when all are sorted by name. */
  nameOrder(): Int32Array;
}

export interface SetValues {
  /** In their order as text. */
  values: readonly string[];
  /** By set: places in `values`. */
  ofSet: readonly (readonly number[])[];
}

export interface Standing {
  status: Status;
  term: SearchTerm | undefined;
}

export function buildColumns(documents: readonly SearchDocument[]): Columns {
  const places = numbered(documents, (document) => document.places, (document) => `${document.provinces.join()} ${document.communes.join()} ${document.districts.join()}`);
  const terms = numbered(documents, (document) => document.terms, (document) => JSON.stringify(document.terms));
  const groups = [...new Set(documents.flatMap(({ group }) => group ?? []))];
  const standings = new Map<IsoDate, readonly Standing[]>();
  const values: Partial<Record<'provinces' | 'communes', SetValues>> = {};
  let order: Int32Array | undefined;
  return {
    documents,
    placeSet: places.numbers,
    placeSets: places.first,
    valuesOf: (field) => (values[field] ??= setValues(places.first.map((set) => set[field]))),
    termSet: terms.numbers,
    group: Int16Array.from(documents, ({ group }) => (group === undefined ? -1 : groups.indexOf(group))),
    groups,
    kind: Uint8Array.from(documents, ({ producer }) => PRODUCER_KINDS.indexOf(producer?.kind ?? 'unknown')),
    alcohol: Uint8Array.from(documents, ({ alcohol }) => Number(alcohol)),
    buyable: Uint8Array.from(documents, ({ buyable }) => Number(buyable)),
    standingOn: (day) => {
      const kept = standings.get(day);
      if (kept !== undefined) return kept;
      const made = terms.first.map((document) => standingOf(document.terms, day));
      if (standings.size >= MOST_DAYS) standings.clear();
      standings.set(day, made);
      return made;
    },
    nameLength: Uint16Array.from(documents, ({ name }) => name.length),
    nameOrder: () => (order ??= orderByName(documents)),
  };
}

/** Days whose standings are kept; more are asked for only by somebody who tries them all. */
const MOST_DAYS = 64;

export function standingOf(terms: readonly SearchTerm[], day: IsoDate): Standing {
  const term = termOn(terms, day);
  return { term, status: term === undefined ? 'unconfirmed' : statusOn(term, day).status };
}

/** A product whose producer no source names counts as unknown. */
export const PRODUCER_KINDS: readonly ProducerKind[] = ['cooperative', 'cooperative-group', 'company', 'business-household', 'establishment', 'unknown'];

function setValues(sets: readonly (readonly string[])[]): SetValues {
  const values = [...new Set(sets.flat())].sort();
  const numbers = new Map(values.map((value, number) => [value, number]));
  return { values, ofSet: sets.map((set) => set.map((value) => numbers.get(value) as number)) };
}

/** Numbers documents by a value that many share: the very same object, else the same key. */
function numbered(documents: readonly SearchDocument[], source: (document: SearchDocument) => object, keyOf: (document: SearchDocument) => string): { numbers: Int32Array; first: SearchDocument[] } {
  const bySource = new Map<object, number>();
  const byKey = new Map<string, number>();
  const first: SearchDocument[] = [];
  const numbers = Int32Array.from(documents, (document) => {
    const seen = bySource.get(source(document));
    if (seen !== undefined) return seen;
    const key = keptKey(source(document), () => keyOf(document));
    const number = byKey.get(key) ?? first.push(document) - 1;
    byKey.set(key, number);
    bySource.set(source(document), number);
    return number;
  });
  return { numbers, first };
}

/** A document that stays from one publish to the next keeps its keys. */
const KEYS = new WeakMap<object, string>();

function keptKey(source: object, make: () => string): string {
  const kept = KEYS.get(source);
  if (kept !== undefined) return kept;
  const key = make();
  KEYS.set(source, key);
  return key;
}

function orderByName(documents: readonly SearchDocument[]): Int32Array {
  const { compare } = new Intl.Collator('vi');
  const sorted = documents.map(({ name }, product) => ({ name, product })).sort((a, b) => compare(a.name, b.name) || a.product - b.product);
  const order = new Int32Array(documents.length);
  sorted.forEach(({ product }, place) => (order[product] = place));
  return order;
}

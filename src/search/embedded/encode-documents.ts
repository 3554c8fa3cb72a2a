import type { IsoDate } from '../../domain/calendar-day.ts';
import { slugify } from '../../domain/fold.ts';
import type { SearchDocument } from '../search-document.ts';
import type { EncodedDocuments, EncodedPlace, SharedLists } from './encoded-documents.ts';
import { withoutName } from './name-references.ts';

/** A JSON text for {@link decodeDocuments}; documents keep their order. `asOf`: the day they were made for. */
export function encodeDocuments(documents: readonly SearchDocument[], asOf: IsoDate): string {
  const producers = table(documents.flatMap(({ producer }) => producer ?? []), ({ id }) => id);
  const groups = table(documents.flatMap(({ group }) => group ?? []), (group) => group);
  const terms = table(documents.map((document) => document.terms), (list) => JSON.stringify(list));
  const encoded: EncodedDocuments = {
    version: 1,
    asOf,
    names: lines(documents.map(({ name }) => name)),
    ids: lines(documents.map(({ id, name }) => idOf(id, name))),
    namesEn: lines(documents.map(({ nameEn, name }) => withoutName(nameEn, name))),
    producer: documents.map(({ producer }) => (producer === undefined ? -1 : producers.numberOf(producer))),
    producers: {
      names: lines(producers.values.map(({ name }) => name)),
      ids: lines(producers.values.map(({ id, name }) => idOf(id, name))),
      kinds: producers.values.map(({ kind }) => kind),
      formerNames: Object.fromEntries(producers.values.flatMap(({ formerNames }, number) => (formerNames.length === 0 ? [] : [[number, formerNames]]))),
    },
    group: documents.map(({ group }) => (group === undefined ? -1 : groups.numberOf(group))),
    groups: groups.values,
    aliases: sharedLists(documents.map(({ aliases }) => aliases)),
    contents: sharedLists(documents.map(({ contents }) => contents)),
    ...encodePlacesOf(documents),
    term: documents.map((document) => terms.numberOf(document.terms)),
    terms: terms.values,
    flags: documents.map(({ alcohol, buyable, sample }) => Number(alcohol) + 2 * Number(buyable) + 4 * Number(sample)).join(''),
    prices: Object.fromEntries(documents.flatMap(({ priceDong }, product) => (priceDong === undefined ? [] : [[product, priceDong]]))),
  };
  return JSON.stringify(encoded);
}

function encodePlacesOf(documents: readonly SearchDocument[]): Pick<EncodedDocuments, 'place' | 'places' | 'placeTexts'> {
  const texts = table<string>([], (text) => text);
  const numbers = (list: readonly string[]): number[] => list.map((text) => texts.numberOf(text));
  const places = table(documents, ({ places: names, provinces, communes, districts, point }) => JSON.stringify([names, provinces, communes, districts, point]));
  const encoded = places.values.map(({ places: names, provinces, communes, districts, point }): EncodedPlace => {
    const lists = [numbers(names), numbers(provinces), numbers(communes), numbers(districts)] as const;
    return point === undefined ? lists : [...lists, [point.lat, point.lng]];
  });
  return { place: documents.map((document) => places.numberOf(document)), places: encoded, placeTexts: lines(texts.values) };
}

function sharedLists(lists: readonly (readonly string[])[]): SharedLists {
  const texts = table<string>([], (text) => text);
  const shared = table(lists, (list) => JSON.stringify(list));
  return { list: lists.map(shared.numberOf), lists: shared.values.map((list) => list.map(texts.numberOf)), texts: lines(texts.values) };
}

/** Empty for the slug of the name, `-2` for what follows it, else the id. */
export function idOf(id: string, name: string): string {
  const slug = slugify(name);
  if (id === slug) return '';
  return id.startsWith(`${slug}-`) && slug !== '' ? id.slice(slug.length) : id;
}

interface Table<T> {
  values: readonly T[];
  /** Adds a value that is new. */
  numberOf(value: T): number;
}

/** Numbers values by their key, those at hand first. */
function table<T>(values: readonly T[], keyOf: (value: T) => string): Table<T> {
  const numbers = new Map<string, number>();
  const kept: T[] = [];
  const numberOf = (value: T): number => {
    const key = keyOf(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, kept.length);
    return kept.push(value) - 1;
  };
  values.forEach(numberOf);
  return { values: kept, numberOf };
}

/** Line breaks part the values; inside one they become blanks, as the register's one-line fields have none. */
function lines(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('\n', ' ')).join('\n');
}

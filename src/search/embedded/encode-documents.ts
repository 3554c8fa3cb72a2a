import type { IsoDate } from '../../domain/calendar-day.ts';
import { slugify } from '../../domain/fold.ts';
import type { SearchDocument } from '../search-document.ts';
import type { EncodedDocuments, SharedLists } from './encoded-documents.ts';
import { AS_BEFORE, beginningsOf, withoutGuesses } from './as-before.ts';
import { decodePlaces } from './decode-places.ts';
import { placeEncoder, type KnownPlaces } from './encode-document-place.ts';
import { withoutName } from './name-references.ts';
import { NO_PLACES } from './shipped-places.ts';

/**
 * A JSON text for {@link decodeDocuments}; documents keep their order. `asOf`: the day they were made for. `placesText`: of
 * encodePlaces, shipped beside it; without it the text brings all its place names itself and is half as large again.
 */
export function encodeDocuments(documents: readonly SearchDocument[], asOf: IsoDate, placesText?: string): string {
  const places = placesText === undefined ? NO_PLACES : decodedPlaces(placesText);
  const names = documents.map(({ name }) => name);
  const beginnings = beginningsOf(names);
  const producers = table(documents.flatMap(({ producer }) => producer ?? []), ({ id }) => id);
  const groups = table(documents.flatMap(({ group }) => group ?? []), (group) => group);
  const terms = table(documents.map((document) => document.terms), (list) => JSON.stringify(list));
  const encoded: EncodedDocuments = {
    version: 1,
    asOf,
    names: lines(names),
    ids: lines(documents.map(({ id, name }) => idOf(id, name))),
    namesEn: lines(withoutGuesses(documents.map(({ nameEn, name }) => withoutName(nameEn, name)), beginnings, AS_BEFORE.text)),
    producer: documents.map(({ producer }) => (producer === undefined ? -1 : producers.numberOf(producer))),
    producers: {
      names: lines(producers.values.map(({ name }) => name)),
      ids: lines(producers.values.map(({ id, name }) => idOf(id, name))),
      kinds: producers.values.map(({ kind }) => kind),
      formerNames: Object.fromEntries(producers.values.flatMap(({ formerNames }, number) => (formerNames.length === 0 ? [] : [[number, formerNames]]))),
    },
    group: withoutGuesses(documents.map(({ group }) => (group === undefined ? -1 : groups.numberOf(group))), beginnings, AS_BEFORE.number),
    groups: groups.values,
    aliases: sharedLists(documents.map(({ aliases }) => aliases), beginnings),
    contents: sharedLists(documents.map(({ contents }) => contents), beginnings),
    knownTexts: places.texts.length,
    ...encodePlacesOf(documents, places),
    term: documents.map((document) => terms.numberOf(document.terms)),
    terms: terms.values,
    flags: documents.map(({ alcohol, buyable, sample }) => Number(alcohol) + 2 * Number(buyable) + 4 * Number(sample)).join(''),
    prices: Object.fromEntries(documents.flatMap(({ priceDong }, product) => (priceDong === undefined ? [] : [[product, priceDong]]))),
  };
  return JSON.stringify(encoded);
}

/** The head, the rest and every province are encoded with the same places. */
let last: { text: string; places: KnownPlaces } | undefined;

function decodedPlaces(text: string): KnownPlaces {
  if (last?.text !== text) last = { text, places: decodePlaces(text) };
  return last.places;
}

function encodePlacesOf(documents: readonly SearchDocument[], shipped: KnownPlaces): Pick<EncodedDocuments, 'place' | 'places' | 'placeTexts'> {
  const encode = placeEncoder(shipped);
  const places = table(documents, placeKey);
  return { place: documents.map((document) => places.numberOf(document)), places: places.values.map(encode.place), placeTexts: lines(encode.ownTexts) };
}

function placeKey({ places, provinces, communes, districts, point }: SearchDocument): string {
  return JSON.stringify([places, provinces, communes, districts, point]);
}

function sharedLists(lists: readonly (readonly string[])[], beginnings: readonly string[]): SharedLists {
  const texts = table<string>([], (text) => text);
  const shared = table(lists, (list) => JSON.stringify(list));
  return { list: withoutGuesses(lists.map(shared.numberOf), beginnings, AS_BEFORE.number), lists: shared.values.map((list) => list.map(texts.numberOf)), texts: lines(texts.values) };
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

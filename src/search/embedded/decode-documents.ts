import { slugify } from '../../domain/fold.ts';
import { atOnce, mapInSteps, type Steps } from '../../domain/steps.ts';
import type { SearchDocument } from '../search-document.ts';
import { termOn } from '../term-on.ts';
import { AS_BEFORE, beginningsOf, withGuesses } from './as-before.ts';
import type { EncodedDocuments, SharedLists } from './encoded-documents.ts';
import type { Province } from '../../domain/place.ts';
import type { KnownPlaces } from './encode-document-place.ts';
import { withName } from './name-references.ts';
import { documentPlace, NO_PLACES, type DocumentPlace, type ShippedCommune } from './shipped-places.ts';

/**
 * The inverse of encodeDocuments, digests left empty, given the places it was encoded with; documents share the objects of what
 * they have in common. Throws for another version.
 */
export function decodeDocuments(text: string, shipped: KnownPlaces = NO_PLACES): SearchDocument[] {
  return atOnce(documentsSteps(text, shipped));
}

export function* documentsSteps(text: string, shipped: KnownPlaces = NO_PLACES): Steps<SearchDocument[]> {
  const encoded = JSON.parse(text) as EncodedDocuments;
  if (encoded.version !== 1) throw new Error(`search data of version ${encoded.version}; this script reads version 1`);
  const names = linesOf(encoded.names);
  const ids = linesOf(encoded.ids);
  const beginnings = beginningsOf(names);
  const namesEn = withGuesses(linesOf(encoded.namesEn), beginnings, AS_BEFORE.text);
  const groups = withGuesses(encoded.group, beginnings, AS_BEFORE.number);
  yield;
  const producers = decodeProducers(encoded);
  if (encoded.knownTexts > 0 && encoded.knownTexts !== shipped.texts.length) throw new Error('search data that goes with other place names than these');
  const places = decodePlacesOf(encoded, encoded.knownTexts > 0 ? shipped : NO_PLACES);
  yield;
  const aliases = decodeLists(encoded.aliases, beginnings);
  const contents = decodeLists(encoded.contents, beginnings);
  return yield* mapInSteps(encoded.producer, (producer, product): SearchDocument => {
    const name = names[product] as string;
    const terms = encoded.terms[encoded.term[product] as number] ?? [];
    const term = termOn(terms, encoded.asOf);
    const flags = Number(encoded.flags[product]);
    const group = encoded.groups[groups[product] as number];
    const price = encoded.prices[product];
    const maker = producers[producer];
    return {
      id: idFrom(ids[product] as string, name),
      name,
      nameEn: withName(namesEn[product] as string, name),
      aliases: aliases[product] as readonly string[],
      ...(maker !== undefined && { producer: maker }),
      ...(group !== undefined && { group }),
      ...(places[encoded.place[product] as number] as (typeof places)[number]),
      contents: contents[product] as readonly string[],
      ...(term?.stars !== undefined && { stars: term.stars }),
      terms,
      ...(term?.grantedOn !== undefined && { grantedOn: term.grantedOn }),
      ...(term?.validUntil !== undefined && { validUntil: term.validUntil }),
      ...(price !== undefined && { priceDong: price }),
      buyable: (flags & 2) !== 0,
      alcohol: (flags & 1) !== 0,
      sample: (flags & 4) !== 0,
      digest: '',
    };
  });
}

function decodeProducers({ producers }: EncodedDocuments): NonNullable<SearchDocument['producer']>[] {
  const ids = linesOf(producers.ids);
  return producers.kinds.length === 0 ? [] : linesOf(producers.names).map((name, number) => ({
    id: idFrom(ids[number] as string, name), name, kind: producers.kinds[number] ?? 'unknown', formerNames: producers.formerNames[number] ?? [],
  }));
}

function decodePlacesOf({ places, placeTexts }: EncodedDocuments, shipped: KnownPlaces): DocumentPlace[] {
  const own = linesOf(placeTexts);
  const textOf = (number: number): string => shipped.texts[number] ?? (own[number - shipped.texts.length] as string);
  return places.map((place) => {
    if (!Array.isArray(place)) return place as DocumentPlace;
    const [communes, names, units, provinces = []] = place as Exclude<typeof place, DocumentPlace>;
    return documentPlace(
      communes.map((number) => shipped.communes[number] as ShippedCommune),
      provinces.map((number) => shipped.provinces[number] as Province),
      names.map(textOf),
      units.map((number) => shipped.units[number] as string),
    );
  });
}

/** By product. */
function decodeLists({ list, lists, texts }: SharedLists, beginnings: readonly string[]): (readonly string[])[] {
  const known = linesOf(texts);
  const decoded = lists.map((numbers) => numbers.map((number) => known[number] as string));
  return withGuesses(list, beginnings, AS_BEFORE.number).map((number) => decoded[number] ?? []);
}

function idFrom(encoded: string, name: string): string {
  if (encoded === '') return slugify(name);
  return encoded.startsWith('-') ? slugify(name) + encoded : encoded;
}

function linesOf(text: string): string[] {
  return text.split('\n');
}

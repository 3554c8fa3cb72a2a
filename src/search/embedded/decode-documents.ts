import { slugify } from '../../domain/fold.ts';
import type { SearchDocument } from '../search-document.ts';
import { termOn } from '../term-on.ts';
import type { EncodedDocuments, SharedLists } from './encoded-documents.ts';
import { withName } from './name-references.ts';

/** The inverse of encodeDocuments, digests left empty; documents share the objects of what they have in common. Throws for another version. */
export function decodeDocuments(text: string): SearchDocument[] {
  const encoded = JSON.parse(text) as EncodedDocuments;
  if (encoded.version !== 1) throw new Error(`search data of version ${encoded.version}; this script reads version 1`);
  const names = linesOf(encoded.names);
  const ids = linesOf(encoded.ids);
  const namesEn = linesOf(encoded.namesEn);
  const producers = decodeProducers(encoded);
  const places = decodePlaces(encoded);
  const aliases = decodeLists(encoded.aliases);
  const contents = decodeLists(encoded.contents);
  return encoded.producer.map((producer, product): SearchDocument => {
    const name = names[product] as string;
    const terms = encoded.terms[encoded.term[product] as number] ?? [];
    const term = termOn(terms, encoded.asOf);
    const flags = Number(encoded.flags[product]);
    const group = encoded.groups[encoded.group[product] as number];
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

function decodePlaces({ places, placeTexts }: EncodedDocuments): Pick<SearchDocument, 'places' | 'provinces' | 'communes' | 'districts' | 'point'>[] {
  const texts = linesOf(placeTexts);
  const list = (numbers: readonly number[]): string[] => numbers.map((number) => texts[number] as string);
  return places.map(([names, provinces, communes, districts, point]) => ({
    places: list(names), provinces: list(provinces), communes: list(communes), districts: list(districts),
    ...(point !== undefined && { point: { lat: point[0], lng: point[1] } }),
  }));
}

/** By product. */
function decodeLists({ list, lists, texts }: SharedLists): (readonly string[])[] {
  const known = linesOf(texts);
  const decoded = lists.map((numbers) => numbers.map((number) => known[number] as string));
  return list.map((number) => decoded[number] ?? []);
}

function idFrom(encoded: string, name: string): string {
  if (encoded === '') return slugify(name);
  return encoded.startsWith('-') ? slugify(name) + encoded : encoded;
}

function linesOf(text: string): string[] {
  return text.split('\n');
}

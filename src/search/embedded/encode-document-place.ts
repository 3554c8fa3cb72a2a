import type { SearchDocument } from '../search-document.ts';
import type { EncodedPlace } from './encoded-documents.ts';
import { documentPlace, type DocumentPlace, type ShippedCommune, type ShippedPlaces } from './shipped-places.ts';

export type KnownPlaces = Omit<ShippedPlaces, 'index'>;

export interface PlaceEncoder {
  place(document: SearchDocument): EncodedPlace;
  /** Texts that the places have not, in the order of their numbers; grows while places are encoded. */
  ownTexts: string[];
}

export function placeEncoder(shipped: KnownPlaces): PlaceEncoder {
  const communes = numbers(shipped.communes.map(({ commune, province }) => `${province.slug}/${commune.slug}`));
  const provinces = numbers(shipped.provinces.map(({ slug }) => slug));
  const texts = numbers(shipped.texts);
  const units = numbers(shipped.units);
  const ownTexts: string[] = [];
  const textNumber = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    ownTexts.push(text);
    return texts.size - 1;
  };
  return {
    ownTexts,
    place: ({ places, provinces: slugs, communes: keys, districts, point }) => {
      const whole: DocumentPlace = { places, provinces: slugs, communes: keys, districts, ...(point !== undefined && { point }) };
      const within = known(keys, communes);
      const above = keys.length === 0 ? known(slugs, provinces) : [];
      const former = known(districts, units);
      if (within === undefined || above === undefined || former === undefined) return whole;
      const of = (names: readonly string[]): DocumentPlace => documentPlace(within.map((number) => shipped.communes[number] as ShippedCommune), above.flatMap((number) => shipped.provinces[number] ?? []), names, districts);
      const implied = new Set(of([]).places);
      const shorter = places.filter((text) => !implied.has(text));
      const names = [shorter, places].find((candidate) => JSON.stringify(of(candidate)) === JSON.stringify(whole));
      if (names === undefined) return whole;
      return above.length === 0 ? [within, names.map(textNumber), former] : [within, names.map(textNumber), former, above];
    },
  };
}

/** Undefined where one of them has no number. */
function known(values: readonly string[], table: ReadonlyMap<string, number>): number[] | undefined {
  const found = values.flatMap((value) => table.get(value) ?? []);
  return found.length === values.length ? found : undefined;
}

function numbers(values: readonly string[]): Map<string, number> {
  return new Map(values.map((value, number) => [value, number]));
}

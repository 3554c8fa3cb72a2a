import { remember, rememberBoth } from '../catalogue/remember.ts';
import type { PlaceIndex } from '../domain/place-index.ts';
import type { Commune, Province } from '../domain/place.ts';
import { communeLabel } from '../domain/place-label.ts';
import type { Product } from '../domain/product.ts';
import { resolvePlace } from '../domain/resolve-place.ts';
import { countryMap, type CountryMap, type LitPoint } from '../media/country-map.ts';
import { communePath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { shortProvince } from './place-view.ts';
import { counted } from './product-count.ts';

/** Lights communes that are certain; a split, ambiguous or unknown commune lights nothing, nor does practice data. */
export function litCommunes({ catalogue }: View, products: readonly Product[], language: Language): readonly LitPoint[] {
  return pointsOf[language](litPlaces(catalogue.placeIndex, products));
}

/** The country with the communes lit where the register's goods come from; the same while products and places are. */
export function litCountry({ catalogue }: View, language: Language): CountryMap {
  return mapOf[language](litPlaces(catalogue.placeIndex, catalogue.products));
}

interface LitPlace {
  commune: Commune;
  province: Province;
  weight: number;
}

const litPlaces = rememberBoth((placeIndex: PlaceIndex, products: readonly Product[]): readonly LitPlace[] => {
  const places = new Map<string, LitPlace>();
  for (const product of counted(products)) {
    const place = resolvePlace(placeIndex, product.place, product.placeEra);
    if (place.kind !== 'commune') continue;
    const lit = places.get(place.commune.code);
    if (lit === undefined) places.set(place.commune.code, { commune: place.commune, province: place.province, weight: 1 });
    else lit.weight += 1;
  }
  return [...places.values()];
});

const points = (language: Language) =>
  remember((places: readonly LitPlace[]): readonly LitPoint[] =>
    places.map(({ commune, province, weight }) => ({
      point: commune.point,
      weight,
      href: communePath(language, province.slug, commune.slug),
      label: `${communeLabel(commune, language)}, ${shortProvince(province, language)}`,
    })),
  );
const pointsOf = { vi: points('vi'), en: points('en') };

const maps = (language: Language) => remember((places: readonly LitPlace[]) => countryMap({ lit: pointsOf[language](places), language }));
const mapOf = { vi: maps('vi'), en: maps('en') };

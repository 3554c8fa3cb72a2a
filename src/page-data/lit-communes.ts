import { rememberBoth } from '../catalogue/remember.ts';
import type { Commune, Province } from '../domain/place.ts';
import { communeLabel } from '../domain/place-label.ts';
import type { Product } from '../domain/product.ts';
import type { LitPoint } from '../media/country-map.ts';
import { communePath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { shortProvince } from './place-view.ts';
import { counted } from './product-count.ts';

/** Lights communes that are certain; a split, ambiguous or unknown commune lights nothing, nor does practice data. */
export function litCommunes(view: View, products: readonly Product[], language: Language): LitPoint[] {
  return litPlaces(view.catalogue, products).map(({ commune, province, weight }) => ({
    point: commune.point,
    weight,
    href: communePath(language, province.slug, commune.slug),
    label: `${communeLabel(commune, language)}, ${shortProvince(province, language)}`,
  }));
}

interface LitPlace {
  commune: Commune;
  province: Province;
  weight: number;
}

const litPlaces = rememberBoth((catalogue: View['catalogue'], products: readonly Product[]): readonly LitPlace[] => {
  const places = new Map<string, LitPlace>();
  for (const product of counted(products)) {
    const place = catalogue.placeOf(product.id);
    if (place.kind !== 'commune') continue;
    const lit = places.get(place.commune.code);
    if (lit === undefined) places.set(place.commune.code, { commune: place.commune, province: place.province, weight: 1 });
    else lit.weight += 1;
  }
  return [...places.values()];
});

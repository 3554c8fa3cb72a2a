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
  const places = new Map<string, { commune: Commune; province: Province; weight: number }>();
  for (const product of counted(products)) {
    const place = view.catalogue.placeOf(product.id);
    if (place.kind !== 'commune') continue;
    const { commune, province } = place;
    places.set(commune.code, { commune, province, weight: (places.get(commune.code)?.weight ?? 0) + 1 });
  }
  return [...places.values()].map(({ commune, province, weight }) => ({
    point: commune.point,
    weight,
    href: communePath(language, province.slug, commune.slug),
    label: `${communeLabel(commune, language)}, ${shortProvince(province, language)}`,
  }));
}

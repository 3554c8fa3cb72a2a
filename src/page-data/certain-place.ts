import type { Product } from '../domain/product.ts';
import type { View } from '../publish/view.ts';

/** False where the old commune was split or the name fits several communes. */
export function communeIsCertain(view: View, product: Product): boolean {
  return view.catalogue.placeOf(product.id).kind === 'commune';
}

/** True for a split commune too, as long as all its candidates lie in one province. */
export function provinceIsCertain(view: View, product: Product): boolean {
  const place = view.catalogue.placeOf(product.id);
  return place.kind === 'commune' || place.kind === 'province' || (place.kind === 'communes' && place.province !== undefined);
}

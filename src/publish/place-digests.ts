import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Product } from '../domain/product.ts';

/**
 * What pages show of a province's communes besides the products themselves: their names and places, how many listed
 * products come or may come from each, and the order in which products light them on the map. No statuses: a star that
 * ends touches no neighbour.
 */
export function placesOfProvince(catalogue: Catalogue, provinceCode: string): string {
  const communes = catalogue.communesOfProvince(provinceCode).map(({ code, name, nameEn, slug, unitKind, point }) => [
    code, name, nameEn, slug, unitKind, point, countOf(catalogue, catalogue.productsOfCommune(code)),
  ]);
  const products = catalogue.productsOfProvince(provinceCode);
  return JSON.stringify([communes, litPlaces(catalogue, products), countOf(catalogue, products)]);
}

/** Communes in the order in which listed products name them, with how many do. */
export function litPlaces(catalogue: Catalogue, products: readonly Product[]): string {
  const lit = new Map<string, number>();
  for (const product of products) {
    const place = catalogue.placeOf(product.id);
    if (isCounted(product) && place.kind === 'commune') lit.set(place.commune.code, (lit.get(place.commune.code) ?? 0) + 1);
  }
  return JSON.stringify([...lit]);
}

/** How many of the listed products have each kind of place; a kind says how certain the place is. */
function countOf(catalogue: Catalogue, products: readonly Product[]): Record<string, number> {
  const count: Record<string, number> = {};
  for (const product of products) {
    if (!isCounted(product)) continue;
    const place = catalogue.placeOf(product.id);
    const kind = place.kind === 'communes' && place.province !== undefined ? 'communes of one province' : place.kind;
    count[kind] = (count[kind] ?? 0) + 1;
  }
  return count;
}

function isCounted(product: Product): boolean {
  return !product.alcohol && !product.sample;
}

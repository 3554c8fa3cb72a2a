import type { PlaceIndex } from '../domain/place-index.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { Product } from '../domain/product.ts';
import { groupBy } from './group-by.ts';
import { namedPacks, type NamedPacks } from './named-packs.ts';
import type { ProductFacts } from './product-facts.ts';

/** Ways to a product that hang on products and places alone, so that a decision changes none of them. */
export interface ProductLookups {
  /** Positions in the list of products, by id. */
  at: ReadonlyMap<string, number>;
  byProducer: ReadonlyMap<string, readonly Product[]>;
  byGroup: ReadonlyMap<string, readonly Product[]>;
  byCommune: ReadonlyMap<string, readonly Product[]>;
  byProvince: ReadonlyMap<string, readonly Product[]>;
  packs: NamedPacks;
}

/** `facts`: in the order of the products. Worked out anew only for another list of products or other tables of places. */
export function productLookups(products: readonly Product[], facts: readonly ProductFacts[], placeIndex: PlaceIndex): ProductLookups {
  const kept = KEPT.get(products);
  if (kept?.placeIndex === placeIndex) return kept.lookups;
  const places = new Map(products.map((product, at) => [product, facts[at]?.place]));
  const lookups: ProductLookups = {
    at: new Map(products.map(({ id }, at) => [id, at])),
    byProducer: groupBy(products, ({ producerId }) => (producerId === undefined ? [] : [producerId])),
    byGroup: groupBy(products, ({ groupId }) => (groupId === undefined ? [] : [groupId])),
    byCommune: groupBy(products, (product) => communeCodes(places.get(product))),
    byProvince: groupBy(products, (product) => provinceCodes(places.get(product))),
    packs: namedPacks(products),
  };
  KEPT.set(products, { placeIndex, lookups });
  return lookups;
}

const KEPT = new WeakMap<readonly Product[], { placeIndex: PlaceIndex; lookups: ProductLookups }>();

function communeCodes(place: ResolvedPlace | undefined): string[] {
  if (place?.kind === 'commune') return [place.commune.code];
  return place?.kind === 'communes' ? place.communes.map((commune) => commune.code) : [];
}

function provinceCodes(place: ResolvedPlace | undefined): string[] {
  switch (place?.kind) {
    case 'commune':
    case 'province':
      return [place.province.code];
    case 'communes':
      return [...new Set(place.communes.map((commune) => commune.provinceCode))];
    case 'provinces':
      return place.provinces.map((province) => province.code);
    default:
      return [];
  }
}

import type { Product } from '../domain/product.ts';
import type { Catalogue } from './catalogue.ts';

/** Goods to look at next, by maker, by place and by group. Alcohol stands in none of them. */
export interface RelatedProducts {
  sameProducer: readonly Product[];
  samePlace: readonly Product[];
  sameGroup: readonly Product[];
}

const IN_A_ROW = 4;

/**
 * In each row the next ones by name, after the last comes the first: so one changed product touches the few pages that
 * show it, however large its group is. A product stands in one row only; practice goods only beside practice goods.
 */
export function relatedProducts(catalogue: Catalogue, product: Product): RelatedProducts {
  const shown = new Set([product.id]);
  const row = (...pools: readonly (readonly Product[])[]): Product[] => {
    const picked: Product[] = [];
    for (const pool of pools) {
      for (const candidate of after(pool, product)) {
        if (picked.length === IN_A_ROW) break;
        if (candidate.alcohol || candidate.sample !== product.sample || shown.has(candidate.id)) continue;
        shown.add(candidate.id);
        picked.push(candidate);
      }
    }
    return picked;
  };
  const place = catalogue.placeOf(product.id);
  return {
    sameProducer: product.producerId === undefined ? [] : row(catalogue.productsOfProducer(product.producerId)),
    samePlace:
      place.kind === 'commune'
        ? row(catalogue.productsOfCommune(place.commune.code), catalogue.productsOfProvince(place.province.code))
        : place.kind === 'province'
          ? row(catalogue.productsOfProvince(place.province.code))
          : [],
    sameGroup: product.groupId === undefined ? [] : row(catalogue.productsOfGroup(product.groupId)),
  };
}

/** The pool from the product's own place on, round to it again; from the start when it is not in the pool. */
function* after(pool: readonly Product[], product: Product): Generator<Product> {
  const start = positionIn(pool).get(product.id) ?? -1;
  for (let step = 1; step <= pool.length; step += 1) yield pool[(start + step) % pool.length] as Product;
}

const POSITIONS = new WeakMap<readonly Product[], ReadonlyMap<string, number>>();

function positionIn(pool: readonly Product[]): ReadonlyMap<string, number> {
  const known = POSITIONS.get(pool);
  if (known !== undefined) return known;
  const positions = new Map(pool.map((product, position) => [product.id, position]));
  POSITIONS.set(pool, positions);
  return positions;
}

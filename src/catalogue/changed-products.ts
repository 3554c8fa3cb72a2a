import type { Offer } from '../domain/offer.ts';
import type { Catalogue } from './catalogue.ts';
import { isSameList } from './remember.ts';

type Listed = Pick<Catalogue, 'products' | 'facts' | 'producers' | 'producer' | 'shop'>;

/**
 * Positions of the products that may be shown otherwise than in an earlier catalogue: another record, other certificates,
 * another place, producer or offer. Undefined when the two list different products, or in another order. Worked out once for a pair.
 */
export function changedProducts(before: Listed, after: Listed): readonly number[] | undefined {
  const kept = KEPT.get(after);
  if (kept?.before.deref() === before) return kept.positions;
  const positions = findChanged(before, after);
  KEPT.set(after, { before: new WeakRef(before), positions });
  return positions;
}

const KEPT = new WeakMap<Listed, { before: WeakRef<Listed>; positions: readonly number[] | undefined }>();

function findChanged(before: Listed, after: Listed): number[] | undefined {
  if (before.products.length !== after.products.length) return undefined;
  const producers = changedProducers(before, after);
  const sold = soldOtherwise(before.shop.offers, after.shop.offers);
  const positions: number[] = [];
  for (const [at, product] of after.products.entries()) {
    const old = before.products[at];
    if (old?.id !== product.id) return undefined;
    const isOther = old !== product || before.facts[at] !== after.facts[at] || sold.has(product.id) || (product.producerId !== undefined && producers.has(product.producerId));
    if (isOther) positions.push(at);
  }
  return positions;
}

function changedProducers(before: Listed, after: Listed): ReadonlySet<string> {
  if (isSameList(before.producers, after.producers)) return new Set();
  const changed = [...after.producers.filter((producer) => before.producer(producer.id) !== producer), ...before.producers.filter(({ id }) => after.producer(id) === undefined)];
  return new Set(changed.map(({ id }) => id));
}

/** Ids of products. Offers stay the same objects while their records do. */
function soldOtherwise(before: readonly Offer[], after: readonly Offer[]): ReadonlySet<string> {
  if (isSameList(before, after)) return new Set();
  const [old, now] = [new Set(before), new Set(after)];
  return new Set([...before.filter((offer) => !now.has(offer)), ...after.filter((offer) => !old.has(offer))].map(({ productId }) => productId));
}

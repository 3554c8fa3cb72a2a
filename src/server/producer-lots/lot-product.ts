import type { RawRegister } from '../../catalogue/raw-register.ts';

/** What the form needs of the product behind a link, as the records say it now. */
export interface LotProduct {
  id: string;
  name: string;
  producerId: string;
  producer: string;
  packs: readonly { sku: string; label: string }[];
}

/** Undefined when the product is gone, or belongs to another producer by now. */
export function lotProduct({ products, producers }: RawRegister, productId: string, producerId?: string): LotProduct | undefined {
  const product = products.find(({ id, sample }) => id === productId && !sample)?.record;
  const owner = producers.find(({ id, sample }) => id === product?.producer && !sample);
  if (product === undefined || owner === undefined || (producerId !== undefined && owner.id !== producerId)) return undefined;
  return { id: productId, name: product.name, producerId: owner.id, producer: owner.record.name, packs: product.packs.map(({ sku, label }) => ({ sku, label })) };
}

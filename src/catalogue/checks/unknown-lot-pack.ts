import { lotOfId } from '../lot-id.ts';
import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';

export const unknownLotPack: Check = {
  id: 'unknown-lot-pack',
  reach: 'register',
  description: 'A lot fills a pack of its own product.',
  run(register) {
    const products = Map.groupBy(register.products, (product) => product.id);
    return register.lots.flatMap(({ id, file, sample, record: { sku } }) => {
      const product = products.get(lotOfId(id).productId)?.find((candidate) => candidate.sample === sample);
      const skus = product?.record.packs.map((pack) => pack.sku);
      return product === undefined || skus?.includes(sku) ? [] : [errorAt(file, 'sku', notFound(sku, product.file, skus ?? []))];
    });
  },
};

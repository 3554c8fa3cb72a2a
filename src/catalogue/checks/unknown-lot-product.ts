import { lotOfId } from '../lot-id.ts';
import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';

export const unknownLotProduct: Check = {
  id: 'unknown-lot-product',
  reach: 'register',
  description: 'The folder of a lot is named after a product that has a record.',
  run(register) {
    const known = new Set(register.products.map((product) => product.id));
    const moved = register.moved.filter((record) => record.kind === 'product');
    return register.lots.flatMap(({ id, file }) => {
      const { productId } = lotOfId(id);
      return known.has(productId) ? [] : [errorAt(file, 'product', notFound(productId, 'content/products/', known, moved))];
    });
  },
};

import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';

export const unknownOfferProduct: Check = {
  id: 'unknown-offer-product',
  reach: 'register',
  description: 'A file of offers is named after a product that has a record.',
  run(register) {
    const known = new Set(register.products.map(({ id }) => id));
    const moved = register.moved.filter(({ kind }) => kind === 'product');
    return register.offers.filter(({ id }) => !known.has(id)).map(({ id, file }) => errorAt(file, 'product', notFound(id, 'content/products/', known, moved)));
  },
};

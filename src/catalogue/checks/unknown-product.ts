import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';

export const unknownProduct: Check = {
  id: 'unknown-product',
  reach: 'register',
  description: 'Each line of a decision names a product that has a record.',
  run(register) {
    const known = new Set(register.products.map((product) => product.id));
    const moved = register.moved.filter((record) => record.kind === 'product');
    return register.decisions.flatMap(({ file, record }) =>
      record.lines.flatMap(({ product }, place) =>
        known.has(product) ? [] : [errorAt(file, `lines.${place}.product`, notFound(product, 'content/products/', known, moved))],
      ),
    );
  },
};

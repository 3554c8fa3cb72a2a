import { type Check, errorAt } from './check.ts';
import { offersIn } from './offers-in.ts';

export const alcoholWithOffer: Check = {
  id: 'alcohol-with-offer',
  reach: 'register',
  description: 'Alcohol is shown as a record only and never sold here (Decree 24/2020/NĐ-CP).',
  run(register) {
    return offersIn(register)
      .filter(({ products }) => products.some(({ record }) => record.alcohol))
      .map(({ file, field, offer }) =>
        errorAt(file, `${field}.sku`, { en: `"${offer.sku}" is alcohol, which is not sold here: remove the offer`, vi: `"${offer.sku}" là rượu, bia, không bán ở đây: hãy bỏ mục này` }),
      );
  },
};

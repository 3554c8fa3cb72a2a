import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';
import { offersIn } from './offers-in.ts';

export const unknownOfferPack: Check = {
  id: 'unknown-offer-pack',
  reach: 'register',
  description: 'What is offered is a pack of the product that the file is named after.',
  run(register) {
    return offersIn(register).flatMap(({ raw, file, field, offer, products }) => {
      const packs = products.flatMap(({ record }) => record.packs.map(({ sku }) => sku));
      return products.length === 0 || packs.includes(offer.sku) ? [] : [errorAt(file, `${field}.sku`, notFound(offer.sku, `content/products/${raw.id}/product.yaml`, packs))];
    });
  },
};

import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';

export const unknownBasketPack: Check = {
  id: 'unknown-basket-pack',
  reach: 'register',
  description: 'A gift basket is made of packs that are offered: its stock is counted by them.',
  run(register) {
    return register.baskets.flatMap(({ file, sample, record }) => {
      const offered = register.offers.filter((offers) => offers.sample === sample).flatMap((offers) => offers.record.offers.map(({ sku }) => sku));
      return record.lines.flatMap(({ sku }, at) => (offered.includes(sku) ? [] : [errorAt(file, `lines.${at}.sku`, notFound(sku, sample ? 'content/samples/offers/' : 'content/offers/', offered))]));
    });
  },
};

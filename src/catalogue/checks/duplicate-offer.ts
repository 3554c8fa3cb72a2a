import { type Check, errorAt } from './check.ts';

export const duplicateOffer: Check = {
  id: 'duplicate-offer',
  reach: 'register',
  description: 'A pack is offered once, under one price.',
  run(register) {
    return register.offers.flatMap(({ file, record }) =>
      record.offers.flatMap(({ sku }, at) =>
        record.offers.findIndex((other) => other.sku === sku) === at
          ? []
          : [errorAt(file, `offers.${at}.sku`, { en: `"${sku}" is offered above already: leave one of the two`, vi: `"${sku}" đã có ở trên: hãy giữ lại một` })],
      ),
    );
  },
};

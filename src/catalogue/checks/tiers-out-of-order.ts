import { type Check, errorAt } from './check.ts';
import { offersIn } from './offers-in.ts';

export const tiersOutOfOrder: Check = {
  id: 'tiers-out-of-order',
  reach: 'register',
  description: 'Who takes more pays less a pack: tiers go from fewer packs to more, and from dearer to cheaper.',
  run(register) {
    return offersIn(register).flatMap(({ file, field, offer }) =>
      offer.tiers.flatMap((tier, at) => {
        const before = at === 0 ? { from: offer.minimum, priceDong: offer.priceDong } : offer.tiers[at - 1];
        if (before === undefined || (tier.from > before.from && tier.priceDong < before.priceDong)) return [];
        return [
          errorAt(file, `${field}.tiers.${at}`, {
            en: `asks ${tier.priceDong} from ${tier.from} packs on, after ${before.priceDong} from ${before.from} on: more packs, and a lower price, come after fewer`,
            vi: `ghi ${tier.priceDong} từ ${tier.from} gói, sau ${before.priceDong} từ ${before.from} gói: bậc sau phải nhiều gói hơn và giá thấp hơn`,
          }),
        ];
      }),
    );
  },
};

import { type Check, errorAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const alcoholWithPrice: Check = {
  id: 'alcohol-with-price',
  reach: 'record',
  description: 'Alcohol is shown as a record only, without a price (Decree 24/2020/NĐ-CP).',
  run(register) {
    return packsIn(register).flatMap(({ product, file, field, pack: { priceDong } }) =>
      !product.record.alcohol || priceDong === undefined
        ? []
        : [
            errorAt(file, `${field}.priceDong`, {
              en: `${priceDong} is a price on alcohol: remove it`,
              vi: `${priceDong} là giá bán ghi cho rượu, bia: hãy bỏ đi`,
            }),
          ],
    );
  },
};

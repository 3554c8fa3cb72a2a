import { isWholeDong } from '../../domain/money.ts';
import { type Check, errorAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const moneyNotWholeDong: Check = {
  id: 'money-not-whole-dong',
  reach: 'record',
  description: 'A price is a whole number of đồng above zero.',
  run(register) {
    return packsIn(register).flatMap(({ file, field, pack: { priceDong } }) =>
      priceDong === undefined || isWholeDong(priceDong)
        ? []
        : [
            errorAt(file, `${field}.priceDong`, {
              en: `${priceDong} is not a whole number of đồng above zero: write 85000 for 85.000 ₫, without dots`,
              vi: `${priceDong} không phải số đồng nguyên lớn hơn 0: hãy ghi 85000 cho 85.000 ₫, không có dấu chấm`,
            }),
          ],
    );
  },
};

import { isWholeDong } from '../../domain/money.ts';
import { type Check, errorAt } from './check.ts';
import { shopPrices } from './shop-prices.ts';

export const shopMoneyWrong: Check = {
  id: 'shop-money-wrong',
  reach: 'register',
  description: 'What is charged or taken off is a whole number of đồng, above zero except for delivery.',
  run(register) {
    return shopPrices(register)
      .filter(({ dong, mayBeZero }) => !isWholeDong(dong) && !(mayBeZero && dong === 0))
      .map(({ file, field, dong }) =>
        errorAt(file, field, {
          en: `${dong} is no amount in whole đồng: write 85000 for 85.000 ₫, without dots`,
          vi: `${dong} không phải số đồng nguyên: hãy ghi 85000 cho 85.000 ₫, không có dấu chấm`,
        }),
      );
  },
};

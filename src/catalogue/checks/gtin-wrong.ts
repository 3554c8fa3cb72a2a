import { checkDigitOf, type GtinFault, parseGtin } from '../../domain/gtin.ts';
import { type Check, errorAt, type Words } from './check.ts';
import { packsIn } from './packs-in.ts';

export const gtinWrong: Check = {
  id: 'gtin-wrong',
  reach: 'record',
  description: 'A GTIN has 8, 12, 13 or 14 digits and the right check digit.',
  run(register) {
    return packsIn(register).flatMap(({ file, field, pack: { gtin } }) => {
      const parsed = gtin === undefined ? undefined : parseGtin(gtin);
      return typeof parsed === 'string' ? [errorAt(file, `${field}.gtin`, wordsFor(parsed, gtin ?? ''))] : [];
    });
  },
};

function wordsFor(fault: GtinFault, gtin: string): Words {
  switch (fault) {
    case 'not-digits':
      return {
        en: `"${gtin}" is not made of digits only: write the number under the bars without spaces`,
        vi: `"${gtin}" có ký tự không phải chữ số: hãy ghi dãy số dưới mã vạch, không có dấu cách`,
      };
    case 'length':
      return {
        en: `"${gtin}" has ${gtin.length} digits: a GTIN has 8, 12, 13 or 14`,
        vi: `"${gtin}" có ${gtin.length} chữ số: GTIN có 8, 12, 13 hoặc 14 chữ số`,
      };
    case 'check-digit': {
      const expected = checkDigitOf(gtin.slice(0, -1));
      return {
        en: `"${gtin}" ends in the wrong check digit (${expected} would fit): compare with the number under the bars`,
        vi: `"${gtin}" sai số kiểm tra cuối (đúng phải là ${expected}): hãy đối chiếu với dãy số dưới mã vạch`,
      };
    }
  }
}

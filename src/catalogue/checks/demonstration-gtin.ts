import { DEMONSTRATION_PREFIX, parseGtin } from '../../domain/gtin.ts';
import { type Check, errorAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const demonstrationGtin: Check = {
  id: 'demonstration-gtin',
  reach: 'record',
  description: "A real product never carries a GTIN of GS1's demonstration prefix 952.",
  run(register) {
    return packsIn(register).flatMap(({ product, file, field, pack: { gtin } }) => {
      const parsed = gtin === undefined ? undefined : parseGtin(gtin);
      if (product.sample || parsed === undefined || typeof parsed === 'string' || parsed.prefix !== DEMONSTRATION_PREFIX) return [];
      return [
        errorAt(file, `${field}.gtin`, {
          en: `"${gtin}" is a demonstration number (prefix ${DEMONSTRATION_PREFIX}) on a real product: write the pack's own number or leave the field out`,
          vi: `"${gtin}" là số minh hoạ (đầu số ${DEMONSTRATION_PREFIX}) trên sản phẩm thật: hãy ghi đúng số trên bao bì hoặc bỏ trống`,
        }),
      ];
    });
  },
};

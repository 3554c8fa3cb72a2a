import { DEMONSTRATION_PREFIX, parseGtin } from '../../domain/gtin.ts';
import { type Check, errorAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const sampleGtin: Check = {
  id: 'sample-gtin',
  reach: 'record',
  description: "Practice data carries only GTINs of GS1's demonstration prefix 952, never a number such as 893… that a real pack may carry.",
  run(register) {
    return packsIn(register).flatMap(({ product, file, field, pack: { gtin } }) => {
      const parsed = gtin === undefined ? undefined : parseGtin(gtin);
      if (!product.sample || parsed === undefined || typeof parsed === 'string' || parsed.prefix === DEMONSTRATION_PREFIX) return [];
      return [
        errorAt(file, `${field}.gtin`, {
          en: `"${gtin}" has prefix ${parsed.prefix} on a sample: use a number that begins with ${DEMONSTRATION_PREFIX}`,
          vi: `"${gtin}" có đầu số ${parsed.prefix} trên hàng minh hoạ: hãy dùng số bắt đầu bằng ${DEMONSTRATION_PREFIX}`,
        }),
      ];
    });
  },
};

import { toGtin14 } from '../../domain/gtin.ts';
import { type Check, errorAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const duplicateGtin: Check = {
  id: 'duplicate-gtin',
  reach: 'register',
  description: 'A GTIN stands for one pack, with or without leading zeros.',
  run(register) {
    const first = new Map<string, string>();
    return packsIn(register).flatMap(({ file, field, pack: { gtin } }) => {
      if (gtin === undefined) return [];
      const before = first.get(toGtin14(gtin));
      if (before === undefined) return first.set(toGtin14(gtin), `${file} ${field}`), [];
      return [
        errorAt(file, `${field}.gtin`, {
          en: `"${gtin}" is already the GTIN of ${before}: a GTIN names one pack`,
          vi: `"${gtin}" đã là GTIN của ${before}: mỗi GTIN chỉ dùng cho một quy cách`,
        }),
      ];
    });
  },
};

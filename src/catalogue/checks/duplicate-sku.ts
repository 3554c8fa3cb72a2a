import { type Check, errorAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const duplicateSku: Check = {
  id: 'duplicate-sku',
  reach: 'register',
  description: 'A SKU stands for one pack in the whole register.',
  run(register) {
    const first = new Map<string, string>();
    return packsIn(register).flatMap(({ file, field, pack: { sku } }) => {
      const before = first.get(sku);
      if (before === undefined) return first.set(sku, `${file} ${field}`), [];
      return [
        errorAt(file, `${field}.sku`, {
          en: `"${sku}" is already the SKU of ${before}: give each pack its own`,
          vi: `"${sku}" đã là mã quy cách của ${before}: mỗi quy cách cần một mã riêng`,
        }),
      ];
    });
  },
};

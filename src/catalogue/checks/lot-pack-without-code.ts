import { lotOfId } from '../lot-id.ts';
import { type Check, warningAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const lotPackWithoutCode: Check = {
  id: 'lot-pack-without-code',
  reach: 'register',
  description: 'The pack of a lot has a GTIN or a trace code; without one the lot has no address that could be printed.',
  run(register) {
    const packs = packsIn(register);
    return register.lots.flatMap(({ id, file, record: { sku } }) => {
      const found = packs.find(({ product, pack }) => product.id === lotOfId(id).productId && pack.sku === sku)?.pack;
      if (found === undefined || found.gtin !== undefined || found.traceCode !== undefined) return [];
      return [
        warningAt(file, 'sku', {
          en: `"${sku}" has neither GTIN nor trace code, so this lot has no page: open the pack at the desk and save it to get a trace code`,
          vi: `"${sku}" chưa có GTIN hay mã truy vết nên lô này chưa có trang: hãy mở quy cách ở trang quản lý rồi lưu để được cấp mã`,
        }),
      ];
    });
  },
};

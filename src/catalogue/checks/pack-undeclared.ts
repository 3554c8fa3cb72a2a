import { type Check, errorAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const packUndeclared: Check = {
  id: 'pack-undeclared',
  reach: 'record',
  description: 'A price or GTIN of a real product says who declared it, and when.',
  run(register) {
    return packsIn(register).flatMap(({ product, file, field, pack }) => {
      if (product.sample || pack.declared !== undefined) return [];
      return (['priceDong', 'gtin'] as const)
        .filter((name) => pack[name] !== undefined)
        .map((name) =>
          errorAt(file, `${field}.${name}`, {
            en: `${pack[name]} stands on a real product without who declared it: add declared (by, on) or leave it out`,
            vi: `${pack[name]} ghi trên sản phẩm thật mà không rõ ai khai: hãy thêm declared (by: người khai, on: ngày khai) hoặc bỏ đi`,
          }),
        );
    });
  },
};

import { type Check, errorAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const basketNamedLikePack: Check = {
  id: 'basket-named-like-pack',
  reach: 'register',
  description: 'In a cart the id of a basket stands where packs have their SKU: no two may be the same.',
  run(register) {
    const packs = new Map(packsIn(register).map(({ pack, file, field }) => [pack.sku, `${file} ${field}`]));
    return register.baskets.flatMap(({ id, file }) => {
      const pack = packs.get(id);
      return pack === undefined ? [] : [errorAt(file, 'id', { en: `"${id}" is already the SKU of ${pack}: rename the basket's file`, vi: `"${id}" đã là mã quy cách của ${pack}: hãy đổi tên tệp giỏ quà` })];
    });
  },
};

import { slug } from '../schemas/fields.ts';
import { type Check, errorAt } from './check.ts';

export const slugWrong: Check = {
  id: 'slug-wrong',
  reach: 'record',
  description: 'A file name is an address: small letters without marks, digits and single hyphens.',
  run(register) {
    const { products, producers, decisions, outlets, events, baskets, vouchers, moved } = register;
    const records = [...products, ...producers, ...decisions, ...outlets, ...events, ...baskets, ...vouchers, ...moved];
    return records
      .filter(({ id }) => !slug.safeParse(id).success)
      .map(({ id, file }) =>
        errorAt(file, 'id', {
          en: `"${id}" is no address: rename the file or folder to "${slugOf(id)}"`,
          vi: `"${id}" không dùng làm địa chỉ được: hãy đổi tên tệp hoặc thư mục thành "${slugOf(id)}"`,
        }),
      );
  },
};

function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

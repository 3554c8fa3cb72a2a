import { type Check, errorAt } from './check.ts';

export const productWithoutSource: Check = {
  id: 'product-without-source',
  reach: 'register',
  description: 'A real product says where it was read: in its sources, in an attestation or in a decision that names it.',
  run(register) {
    const decided = new Set(register.decisions.flatMap(({ record }) => record.lines.map(({ product }) => product)));
    return register.products
      .filter(({ id, sample, record }) => !sample && record.sources.length + record.attestations.length === 0 && !decided.has(id))
      .map(({ file }) =>
        errorAt(file, 'sources', {
          en: 'is empty and no attestation or decision names this product: write where it was read (title or url)',
          vi: 'đang trống và không có ghi nhận hay quyết định nào nêu sản phẩm này: hãy ghi nguồn đã đọc (title hoặc url)',
        }),
      );
  },
};

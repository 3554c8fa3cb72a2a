import { type Check, errorAt } from './check.ts';

export const duplicateAttestation: Check = {
  id: 'duplicate-attestation',
  reach: 'record',
  description: 'Acts on one product have different ids: each is part of the address of a certificate.',
  run(register) {
    const decisions = new Map<string, Set<string>>();
    for (const { id, record } of register.decisions) {
      for (const { product } of record.lines) decisions.set(product, (decisions.get(product) ?? new Set()).add(id));
    }
    return register.products.flatMap(({ id: product, file, record }) => {
      const taken = new Set(decisions.get(product));
      return record.attestations.flatMap(({ id }, place) => {
        if (!taken.has(id)) return taken.add(id), [];
        return [
          errorAt(file, `attestations.${place}.id`, {
            en: `"${id}" is already an attestation or a decision on this product: give it an id of its own`,
            vi: `"${id}" đã là mã của một ghi nhận hoặc quyết định khác về sản phẩm này: hãy đặt mã khác`,
          }),
        ];
      });
    });
  },
};

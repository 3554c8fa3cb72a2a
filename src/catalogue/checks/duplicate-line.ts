import { grants } from './acts-in.ts';
import { type Check, errorAt } from './check.ts';

export const duplicateLine: Check = {
  id: 'duplicate-line',
  reach: 'record',
  description: 'A decision grants a product one certificate, so it has one granting line for it.',
  run(register) {
    return register.decisions.flatMap(({ file, record }) => {
      const first = new Map<string, number>();
      return record.lines.flatMap(({ product, act }, place) => {
        if (!grants(act)) return [];
        const before = first.get(product);
        if (before === undefined) return first.set(product, place), [];
        return [
          errorAt(file, `lines.${place}.product`, {
            en: `"${product}" is already granted in lines.${before}: remove one of the two lines`,
            vi: `"${product}" đã được công nhận ở lines.${before}: hãy bỏ một trong hai dòng`,
          }),
        ];
      });
    });
  },
};

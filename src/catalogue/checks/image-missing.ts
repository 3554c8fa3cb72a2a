import { nearestName } from '../nearest-name.ts';
import { type Check, errorAt } from './check.ts';

export const imageMissing: Check = {
  id: 'image-missing',
  reach: 'register',
  description: 'Every photograph that a product names lies in its folder.',
  run(register) {
    return register.products.flatMap(({ file, record }) => {
      const beside = register.folders.get(file) ?? [];
      return record.photographs.flatMap((photograph, place) => {
        if (beside.includes(photograph.file)) return [];
        const nearest = nearestName(photograph.file, beside);
        return [
          errorAt(file, `photographs.${place}.file`, {
            en: `"${photograph.file}" does not lie beside product.yaml${nearest === undefined ? ': put it there or remove the entry' : ` (did you mean "${nearest}"?)`}`,
            vi: `"${photograph.file}" không nằm cạnh product.yaml${nearest === undefined ? ': hãy đặt ảnh vào đó hoặc xoá mục này' : ` (có phải ý là "${nearest}"?)`}`,
          }),
        ];
      });
    });
  },
};

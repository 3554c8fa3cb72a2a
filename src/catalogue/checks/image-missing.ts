import { nearestName } from '../nearest-name.ts';
import { lotFolderOf } from '../record-files.ts';
import { type Check, errorAt } from './check.ts';

export const imageMissing: Check = {
  id: 'image-missing',
  reach: 'register',
  description: 'Every photograph that a product or lot names lies in its folder.',
  run(register) {
    return [...register.products, ...register.lots].flatMap(({ file, record }) => {
      const beside = register.folders.get(file) ?? [];
      const [where, whereVi] = file.endsWith('/product.yaml') ? ['beside product.yaml', 'cạnh product.yaml'] : [`in ${lotFolderOf(file)}/`, `trong ${lotFolderOf(file)}/`];
      return record.photographs.flatMap((photograph, place) => {
        if (beside.includes(photograph.file)) return [];
        const nearest = nearestName(photograph.file, beside);
        return [
          errorAt(file, `photographs.${place}.file`, {
            en: `"${photograph.file}" does not lie ${where}${nearest === undefined ? ': put it there or remove the entry' : ` (did you mean "${nearest}"?)`}`,
            vi: `"${photograph.file}" không nằm ${whereVi}${nearest === undefined ? ': hãy đặt ảnh vào đó hoặc xoá mục này' : ` (có phải ý là "${nearest}"?)`}`,
          }),
        ];
      });
    });
  },
};

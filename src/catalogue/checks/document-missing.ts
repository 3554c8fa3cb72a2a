import { nearestName } from '../nearest-name.ts';
import { lotFolderOf } from '../record-files.ts';
import { type Check, errorAt } from './check.ts';

export const documentMissing: Check = {
  id: 'document-missing',
  reach: 'register',
  description: 'Every document that a lot names lies in its folder.',
  run(register) {
    return register.lots.flatMap(({ file, record }) => {
      const beside = register.folders.get(file) ?? [];
      const found = register.lotFolders.get(file)?.files;
      const folder = `${lotFolderOf(file)}/`;
      return record.documents.flatMap((document, place) => {
        if (beside.includes(document.file) || found?.has(document.file)) return [];
        const nearest = nearestName(document.file, beside);
        return [
          errorAt(file, `documents.${place}.file`, {
            en: `"${document.file}" does not lie in ${folder}${nearest === undefined ? ': put it there or remove the entry' : ` (did you mean "${nearest}"?)`}`,
            vi: `"${document.file}" không nằm trong ${folder}${nearest === undefined ? ': hãy đặt tệp vào đó hoặc xoá mục này' : ` (có phải ý là "${nearest}"?)`}`,
          }),
        ];
      });
    });
  },
};

import { SERIALS_FILE } from '../lot-folder.ts';
import { type Check, warningAt } from './check.ts';

export const documentNotListed: Check = {
  id: 'document-not-listed',
  reach: 'register',
  description: 'A file that lies in a lot’s folder is named in its record; else it is not shown.',
  run(register) {
    return register.lots.flatMap(({ file, record }) => {
      const listed = new Set([...record.documents, ...record.photographs].map((one) => one.file));
      if (record.serials !== undefined) listed.add(SERIALS_FILE);
      return (register.folders.get(file) ?? [])
        .filter((name) => !listed.has(name))
        .map((name) =>
          warningAt(file, name === SERIALS_FILE ? 'serials' : 'documents', {
            en: `does not name "${name}", which lies in its folder: add it to the record, or remove the file`,
            vi: `chưa ghi tệp "${name}" nằm trong thư mục của lô: hãy thêm vào bản ghi, hoặc xoá tệp`,
          }),
        );
    });
  },
};

import { LARGEST_DOCUMENT_BYTES, type LotFile, type LotFileFault } from '../lot-folder.ts';
import { documentExtension } from '../stored-document.ts';
import { type Check, errorAt, type Words } from './check.ts';

export const documentUnusable: Check = {
  id: 'document-unusable',
  reach: 'register',
  description: 'A document of a lot is a PDF, PNG, JPEG or WebP file of at most 20 MB that is what its name says.',
  run(register) {
    return register.lots.flatMap(({ file, record }) => {
      const found = register.lotFolders.get(file)?.files;
      return record.documents.flatMap((document, place) => {
        const words = faultOf(document.file, found?.get(document.file));
        return words === undefined ? [] : [errorAt(file, `documents.${place}.file`, words)];
      });
    });
  },
};

/** `found` is undefined for a file that another rule misses, or that is only proposed. */
function faultOf(name: string, found: LotFile | LotFileFault | undefined): Words | undefined {
  const named = documentExtension(name);
  if (named === undefined) {
    return {
      en: `"${name}" is no PDF, PNG, JPEG or WebP: save the paper as one of these`,
      vi: `"${name}" không phải PDF, PNG, JPEG hay WebP: hãy lưu giấy tờ thành một trong các loại này`,
    };
  }
  if (found === 'too-large') {
    return {
      en: `"${name}" is larger than ${LARGEST_DOCUMENT_BYTES / 1024 / 1024} MB: scan it again with fewer dots per inch`,
      vi: `"${name}" lớn hơn ${LARGEST_DOCUMENT_BYTES / 1024 / 1024} MB: hãy quét lại với độ phân giải thấp hơn`,
    };
  }
  if (found === 'no-file') {
    return {
      en: `"${name}" is no file of the lot's own folder: put the file itself there, not a link`,
      vi: `"${name}" không phải tệp nằm ngay trong thư mục của lô: hãy đặt chính tệp vào đó, không dùng liên kết`,
    };
  }
  if (found === undefined || found.kind === named) return undefined;
  const kind = found.kind?.toUpperCase();
  return {
    en: `"${name}" ${kind === undefined ? 'is damaged or of another kind' : `is really a ${kind} file`}: give it the name of its kind, or save it again`,
    vi: `"${name}" ${kind === undefined ? 'bị hỏng hoặc là loại tệp khác' : `thật ra là tệp ${kind}`}: hãy đặt đúng đuôi tệp, hoặc lưu lại`,
  };
}

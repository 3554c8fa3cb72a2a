import { SERIALS_FILE } from '../lot-folder.ts';
import { lotFolderOf } from '../record-files.ts';
import { type Check, errorAt, type Words } from './check.ts';

/** The first 64 bits of SHA-256. */
const HASH = /^[0-9a-f]{16}$/;

export const serialsWrong: Check = {
  id: 'serials-wrong',
  reach: 'register',
  description: 'serials.txt of a lot holds as many hashes as were issued, one a line, sorted, none twice.',
  run(register) {
    return register.lots.flatMap(({ file, record: { serials } }) => {
      if (serials === undefined) return [];
      const lines = register.lotFolders.get(file)?.serials;
      if (lines === undefined && register.folders.get(file)?.includes(SERIALS_FILE)) return [];
      const words = lines === undefined ? missing(file) : faultOf(lines, serials.count);
      return words === undefined ? [] : [errorAt(file, 'serials', words)];
    });
  },
};

function missing(file: string): Words {
  const folder = `${lotFolderOf(file)}/`;
  return {
    en: `says that serials were issued, but ${folder}${SERIALS_FILE} is missing: put it back, or remove serials if none were printed`,
    vi: `ghi đã cấp số sê-ri nhưng thiếu ${folder}${SERIALS_FILE}: hãy đặt lại tệp, hoặc bỏ serials nếu chưa in số nào`,
  };
}

function faultOf(lines: readonly string[], count: number): Words | undefined {
  const malformed = lines.findIndex((line) => !HASH.test(line));
  if (malformed !== -1) {
    return {
      en: `line ${malformed + 1} of ${SERIALS_FILE} is no hash of 16 characters 0-9, a-f: take the file as it was issued`,
      vi: `dòng ${malformed + 1} của ${SERIALS_FILE} không phải mã băm 16 ký tự 0-9, a-f: hãy dùng đúng tệp đã được cấp`,
    };
  }
  const unsorted = lines.findIndex((line, at) => at > 0 && line <= (lines[at - 1] as string));
  if (unsorted !== -1) {
    return {
      en: `line ${unsorted + 1} of ${SERIALS_FILE} is out of order or stands twice: take the file as it was issued`,
      vi: `dòng ${unsorted + 1} của ${SERIALS_FILE} sai thứ tự hoặc bị lặp: hãy dùng đúng tệp đã được cấp`,
    };
  }
  if (lines.length === count) return undefined;
  return {
    en: `count says ${count}, ${SERIALS_FILE} holds ${lines.length}: correct the count or take the file as it was issued`,
    vi: `count ghi ${count}, còn ${SERIALS_FILE} có ${lines.length} dòng: hãy sửa số đếm hoặc dùng đúng tệp đã được cấp`,
  };
}

import { parseYaml } from '../catalogue/yaml-file.ts';
import type { Answers, RowAnswer } from './import-context.ts';
import type { Words } from './words.ts';

const FIELDS = ['san-pham', 'chu-the', 'xa', 'hinh-thuc', 'sao', 'quyet-dinh'] as const;

/**
 * The answers file: under each row (`"PL1!7"`, or `7` where the file has one sheet) the fields that questions name, and
 * `bo-qua: true` to leave the row out.
 */
export function readAnswers(text: string, onlySheet: string | undefined): { answers: Answers } | { refusal: Words } {
  const parsed = parseYaml(text);
  if ('error' in parsed) return { refusal: { vi: `tệp trả lời không đọc được: ${parsed.error}`, en: `the answers are not readable: ${parsed.error}` } };
  if (parsed.value === null) return { answers: new Map() };
  if (typeof parsed.value !== 'object' || Array.isArray(parsed.value)) return { refusal: FORM };
  const answers = new Map<string, RowAnswer>();
  for (const [row, fields] of Object.entries(parsed.value as object)) {
    const key = row.includes('!') ? row : onlySheet === undefined ? undefined : `${onlySheet}!${row}`;
    if (key === undefined || typeof fields !== 'object' || fields === null) return { refusal: FORM };
    const unknown = Object.keys(fields).find((field) => field !== 'bo-qua' && !(FIELDS as readonly string[]).includes(field));
    if (unknown !== undefined) return { refusal: { vi: `tệp trả lời, dòng ${row}: không có mục "${unknown}".`, en: `the answers, row ${row}: there is no field "${unknown}".` } };
    const given = FIELDS.flatMap((field) => (field in fields ? [[field, String((fields as Record<string, unknown>)[field])] as const] : []));
    answers.set(key, { ...Object.fromEntries(given), ...((fields as Record<string, unknown>)['bo-qua'] === true ? { skip: true } : {}) });
  }
  return { answers };
}

const FORM: Words = {
  vi: 'tệp trả lời phải có dạng "Tên trang!số dòng": { san-pham: …, chu-the: …, bo-qua: true }.',
  en: 'the answers must read "Sheet!row": { san-pham: …, chu-the: …, bo-qua: true }.',
};

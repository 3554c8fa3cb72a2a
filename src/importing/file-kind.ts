import { LIMITS } from './limits.ts';
import type { Words } from './words.ts';
import { zipSize } from './zip-size.ts';

export type FileKind = 'xlsx' | 'csv' | FileFault;
export type FileFault =
  | 'empty' | 'too-large' | 'bomb' | 'damaged' | 'password' | 'xls' | 'xlsb' | 'ods' | 'docx' | 'pdf' | 'encoding' | 'too-many-cells';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46];

/** What the bytes are, whatever the file is called. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > LIMITS.fileBytes) return 'too-large';
  if (startsWith(bytes, PDF)) return 'pdf';
  if (startsWith(bytes, OLE)) return holdsUtf16(bytes, 'EncryptedPackage') ? 'password' : 'xls';
  return startsWith(bytes, ZIP) ? kindOfZip(bytes) : 'csv';
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const size = zipSize(bytes, LIMITS.unpackedBytes, LIMITS.zipEntries);
  if (size === 'too-large') return 'bomb';
  if (size === 'damaged') return 'damaged';
  const has = (start: string): boolean => size.entries.some((entry) => entry.startsWith(start));
  if (has('word/')) return 'docx';
  if (has('xl/workbook.bin')) return 'xlsb';
  if (has('content.xml')) return 'ods';
  return has('[Content_Types].xml') ? 'xlsx' : 'damaged';
}

/** Why a file is not taken, and what to do. */
export function fileFault(fault: FileFault, fileName: string): Words {
  const words = FAULTS[fault];
  return { vi: `Tệp "${fileName}" ${words.vi}`, en: `File "${fileName}" ${words.en}` };
}

const megabytes = (bytes: number): number => bytes / 1_000_000;

const FAULTS: Readonly<Record<FileFault, Words>> = {
  empty: { vi: 'trống: hãy kiểm tra lại tệp.', en: 'is empty: check it.' },
  'too-large': {
    vi: `lớn hơn ${megabytes(LIMITS.fileBytes)} MB: phụ lục không lớn như vậy; hãy bỏ ảnh trong tệp hoặc chép bảng sang tệp mới.`,
    en: `is larger than ${megabytes(LIMITS.fileBytes)} MB: remove its pictures or copy the table into a new file.`,
  },
  bomb: {
    vi: `bung ra quá ${megabytes(LIMITS.unpackedBytes)} MB nên không được mở: hãy chép bảng sang một tệp mới.`,
    en: `unpacks to more than ${megabytes(LIMITS.unpackedBytes)} MB and was not opened: copy the table into a new file.`,
  },
  damaged: {
    vi: 'bị hỏng hoặc không phải bảng tính: hãy mở bằng Excel, lưu lại thành XLSX rồi nhập lại.',
    en: 'is damaged or no spreadsheet: open it in Excel, save it as XLSX and import it again.',
  },
  password: {
    vi: 'được đặt mật khẩu: hãy mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi lưu lại.',
    en: 'is protected by a password: open it in Excel, remove the password and save it.',
  },
  xls: {
    vi: 'là tệp Excel kiểu cũ (.xls): hãy mở bằng Excel và chọn Lưu thành (Save As) "Excel Workbook (.xlsx)".',
    en: 'is an old Excel file (.xls): open it in Excel and save it as "Excel Workbook (.xlsx)".',
  },
  xlsb: {
    vi: 'là tệp Excel nhị phân (.xlsb): hãy mở bằng Excel và lưu thành "Excel Workbook (.xlsx)".',
    en: 'is a binary Excel file (.xlsb): open it in Excel and save it as "Excel Workbook (.xlsx)".',
  },
  ods: {
    vi: 'là tệp OpenDocument (.ods): hãy lưu thành "Excel Workbook (.xlsx)".',
    en: 'is an OpenDocument file (.ods): save it as "Excel Workbook (.xlsx)".',
  },
  docx: {
    vi: 'là văn bản Word: hãy chép bảng trong đó sang Excel và lưu thành XLSX.',
    en: 'is a Word document: copy its table into Excel and save it as XLSX.',
  },
  pdf: {
    vi: 'là tệp PDF: hãy chép bảng trong đó sang Excel và lưu thành XLSX.',
    en: 'is a PDF: copy its table into Excel and save it as XLSX.',
  },
  encoding: {
    vi: 'không rõ bảng mã: hãy mở bằng Excel và lưu thành XLSX, hoặc "CSV UTF-8".',
    en: 'is in an unknown encoding: open it in Excel and save it as XLSX or "CSV UTF-8".',
  },
  'too-many-cells': {
    vi: `vượt quá ${LIMITS.rows} dòng, ${LIMITS.columns} cột, ${LIMITS.sheets} trang hoặc ${LIMITS.cellCharacters} chữ trong một ô: hãy tách thành nhiều tệp.`,
    en: `has more than ${LIMITS.rows} rows, ${LIMITS.columns} columns, ${LIMITS.sheets} sheets or ${LIMITS.cellCharacters} characters in a cell: split it.`,
  },
};

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'));
}

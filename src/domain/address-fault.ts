import type { ValueFault } from './application-identifier.ts';

/** Why the address of a pack is refused. */
export type AddressFaultCode = ValueFault | keyof typeof OTHER_MESSAGES;

export interface AddressFault {
  fault: AddressFaultCode;
  /** The AI (`10`), the key in the query, or the part: `address`, `scheme`, `host`, `path`, `code`. */
  where: string;
  message: { vi: string; en: string };
}

/** The longest address that is read; the largest QR symbol holds 4,296 characters. */
export const LONGEST_ADDRESS = 4_300;

export function addressFault(fault: AddressFaultCode, where: string): AddressFault {
  const short = where.length > 24 ? `${where.slice(0, 24)}…` : where;
  const [vi, en] = MESSAGES[fault];
  const name = NAMES.get(short) ?? [short, short];
  return { fault, where: short, message: { vi: `${name[0]}: ${vi}.`, en: `${name[1]}: ${en}.` } };
}

const VALUE_MESSAGES: Readonly<Record<ValueFault, readonly [vi: string, en: string]>> = {
  'value-characters': ['có ký tự mà GS1 không cho phép', 'has a character that GS1 does not allow'],
  'value-digits': ['có ký tự khác ở chỗ phải là chữ số', 'has something else where digits belong'],
  'value-length': ['quá ngắn hoặc quá dài', 'is too short or too long'],
  'check-digit': ['sai số kiểm tra, xin xem lại từng chữ số', 'the check digit does not fit; compare every digit'],
  date: ['không phải ngày có thật dạng YYMMDD', 'is not an existing date of the form YYMMDD'],
};

const OTHER_MESSAGES = {
  'too-long': ['dài quá 4.300 ký tự', 'is longer than 4,300 characters'],
  'illegal-character': ['có ký tự không được viết thẳng trong địa chỉ web', 'has a character that a web address must percent-encode'],
  scheme: ['phải bắt đầu bằng https:// hoặc http://, toàn chữ thường hoặc toàn chữ hoa', 'must begin with https:// or http://, all in lower or all in upper case'],
  host: ['thiếu tên miền hoặc tên miền có ký tự lạ', 'is missing or has a character that no domain has'],
  'no-key': ['không có /01/ và mã GTIN', 'has no /01/ with a GTIN'],
  'other-key': ['là mã GS1 khác, không phải mã sản phẩm (01)', 'is another GS1 key, not the one of a product (01)'],
  'unknown-ai': ['không phải số nhận dạng ứng dụng (AI) của GS1', 'is no application identifier (AI) of GS1'],
  unpaired: ['đứng lẻ, không có số nhận dạng đi trước', 'stands alone, without an identifier before it'],
  qualifier: ['không được đứng trong đường dẫn sau mã sản phẩm', 'may not stand in the path after the product'],
  'qualifier-order': ['sai thứ tự: đúng là 22, 10, 21, hoặc một mình 235', 'is out of order: the order is 22, 10, 21, or 235 alone'],
  repeated: ['có hai lần', 'occurs twice'],
  'path-only': ['phải nằm trong đường dẫn, không nằm sau dấu ?', 'belongs in the path, not after the question mark'],
  'not-an-attribute': ['không đi cùng mã sản phẩm', 'does not go with a product'],
  'empty-value': ['để trống', 'is empty'],
  'percent-encoding': ['mã hoá % bị hỏng', 'has a broken percent escape'],
  'dot-segment': ['không được chỉ gồm một hoặc hai dấu chấm', 'may not be just one or two dots'],
  'gtin-length': ['phải có 14 chữ số (nhận cả 8, 12, 13)', 'must have 14 digits (8, 12 and 13 are accepted)'],
  'no-code': ['không có /t/ và mã truy vết', 'has no /t/ with a trace code'],
  'code-characters': ['có ký tự không dùng trong mã truy vết', 'has a character that trace codes do not use'],
  'code-length': ['phải có 10 ký tự', 'must have 10 characters'],
  'code-check': ['gõ sai, xin xem lại từng ký tự', 'is mistyped; compare every character'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

const MESSAGES: Readonly<Record<AddressFaultCode, readonly [vi: string, en: string]>> = {
  ...VALUE_MESSAGES,
  ...OTHER_MESSAGES,
};

const NAMES: ReadonlyMap<string, readonly [vi: string, en: string]> = new Map(Object.entries({
  address: ['Địa chỉ', 'The address'],
  scheme: ['Phần đầu địa chỉ', 'The scheme'],
  host: ['Tên miền', 'The domain'],
  path: ['Đường dẫn', 'The path'],
  code: ['Mã truy vết', 'The trace code'],
  '01': ['Mã sản phẩm GTIN (01)', 'GTIN (01)'],
  '10': ['Mã lô (10)', 'Lot (10)'],
  '11': ['Ngày sản xuất (11)', 'Production date (11)'],
  '13': ['Ngày đóng gói (13)', 'Packing date (13)'],
  '15': ['Ngày dùng tốt nhất (15)', 'Best before (15)'],
  '16': ['Ngày bán cuối (16)', 'Sell by (16)'],
  '17': ['Hạn sử dụng (17)', 'Use by (17)'],
  '21': ['Số sê-ri (21)', 'Serial (21)'],
  '22': ['Biến thể (22)', 'Variant (22)'],
  '422': ['Nước xuất xứ (422)', 'Country of origin (422)'],
} as const));

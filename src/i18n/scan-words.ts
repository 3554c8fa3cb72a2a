import { gtinOrigin, type GtinOrigin } from '../domain/gtin-origin.ts';
import type { ScannedCode } from '../domain/scanned-code.ts';
import type { Language } from '../paths.ts';

/** What is said about a code that leads to no page of its own; the browser says the same as the server. */
export interface ScanWords {
  title: string;
  lines: readonly string[];
  /** Somebody else's page: shown, and opened by nobody but the reader. */
  away?: { url: string; host: string };
}

/** A code for which the register has no pack, or that is none of ours. */
export type UnopenedCode = Exclude<ScannedCode, { kind: 'nothing' | 'own-page' }>;

export function scanWords(code: UnopenedCode, language: Language): ScanWords {
  const [vi, en] = wordsOf(code);
  const { title, lines } = language === 'vi' ? vi : en;
  const away = code.kind === 'foreign-link' || code.kind === 'foreign-pack' ? { away: { url: code.url, host: code.host } } : {};
  return { title, lines, ...away };
}

/** Why a camera or a photograph gave no code. */
export type ScanTrouble = keyof typeof TROUBLES;

export function troubleWords(trouble: ScanTrouble, language: Language): string {
  return TROUBLES[trouble][language === 'vi' ? 0 : 1];
}

const TROUBLES = {
  opening: ['Đang mở bộ đọc mã…', 'Opening the reader…'],
  looking: ['Đưa mã vào giữa khung, giữ yên một chút.', 'Hold the code in the middle of the frame, keep still for a moment.'],
  reading: ['Đang đọc ảnh…', 'Reading the picture…'],
  found: ['Đã đọc được mã, đang mở trang…', 'Code read, opening its page…'],
  denied: ['Trình duyệt chưa được phép dùng máy ảnh. Cho phép trong cài đặt của trang, hoặc chọn ảnh chụp mã.', 'The browser may not use the camera. Allow it in the page settings, or choose a photograph of the code.'],
  'no-camera': ['Không thấy máy ảnh nào, hoặc ứng dụng khác đang dùng. Hãy chọn ảnh chụp mã, hoặc gõ mã.', 'No camera was found, or another app is using it. Choose a photograph of the code, or type the code.'],
  'no-reader': ['Không mở được bộ đọc mã: mạng yếu hoặc trình duyệt quá cũ. Hãy gõ mã vào ô bên dưới.', 'The reader could not be opened: poor network or an old browser. Type the code in the field below.'],
  'no-code': ['Không thấy mã nào trong ảnh. Chụp gần hơn, đủ sáng, cả mã nằm gọn trong ảnh.', 'No code was found in the picture. Go closer, in good light, with the whole code in the picture.'],
  'no-picture': ['Tệp này không phải ảnh đọc được. Hãy chọn ảnh JPEG hoặc PNG.', 'This file is no picture that can be read. Choose a JPEG or PNG.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

interface Said {
  title: string;
  lines: readonly string[];
}

function wordsOf(code: UnopenedCode): readonly [vi: Said, en: Said] {
  switch (code.kind) {
    case 'pack':
      return [
        { title: 'Chưa có mã này trong danh mục', lines: ['Mã viết đúng dạng, nhưng không quy cách nào trong danh mục mang mã này.', 'So lại từng ký tự với mã in trên bao bì, hoặc tìm theo tên sản phẩm.'] },
        { title: 'This code is not in the catalogue', lines: ['The code is well formed, but no pack in the catalogue carries it.', 'Compare every character with the pack, or search by the product’s name.'] },
      ];
    case 'gtin':
      return gtinWords(code.digits, gtinOrigin(code.prefix));
    case 'foreign-pack':
      return [
        { title: 'Mã này dẫn tới trang khác', lines: [`Mã QR thuộc tên miền ${code.host}, không phải trang này, nên trang này không tự mở.`, `Mã vạch ghi trong đó là ${code.gtin14}.`] },
        { title: 'This code leads to another site', lines: [`The QR code belongs to ${code.host}, not to this site, so it is not opened by itself.`, `The product number in it is ${code.gtin14}.`] },
      ];
    case 'foreign-link':
      return [
        { title: 'Mã này dẫn tới trang khác', lines: [`Mã QR thuộc tên miền ${code.host}, không phải trang này, nên trang này không tự mở và không biết trong đó có gì.`, 'So tên miền với tên miền in trên bao bì trước khi mở.'] },
        { title: 'This code leads to another site', lines: [`The QR code belongs to ${code.host}, not to this site; it is not opened by itself, and what is there is not known here.`, 'Compare the domain with the one printed on the pack before you open it.'] },
      ];
    case 'faulty':
      return [
        { title: 'Mã chưa đúng', lines: [code.message.vi] },
        { title: 'The code is not right', lines: [code.message.en] },
      ];
    case 'other':
      return [
        { title: 'Mã của hệ khác', lines: [`Đọc được: “${short(code.text)}”. Đây không phải mã vạch sản phẩm, cũng không phải mã truy vết của trang này, nên không có trong danh mục.`, 'Nếu đó là tên sản phẩm, hãy tìm theo tên.'] },
        { title: 'A code of another system', lines: [`It reads “${short(code.text)}”. This is no product number and no trace code of this site, so the catalogue does not have it.`, 'If it is the product’s name, search by name.'] },
      ];
  }
}

function gtinWords(digits: string, origin: GtinOrigin): readonly [vi: Said, en: Said] {
  const [vi, en] = ORIGINS[origin];
  return [
    { title: `Mã vạch ${digits} không có trong danh mục`, lines: [vi, 'Danh mục chỉ biết những mã vạch mà chủ thể đã khai báo. Hãy tìm theo tên sản phẩm.'] },
    { title: `Number ${digits} is not in the catalogue`, lines: [en, 'The catalogue only knows numbers that producers have declared. Search by the product’s name.'] },
  ];
}

const ORIGINS: Readonly<Record<GtinOrigin, readonly [vi: string, en: string]>> = {
  vietnam: ['Mã đăng ký tại Việt Nam (đầu số 893).', 'The number is registered in Viet Nam (prefix 893).'],
  demonstration: ['Đầu số 952 dành cho ví dụ, không hàng bán thật nào mang.', 'Prefix 952 is kept for examples; no real goods carry it.'],
  'in-store': ['Đây là mã nội bộ của cửa hàng, mỗi nơi dùng một cách.', 'This is a shop’s own number; each shop uses it in its own way.'],
  book: ['Đây là mã của sách báo (ISBN, ISSN).', 'This is the number of a book or periodical (ISBN, ISSN).'],
  abroad: ['Mã đăng ký ở nước khác, không phải đầu số 893 của Việt Nam. Đầu số chỉ cho biết nơi đăng ký mã, không cho biết hàng làm ở đâu.', 'The number is registered in another country, not under Viet Nam’s prefix 893. A prefix tells where the number was registered, not where the goods were made.'],
};

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

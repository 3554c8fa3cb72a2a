import type { Language } from '../paths.ts';

/** What the search field says by itself, in a browser that has loaded it; the rest comes with each answer. */
const WORDS = {
  clear: ['Xoá chữ đã gõ', 'Clear the text'],
  example: ['mật ong', 'honey'],
  list: ['Gợi ý', 'Suggestions'],
  recent: ['Bạn đã tìm', 'You searched for'],
  forget: ['Xoá các lần tìm', 'Forget these searches'],
  failed: ['Chưa lấy được gợi ý. Nhấn Enter để tìm.', 'Suggestions could not be loaded. Press Enter to search.'],
  resultsFailed: ['Chưa lấy được kết quả mới; dưới đây là kết quả trước đó. Kiểm tra mạng rồi thử lại.', 'New results could not be loaded; below are the earlier ones. Check the network and try again.'],
  locating: ['Đang tìm vị trí…', 'Finding your position…'],
  refused: ['Trình duyệt chưa được phép dùng vị trí. Hãy chọn một nơi bên dưới.', 'The browser may not use your position. Choose a place below.'],
  notLocated: ['Chưa biết được vị trí. Hãy chọn một nơi bên dưới.', 'Your position could not be found. Choose a place below.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type ComboboxWord = keyof typeof WORDS;

export function comboboxWord(word: ComboboxWord, language: Language): string {
  return WORDS[word][language === 'vi' ? 0 : 1];
}

import type { Language } from '../paths.ts';

/** A place's label within a sentence: "xã Cẩm Duệ", "tỉnh Hà Tĩnh"; English labels stay as they are. */
export function inSentence(label: string, language: Language): string {
  return language === 'vi' ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

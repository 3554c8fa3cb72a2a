import { splitWords } from './split-words.ts';

const ALL_MARKS = /\p{M}+/gu;
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Final -i and -y are two spellings of one sound after these: Qui Nhơn / Quy Nhơn, Hồng Sĩ / Hồng Sỹ. */
const FINAL_I = /^(h|k|l|m|s|t|v|qu)i$/;
/** Phường 01 is Phường 1. */
const LEADING_ZEROS = /^0+(?=\d)/;

/** Lower case, no marks, đ as d, letters and digits only: "Cẩm Mỹ" and "CAM MY" are both `cammy`. */
export function fold(text: string): string {
  return syllablesOf(text).map(withoutMarks).join('');
}

/** `Bà Rịa - Vũng Tàu` is `ba-ria-vung-tau`. */
export function slugify(text: string): string {
  return syllablesOf(text).map(withoutMarks).filter(Boolean).join('-');
}

/** Two names are spellings of one another when `marked` is equal, and fit without their marks when `folded` is. */
export interface SpellingKeys {
  marked: string;
  folded: string;
}

/**
 * NFC or NFD, capitals, spaces, hyphens and apostrophes, the place of the tone (hòa, hoà), a final i or y and leading
 * zeros do not count; the marks themselves do in `marked`. `folded` is what is left without a Vietnamese keyboard.
 */
export function spellingKeys(text: string): SpellingKeys {
  let marked = '';
  let folded = '';
  for (const syllable of syllablesOf(text)) {
    const tones = syllable.match(TONE_MARKS);
    marked += tones === null ? canonical(syllable) : canonical(syllable.replace(TONE_MARKS, '')) + tones.join('');
    folded += canonical(withoutMarks(syllable));
  }
  return { marked, folded };
}

/** In NFD. The Icelandic Ð (U+00D0), often typed for Đ (U+0110), is taken for it. */
function syllablesOf(text: string): string[] {
  return splitWords(text.normalize('NFD').toLowerCase().replaceAll('ð', 'đ'));
}

function withoutMarks(syllable: string): string {
  return syllable.replace(ALL_MARKS, '').replaceAll('đ', 'd');
}

function canonical(syllable: string): string {
  if (syllable.endsWith('i')) return syllable.replace(FINAL_I, '$1y');
  return syllable.startsWith('0') ? syllable.replace(LEADING_ZEROS, '') : syllable;
}

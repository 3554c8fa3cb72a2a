import { spellingKeys } from '../../domain/fold.ts';

const SYLLABLE = /[\p{L}\p{M}\p{N}]+/gu;

/** Digits never stand inside a Vietnamese syllable, so these cannot be mistaken for letters. */
const CODES: Readonly<Record<string, string>> = { '\u0306': '6', '\u0302': '7', '\u031b': '8', '\u0300': '1', '\u0301': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5', 'đ': 'd9' };
const CODED = /[\u0306\u0302\u031b\u0300\u0301\u0309\u0303\u0323đ]/g;

/**
 * A syllable with its marks in plain letters, because Meilisearch takes every mark away: dừa is `du8a1`, dứa `du8a2`, dưa
 * `du8a`. Spellings of one sound (hòa, hoà) are the same.
 */
export function markCode(syllable: string): string {
  return spellingKeys(syllable).marked.replace(CODED, (mark) => CODES[mark] as string).replace(/\p{M}/gu, '');
}

/** Of every syllable in the texts, each once. */
export function markCodes(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => (text.normalize('NFC').match(SYLLABLE) ?? []).map(markCode)))].filter((code) => code !== '');
}

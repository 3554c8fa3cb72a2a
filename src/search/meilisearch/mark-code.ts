import { spellingKeys } from '../../domain/fold.ts';
import { syllablesIn } from '../syllables.ts';

/** Digits never stand inside a Vietnamese syllable, so these cannot be mistaken for letters. */
const CODES: Readonly<Record<string, string>> = { '\u0306': '6', '\u0302': '7', '\u031b': '8', '\u0300': '1', '\u0301': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5', 'đ': 'd9' };
const CODED = /[\u0306\u0302\u031b\u0300\u0301\u0309\u0303\u0323đ]/g;

const KNOWN = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

/**
 * A syllable with its marks in plain letters, because Meilisearch takes every mark away: dừa is `du8a1`, dứa `du8a2`, dưa
 * `du8a`. Spellings of one sound (hòa, hoà) are the same.
 */
export function markCode(syllable: string): string {
  const kept = KNOWN.get(syllable);
  if (kept !== undefined) return kept;
  const code = spellingKeys(syllable).marked.replace(CODED, (mark) => CODES[mark] as string).replace(/\p{M}/gu, '');
  if (KNOWN.size < MOST_REMEMBERED) KNOWN.set(syllable, code);
  return code;
}

/** Of every syllable in the texts, each once. */
export function markCodes(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => syllablesIn(text).map(markCode)))].filter((code) => code !== '');
}

import { spellingKeys } from '../../domain/fold.ts';
import { foldSyllable } from '../syllables.ts';

/** One word of the text as typed. */
export interface Token {
  /** Where it stands in the text. */
  start: number;
  end: number;
  /** What stands between it and the one before. */
  before: string;
  /** Lower case, NFC; as decoded where it was a left-over of Telex or VNI. */
  marked: string;
  folded: string;
  hasMarks: boolean;
  decoded: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Words of a text in NFC, in order; those that fold to nothing are left out. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const token = tokenOf(word.toLowerCase().replaceAll('ð', 'đ'), { start, end: start + word.length, before: text.slice(last, start), decoded: false });
    if (token.folded !== '') tokens.push(token);
    last = start + word.length;
  }
  return tokens;
}

export function tokenOf(marked: string, place: Pick<Token, 'start' | 'end' | 'before' | 'decoded'>): Token {
  const folded = foldSyllable(marked);
  return { ...place, marked, folded, hasMarks: folded !== marked };
}

/** Whether a token may stand for a syllable: its marks are the same, or it was typed without any. */
export function mayBe(token: Token, syllable: string): boolean {
  return token.hasMarks ? spellingKeys(token.marked).marked === spellingKeys(syllable).marked : spellingKeys(token.folded).folded === spellingKeys(syllable).folded;
}

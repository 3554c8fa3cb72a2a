import { foldSyllable } from '../syllables.ts';
import type { KnownWords } from '../vocabulary.ts';
import { decodeTelex, decodeVni } from './typed-letters.ts';
import { tokenOf, type Token } from './tokens.ts';

/** Left-overs of Telex and VNI are read as what they spell, where that is a word of the register and what was typed is none. */
export function readTyping(tokens: readonly Token[], words: KnownWords, isOpen: boolean): Token[] {
  return tokens.map((token, place) => {
    const mayGoOn = isOpen && place === tokens.length - 1;
    if (token.hasMarks || words.has(token.folded) || (mayGoOn && words.hasStart(token.folded))) return token;
    const decoded = [decodeTelex(token.marked), decodeVni(token.marked)].find((syllable) => syllable !== undefined && makesSense(syllable, token, words, mayGoOn));
    return decoded === undefined ? token : tokenOf(decoded, { start: token.start, end: token.end, before: token.before, decoded: true });
  });
}

/** Keys that plain words hardly hold: a vowel twice, w after a vowel, dd, a digit. */
const SURE_KEYS = /aa|ee|oo|[aou]w|^dd|[a-z][1-9]/;

function makesSense(syllable: string, { folded: typed, marked }: Token, words: KnownWords, mayGoOn: boolean): boolean {
  const folded = foldSyllable(syllable);
  if (folded === typed) return false;
  if (words.hasMarked(syllable)) return true;
  return SURE_KEYS.test(marked) && (words.has(folded) || (mayGoOn && words.hasStart(folded)));
}

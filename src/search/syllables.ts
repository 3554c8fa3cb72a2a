import { fold } from '../domain/fold.ts';
import { splitWords } from '../domain/split-words.ts';

/** Lower case, NFC, marks kept: what stands between blanks and punctuation. The Icelandic ð counts as đ. */
export function syllablesIn(text: string): string[] {
  return splitWords(text.normalize('NFC').toLowerCase().replaceAll('ð', 'đ'));
}

const FOLDED = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

/** `fold` of one syllable; Vietnamese has few thousand, so each is folded once. */
export function foldSyllable(syllable: string): string {
  const kept = FOLDED.get(syllable);
  if (kept !== undefined) return kept;
  const folded = fold(syllable);
  if (FOLDED.size < MOST_REMEMBERED) FOLDED.set(syllable, folded);
  return folded;
}

/** Syllables without marks, parted by one blank; those of nothing but marks are gone. */
export function foldPhrase(text: string): string {
  return syllablesIn(text).map(foldSyllable).filter(Boolean).join(' ');
}

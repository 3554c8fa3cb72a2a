import { foldSyllable, syllablesIn } from './syllables.ts';
import type { QueryWord, Understood, UnderstandOptions } from './understood.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What somebody may have meant by `text`. Never throws, whatever the text. */
export function understand(text: string, _vocabulary: Vocabulary, _options: UnderstandOptions = {}): Understood {
  const typed = text.normalize('NFC');
  const trimmed = typed.trim().slice(0, 200);
  const ends = /\s$/u.test(typed);
  const syllables = syllablesIn(trimmed).slice(0, 10);
  const words = syllables.map((marked, place): QueryWord => ({
    marked, folded: foldSyllable(marked), isPrefix: !ends && place === syllables.length - 1, alternatives: [],
  }));
  return { text: trimmed, words, hasMarks: words.some(({ marked, folded }) => marked !== folded), meanings: [] };
}

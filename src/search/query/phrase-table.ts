import { spellingKeys } from '../../domain/fold.ts';
import { foldSyllable, syllablesIn } from '../syllables.ts';
import { mayBe, type Token } from './tokens.ts';

/** Phrases with what they stand for, found in a list of tokens with or without their marks. */
export interface PhraseTable<T> {
  /** The longest phrase that starts at a token; undefined where none does. */
  at(tokens: readonly Token[], from: number, accept?: (from: number, to: number) => boolean): { to: number; value: T; phrase: string } | undefined;
  /** The shortest phrase of which all tokens from this one on are the beginning, the last one perhaps in part: "fish sau". */
  begunAt(tokens: readonly Token[], from: number): { value: T; phrase: string } | undefined;
}

interface Phrase<T> {
  text: string;
  syllables: readonly string[];
  value: T;
}

export function phraseTable<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseTable<T> {
  const byFirst = new Map<string, Phrase<T>[]>();
  for (const [text, value] of entries) {
    const syllables = syllablesIn(text);
    const first = spellingKeys(syllables[0] ?? '').folded;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { text, syllables, value }]);
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.syllables.length - a.syllables.length);
  return {
    at: (tokens, from, accept = () => true) => {
      const first = tokens[from];
      if (first === undefined) return undefined;
      const found = byFirst.get(spellingKeys(first.folded).folded)?.find(({ syllables }) =>
        from + syllables.length <= tokens.length
        && accept(from, from + syllables.length)
        && syllables.every((syllable, place) => mayBe(tokens[from + place] as Token, syllable)));
      return found === undefined ? undefined : { to: from + found.syllables.length, value: found.value, phrase: found.text };
    },
    begunAt: (tokens, from) => {
      const [first, last] = [tokens[from], tokens.at(-1)];
      const length = tokens.length - from;
      if (first === undefined || last === undefined || length < 2 || last.folded.length < 2) return undefined;
      const found = byFirst.get(spellingKeys(first.folded).folded)?.findLast(({ syllables }) =>
        syllables.length >= length
        && foldSyllable(syllables[length - 1] as string).startsWith(last.folded)
        && syllables.slice(0, length - 1).every((syllable, place) => mayBe(tokens[from + place] as Token, syllable)));
      return found === undefined ? undefined : { value: found.value, phrase: found.text };
    },
  };
}

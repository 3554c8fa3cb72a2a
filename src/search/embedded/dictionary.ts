import { spellingKeys } from '../../domain/fold.ts';
import { eachInSteps, mapInSteps, type Steps } from '../../domain/steps.ts';
import { foldSyllable } from '../syllables.ts';
import type { KnownWords } from '../vocabulary.ts';

/** Every syllable of the index: each as written (a term) and the sorted list of what is left of them without marks. */
export interface Dictionary extends KnownWords {
  /** Sorted; the place in it is a folded id. */
  folded: readonly string[];
  /** By term id: lower case, NFC. */
  terms: readonly string[];
  /** By term id: two spellings of one syllable share it. */
  markKeys: readonly string[];
  /** Folded id by term id. */
  foldedOf: Int32Array;
  /** Term ids by folded id. */
  termsOf: readonly (readonly number[])[];
  /** Folded ids that are spellings of this one: mi and my; empty when it is unknown. */
  spellingsOf(folded: string): readonly number[];
  /** The range of folded ids that begin like this. */
  startingWith(start: string): readonly [from: number, to: number];
}

export function* dictionarySteps(terms: readonly string[]): Steps<Dictionary> {
  const byFolded = new Map<string, number[]>();
  const markKeys = yield* mapInSteps(terms, (term) => spellingKeys(term).marked);
  yield* eachInSteps(terms, (term, id) => push(byFolded, foldSyllable(term), id));
  const folded = [...byFolded.keys()].sort();
  const foldedOf = new Int32Array(terms.length);
  const bySpelling = new Map<string, number[]>();
  yield* eachInSteps(folded, (text, id) => {
    for (const term of byFolded.get(text) ?? []) foldedOf[term] = id;
    push(bySpelling, spellingKeys(text).folded, id);
  });
  const marked = new Set(markKeys);
  const startingWith = (start: string): readonly [number, number] => [lowerBound(folded, start), lowerBound(folded, `${start}\uffff`)];
  return {
    folded,
    terms,
    markKeys,
    foldedOf,
    termsOf: folded.map((text) => byFolded.get(text) ?? []),
    spellingsOf: (text) => bySpelling.get(spellingKeys(text).folded) ?? [],
    startingWith,
    has: (text) => bySpelling.has(spellingKeys(text).folded),
    hasStart: (start) => {
      const [from, to] = startingWith(start);
      return start !== '' && from < to;
    },
    hasMarked: (syllable) => marked.has(spellingKeys(syllable).marked),
  };
}

/** The first place whose text is not before `text`. */
function lowerBound(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

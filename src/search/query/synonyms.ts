import { foldPhrase } from '../syllables.ts';
import type { QueryWord } from '../understood.ts';
import { ENGLISH_WORDS } from './english-words.ts';
import { phraseTable } from './phrase-table.ts';
import { LOOSE_WORDS, SAME_WORDS } from './same-words.ts';

type Alternative = QueryWord['alternatives'][number];

export interface Synonym {
  alternatives: readonly Alternative[];
  /** The Vietnamese that English words were read as. */
  readAs?: string;
}

const SAME = SAME_WORDS.flatMap((words) => words.map((word): readonly [string, Synonym] => [word, { alternatives: words.filter((other) => other !== word).map((other) => alternative(other, 0)) }]));
const ENGLISH = Object.entries(ENGLISH_WORDS).map(([english, words]): readonly [string, Synonym] => [english, { alternatives: words.map((word) => alternative(word, 0)), readAs: words[0] }]);
const LOOSE = Object.entries(LOOSE_WORDS).map(([word, others]): readonly [string, Synonym] => [word, { alternatives: others.map((other) => alternative(other, 1)) }]);

/** Words and phrases with others that mean the same; a phrase in several lines gets the alternatives of all. */
export const SYNONYMS = phraseTable(merged([...SAME, ...ENGLISH, ...LOOSE]));

function alternative(marked: string, cost: 0 | 1): Alternative {
  return { folded: foldPhrase(marked), marked, cost };
}

function merged(entries: readonly (readonly [string, Synonym])[]): Map<string, Synonym> {
  const byPhrase = new Map<string, Synonym>();
  for (const [phrase, synonym] of entries) {
    const kept = byPhrase.get(phrase);
    byPhrase.set(phrase, kept === undefined ? synonym : { alternatives: [...kept.alternatives, ...synonym.alternatives], readAs: kept.readAs ?? synonym.readAs });
  }
  return byPhrase;
}

import type { Understood } from '../understood.ts';
import { matchWord } from './match-word.ts';
import type { RowIndex } from './row-index.ts';
import { scoreProducts, type WordScores } from './word-scores.ts';

/** Fewer products with every word than this: slips and typing errors are thought of as well. */
const FEW = 5;

/**
 * Scores of each word. Words that were found nowhere are looked for again with slips and errors forgiven; when that leaves few
 * products with every word, all words are. `fits` says whether a product may be shown at all.
 */
export function lookFor(index: RowIndex, { words, hasMarks }: Understood, productCount: number, fits: (product: number) => boolean): WordScores[] {
  const strict = words.map((word) => scoreProducts(index, matchWord(index, word, { near: false, hasMarks }), productCount));
  if (words.length === 0 || hasMany(strict, fits)) return strict;
  const forgiving = (place: number): WordScores => scoreProducts(index, matchWord(index, words[place] as (typeof words)[number], { near: true, hasMarks }), productCount);
  const unknown = strict.map((scores, place) => (scores.products.length === 0 ? forgiving(place) : scores));
  if (hasMany(unknown, fits)) return unknown;
  return unknown.map((scores, place) => (scores === strict[place] ? forgiving(place) : scores));
}

function hasMany(words: readonly WordScores[], fits: (product: number) => boolean): boolean {
  let count = 0;
  for (const product of withEveryWord(words)) {
    if (!fits(product)) continue;
    count += 1;
    if (count >= FEW) return true;
  }
  return false;
}

/** Products in which every word was found, looked for among those of the rarest. */
export function withEveryWord(words: readonly WordScores[]): number[] {
  const rarest = words.reduce((best, word) => (word.products.length < best.products.length ? word : best));
  return rarest.products.filter((product) => words.every(({ scores }) => scores[product] !== 0));
}

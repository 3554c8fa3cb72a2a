import { holds } from '../../domain/certificate-status.ts';
import type { EngineQuery } from '../engine.ts';
import { foldSyllable, syllablesIn } from '../syllables.ts';
import type { QueryWord } from '../understood.ts';
import type { Columns } from './columns.ts';
import { FIELDS } from './fields.ts';
import { matchWord } from './match-word.ts';
import { narrowBy } from './narrow.ts';
import type { RowIndex } from './row-index.ts';
import { scoreProducts, type WordScores } from './word-scores.ts';

/** How a product fits the words; the lower the key, the better. */
export interface Relevance {
  /** Share of the words' weight that was found, 1 for all of them. */
  share(product: number): number;
  key(product: number): number;
  /** Subtracted from the key of the best few: words side by side as typed. */
  closeness(product: number): number;
}

const MARKS_STEP = 1e6;
const PREFERENCE_STEP = 1e5;
/** A name that is the whole text stands before all others with as good marks. */
const WHOLE_NAME = 5e5;
const COVERAGE = 3;
const SIDE_BY_SIDE = 4;
/** A Vietnamese name begins with what the thing is: "Lê Giang Ma" is a pear, "Nước mắm Lê Gia" is none. */
const BEGINS = 2;
/** Among goods that fit about as well, those whose star is held go first, then those with more stars. */
const HELD = 1.2;
const STARS = 0.05;
const NAME = FIELDS.findIndex(({ name }) => name === 'name');
/** Its words are a list of ours, not a text. */
const KIND = FIELDS.findIndex(({ name }) => name === 'kind');

/** Folded ids with which a word, or another that means the same, begins and ends. */
interface Sought {
  first: ReadonlySet<number>;
  last: ReadonlySet<number>;
}

function soughtIn({ dictionary }: RowIndex, { folded, isPrefix, alternatives }: QueryWord): Sought {
  const phrases = [folded, ...alternatives.flatMap((other) => (other.cost === 0 ? other.folded : []))].map((phrase) => phrase.split(' '));
  const [from, to] = isPrefix ? dictionary.startingWith(folded.split(' ').at(-1) as string) : [0, 0];
  const begun = Array.from({ length: to - from }, (_, step) => from + step);
  return {
    first: new Set([...phrases.flatMap((phrase) => dictionary.spellingsOf(phrase[0] as string)), ...(folded.includes(' ') ? [] : begun)]),
    last: new Set([...phrases.flatMap((phrase) => dictionary.spellingsOf(phrase.at(-1) as string)), ...begun]),
  };
}

/** The rarer, the more; a word that is nowhere counts as much as the others do on the average. */
function sharesOf(words: readonly WordScores[], idf: readonly number[]): number[] {
  const known = idf.filter((_, word) => (words[word] as WordScores).products.length > 0);
  const average = known.length === 0 ? 1 : known.reduce((sum, weight) => sum + weight, 0) / known.length;
  const weights = idf.map((weight, word) => ((words[word] as WordScores).products.length > 0 ? weight : average));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (all === 0 ? 1 : weight / all));
}

export function relevance(index: RowIndex, columns: Columns, words: readonly WordScores[], query: EngineQuery): Relevance {
  const { rowsOf, tokenStart, tokens } = index;
  const idf = words.map(({ products }) => Math.log(1 + columns.documents.length / (1 + products.length)));
  const shares = sharesOf(words, idf);
  const standings = columns.standingOn(query.asOf);
  const typed = syllablesIn(query.understood.text).map((syllable) => index.dictionary.spellingsOf(foldSyllable(syllable)));
  const sought = query.understood.words.map((word) => soughtIn(index, word));
  const first = query.understood.words[0];
  const firstWords = first === undefined ? [] : [first.folded, ...first.alternatives.flatMap(({ folded, cost }) => (cost === 0 ? folded : []))].map((folded) => index.dictionary.spellingsOf(folded.split(' ')[0] as string));
  const preferences = query.understood.meanings.flatMap(({ prefers }) => (prefers === undefined ? [] : [narrowBy(columns, prefers, query.asOf, true)]));
  const spelled = query.understood.meanings.flatMap(({ spellings }) => (spellings === undefined ? [] : [productsWith(spellings)]));

  function productsWith(spellings: readonly string[]): Uint8Array {
    const alternatives = spellings.slice(1).map((folded) => ({ folded, cost: 0 as const }));
    const word = { marked: spellings[0] ?? '', folded: spellings[0] ?? '', isPrefix: false, alternatives };
    const held = new Uint8Array(columns.documents.length);
    for (const product of scoreProducts(index, matchWord(index, word, { near: false, hasMarks: false }), columns.documents.length).products) held[product] = 1;
    return held;
  }

  /** Syllables of the name; texts of a row end in -1. */
  function nameLength(product: number): number {
    const row = rowsOf[product * FIELDS.length + NAME] as number;
    return row === -1 ? 0 : (tokenStart[row + 1] as number) - (tokenStart[row] as number) - 1;
  }

  /** The name begins with the word that was typed first, or with another that means the same. */
  function begins(product: number): boolean {
    const row = rowsOf[product * FIELDS.length + NAME] as number;
    return row !== -1 && firstWords.some((ids) => ids.includes(tokens[tokenStart[row] as number] as number));
  }

  function isWholeName(product: number): boolean {
    if (typed.length === 0 || nameLength(product) !== typed.length) return false;
    const start = tokenStart[rowsOf[product * FIELDS.length + NAME] as number] as number;
    return typed.every((ids, place) => ids.includes(tokens[start + place] as number));
  }

  return {
    share: (product) => {
      let share = 0;
      for (let word = 0; word < words.length; word += 1) if ((words[word] as WordScores).scores[product] !== 0) share += shares[word] as number;
      return share;
    },
    key: (product) => {
      let [score, otherMarks, inName] = [0, 0, 0];
      for (let word = 0; word < words.length; word += 1) {
        const { scores, exact, inName: named } = words[word] as WordScores;
        if (scores[product] === 0) continue;
        score += (scores[product] as number) * (idf[word] as number);
        if (exact[product] === 0) otherMarks += 1;
        if (named[product] === 1) inName += 1;
      }
      const coverage = inName === 0 ? 0 : Math.min(1, inName / Math.max(1, nameLength(product)));
      let disliked = 0;
      for (const narrowed of preferences) if (narrowed(product) !== 0) disliked += 1;
      for (const products of spelled) if (products[product] === 0) disliked += 1;
      const { status, term } = standings[columns.termSet[product] as number] as (typeof standings)[number];
      return otherMarks * MARKS_STEP + disliked * PREFERENCE_STEP - (isWholeName(product) ? WHOLE_NAME : 0)
        - score - COVERAGE * coverage - (begins(product) ? BEGINS : 0) - STARS * (term?.stars ?? 0) - (holds(status) ? HELD : 0) + 1e-5 * (columns.nameLength[product] as number);
    },
    closeness: (product) => {
      if (sought.length < 2) return 0;
      let pairs = 0;
      for (let place = 0; place + 1 < sought.length; place += 1) {
        if (standSideBySide(product, (sought[place] as Sought).last, (sought[place + 1] as Sought).first)) pairs += 1;
      }
      return (SIDE_BY_SIDE * pairs) / (sought.length - 1);
    },
  };

  function standSideBySide(product: number, first: ReadonlySet<number>, second: ReadonlySet<number>): boolean {
    for (let field = 0; field < FIELDS.length; field += 1) {
      const row = rowsOf[product * FIELDS.length + field] as number;
      if (row === -1 || field === KIND) continue;
      for (let at = tokenStart[row] as number; at + 1 < (tokenStart[row + 1] as number); at += 1) {
        if (first.has(tokens[at] as number) && second.has(tokens[at + 1] as number)) return true;
      }
    }
    return false;
  }
}

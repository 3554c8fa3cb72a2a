import { spellingKeys } from '../../domain/fold.ts';
import type { QueryWord } from '../understood.ts';
import { FIELDS } from './fields.ts';
import type { RowIndex } from './row-index.ts';
import { nearSyllables } from './near-syllables.ts';

/** Rows in which a word was found. */
export interface WordMatch {
  /** By row: 0 where it was not found, 1 for the very word. */
  quality: Float32Array;
  /** By row: 1 where it stands with the marks that were typed; all found rows when none were. */
  exact: Uint8Array;
  /** All found rows, in no order. */
  rows: number[];
}

/** `near` also takes slips of the ear and typing errors. */
export interface MatchOptions {
  near: boolean;
  /** The writer uses marks: a syllable typed without any then means one without. */
  hasMarks: boolean;
}

const SYNONYM = 0.92;
const PREFIX = 0.8;
const OTHER_MARKS = 0.85;
const SLIP = 0.5;
const SWAPPED = 0.6;
const TYPO = [1, 0.45, 0.25];

export function matchWord(index: RowIndex, word: QueryWord, { near, hasMarks }: MatchOptions): WordMatch {
  const match: WordMatch = { quality: new Float32Array(index.rowCount), exact: new Uint8Array(index.rowCount), rows: [] };
  const marked = word.marked.split(' ');
  const folded = word.folded.split(' ');
  if (folded.length === 1) {
    const marks = hasMarks || marked[0] !== folded[0] ? marksOf(marked[0] as string) : undefined;
    addSyllable(index, match, folded[0] as string, { isPrefix: word.isPrefix, quality: 1, marks });
    if (near) addNear(index, match, folded[0] as string, word.isPrefix);
  } else {
    const known = marked.length === folded.length && marked.some((syllable, place) => syllable !== folded[place]);
    addPhrase(index, match, folded, { isPrefix: word.isPrefix, quality: 1, marks: known ? marked.map(marksOf) : undefined });
  }
  for (const { folded: text, marked: written, cost } of word.alternatives) {
    if (cost === 1 && !near) continue;
    const quality = cost === 1 ? SLIP : SYNONYM;
    const syllables = text.split(' ');
    const marks = written === undefined ? undefined : written.split(' ').map(marksOf);
    if (syllables.length > 1) addPhrase(index, match, syllables, { isPrefix: false, quality, marks: marks?.length === syllables.length ? marks : undefined });
    else addSyllable(index, match, text, { isPrefix: false, quality, marks: marks?.[0] });
  }
  return match;
}

interface Wanted {
  isPrefix: boolean;
  quality: number;
  /** Undefined: any marks are as good. */
  marks: Marks | undefined;
}

interface WantedPhrase extends Omit<Wanted, 'marks'> {
  marks: readonly Marks[] | undefined;
}

/** A typed syllable as it is compared with those of the index. */
interface Marks {
  typed: string;
  key: string;
  toneless: boolean;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function marksOf(syllable: string): Marks {
  const typed = syllable.normalize('NFC');
  return { typed, key: spellingKeys(typed).marked, toneless: withoutTone(typed) === typed };
}

function withoutTone(syllable: string): string {
  return syllable.normalize('NFD').replace(TONES, '').normalize('NFC');
}

/** While a syllable is being typed its tone comes last: "nươ" fits "nước". */
function fits(index: RowIndex, term: number, marks: Marks, isPrefix: boolean): boolean {
  if (index.dictionary.markKeys[term] === marks.key) return true;
  if (!isPrefix) return false;
  const text = index.dictionary.terms[term] as string;
  return text.startsWith(marks.typed) || (marks.toneless && withoutTone(text).startsWith(marks.typed));
}

function addSyllable(index: RowIndex, match: WordMatch, folded: string, { isPrefix, quality, marks }: Wanted): void {
  for (const id of index.dictionary.spellingsOf(folded)) addFolded(index, match, id, quality, marks, false);
  if (!isPrefix) return;
  const [from, to] = index.dictionary.startingWith(folded);
  for (let id = from; id < to; id += 1) {
    const rest = (index.dictionary.folded[id] as string).length - folded.length;
    if (rest > 0) addFolded(index, match, id, quality * (PREFIX - Math.min(rest, 4) * 0.03), marks, true);
  }
}

function addFolded(index: RowIndex, match: WordMatch, folded: number, quality: number, marks: Marks | undefined, isPrefix: boolean): void {
  for (const term of index.dictionary.termsOf[folded] as readonly number[]) {
    const exact = marks === undefined || fits(index, term, marks, isPrefix);
    addTerm(index, match, term, exact ? quality : quality * OTHER_MARKS, exact);
  }
}

function addTerm({ postings, postingStart }: RowIndex, match: WordMatch, term: number, quality: number, exact: boolean): void {
  const end = postingStart[term + 1] as number;
  for (let place = postingStart[term] as number; place < end; place += 1) {
    const row = postings[place] as number;
    addRow(match, row, quality);
    if (exact) match.exact[row] = 1;
  }
}

function addRow(match: WordMatch, row: number, quality: number): void {
  const before = match.quality[row] as number;
  if (before === 0) match.rows.push(row);
  if (before < quality) match.quality[row] = quality;
}

/** Thousands of products are "thực phẩm": an error in "thuốc" should not find them all. */
const KIND = FIELDS.findIndex(({ name }) => name === 'kind');

/** What was typed in error stands behind everything with the marks that were typed. */
function addNear(index: RowIndex, match: WordMatch, folded: string, isPrefix: boolean): void {
  const { dictionary, postings, postingStart, fieldOf } = index;
  for (const { id, edits, swapped } of nearSyllables(dictionary, folded, isPrefix)) {
    for (const term of dictionary.termsOf[id] as readonly number[]) {
      for (let place = postingStart[term] as number; place < (postingStart[term + 1] as number); place += 1) {
        const row = postings[place] as number;
        if (fieldOf[row] !== KIND) addRow(match, row, swapped ? SWAPPED : (TYPO[edits] as number));
      }
    }
  }
}

/** Rows where the syllables stand side by side; the last one may go on. */
function addPhrase(index: RowIndex, match: WordMatch, syllables: readonly string[], { isPrefix, quality, marks }: WantedPhrase): void {
  const { dictionary, tokens, tokenStart } = index;
  const ranges = syllables.map((syllable, place) => {
    const whole = dictionary.spellingsOf(syllable);
    if (!isPrefix || place < syllables.length - 1) return whole;
    const [from, to] = dictionary.startingWith(syllable);
    return [...new Set([...whole, ...Array.from({ length: to - from }, (_, step) => from + step)])];
  });
  if (ranges.some((ids) => ids.length === 0)) return;
  const rarest = ranges.reduce((best, ids, place) => (ids.length < (ranges[best] as readonly number[]).length ? place : best), 0);
  const sets = ranges.map((ids) => new Set(ids));
  const candidates = rowsWith(index, ranges[rarest] as readonly number[]);
  for (const row of candidates) {
    const end = (tokenStart[row + 1] as number) - syllables.length;
    for (let at = tokenStart[row] as number; at <= end; at += 1) {
      if (!sets.every((set, step) => set.has(tokens[at + step] as number))) continue;
      addRow(match, row, quality);
      if (marks === undefined || marks.every((mark, step) => rowHasMarked(index, row, ranges[step] as readonly number[], mark, isPrefix && step === marks.length - 1))) match.exact[row] = 1;
      break;
    }
  }
}

function rowsWith({ dictionary, postings, postingStart }: RowIndex, ids: readonly number[]): Set<number> {
  const rows = new Set<number>();
  for (const id of ids) {
    for (const term of dictionary.termsOf[id] as readonly number[]) {
      for (let place = postingStart[term] as number; place < (postingStart[term + 1] as number); place += 1) rows.add(postings[place] as number);
    }
  }
  return rows;
}

function rowHasMarked(index: RowIndex, row: number, ids: readonly number[], mark: Marks, isPrefix: boolean): boolean {
  return ids.some((id) => (index.dictionary.termsOf[id] as readonly number[]).some((term) => fits(index, term, mark, isPrefix) && holdsTerm(index, row, term)));
}

function holdsTerm({ postings, postingStart }: RowIndex, row: number, term: number): boolean {
  let [low, high] = [postingStart[term] as number, postingStart[term + 1] as number];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low < (postingStart[term + 1] as number) && postings[low] === row;
}


import { foldPhrase } from '../syllables.ts';
import type { QueryWord } from '../understood.ts';
import { piecesOf } from './joined-words.ts';
import { wordsLeft, type Reading } from './reading.ts';
import { slipsOf } from './slips.ts';
import { SYNONYMS } from './synonyms.ts';
import type { Token } from './tokens.ts';

const MOST_WORDS = 10;

export interface WordsLeft {
  words: QueryWord[];
  /** By the place of the first token: Vietnamese that English was read as, and the tokens it stands for. */
  read: Map<number, { to: number; as: string }>;
}

/** What is left to look for, with all that each word may be called otherwise. `isOpen`: the last word may go on. */
export function wordsToLookFor(reading: Reading, isOpen: boolean): WordsLeft {
  const { tokens, vocabulary } = reading;
  const left = wordsLeft(reading);
  const words: QueryWord[] = [];
  const read: WordsLeft['read'] = new Map();
  for (let at = 0; at < left.length && words.length < MOST_WORDS; ) {
    const place = left[at] as number;
    const token = tokens[place] as Token;
    const isLast = (to: number): boolean => isOpen && to === tokens.length;
    const synonym = SYNONYMS.at(tokens, place, (from, to) => left[at + to - from - 1] === to - 1);
    const begun = isOpen && left.length - at === tokens.length - place ? SYNONYMS.begunAt(tokens, place) : undefined;
    if (begun !== undefined && synonym?.to !== tokens.length) {
      const phrase = tokens.slice(place);
      words.push(wordOf(phrase, true, distinct(begun.value.alternatives.filter(({ cost }) => cost === 0), phrase)));
      break;
    }
    if (synonym !== undefined) {
      const phrase = tokens.slice(place, synonym.to);
      const slips = phrase.length === 1 ? slipsOf(token.marked, vocabulary.words) : [];
      words.push(wordOf(phrase, isLast(synonym.to), distinct([...synonym.value.alternatives, ...slips], phrase)));
      if (synonym.value.readAs !== undefined) read.set(place, { to: synonym.to, as: synonym.value.readAs });
      at += synonym.to - place;
      continue;
    }
    const next = left[at + 1] === place + 1 ? tokens[place + 1] : undefined;
    const pair = next === undefined ? undefined : pairOf(reading, token, next);
    if (pair !== undefined) {
      words.push(wordOf([token, next as Token], isLast(place + 2), [{ folded: pair, cost: 0 }]));
      at += 2;
      continue;
    }
    words.push(wordOf([token], isLast(place + 1), distinct([...joinedAlternatives(reading, token, isLast(place + 1)), ...slipsOf(token.marked, vocabulary.words)], [token])));
    at += 1;
  }
  return { words, read };
}

function wordOf(phrase: readonly Token[], isPrefix: boolean, alternatives: QueryWord['alternatives']): QueryWord {
  return { marked: phrase.map(({ marked }) => marked).join(' '), folded: phrase.map(({ folded }) => folded).join(' '), isPrefix, alternatives };
}

/** Two words that the register writes as one ("eco host"), or that were parted at the wrong place ("nuocm am"). */
function pairOf({ vocabulary: { words } }: Reading, first: Token, second: Token): string | undefined {
  if (words.has(first.folded) && words.has(second.folded)) return undefined;
  const joined = first.folded + second.folded;
  if (words.has(joined)) return joined;
  const pieces = words.has(first.folded) || words.has(second.folded) ? undefined : piecesOf(joined, words);
  return pieces;
}

function joinedAlternatives({ vocabulary: { words } }: Reading, { folded }: Token, mayGoOn: boolean): QueryWord['alternatives'] {
  if (words.has(folded) || (mayGoOn && words.hasStart(folded))) return [];
  const pieces = piecesOf(folded, words);
  return pieces === undefined ? [] : [{ folded: pieces, cost: 0 }];
}

function distinct(alternatives: QueryWord['alternatives'], phrase: readonly Token[]): QueryWord['alternatives'] {
  const own = foldPhrase(phrase.map(({ marked }) => marked).join(' '));
  const seen = new Set<string>();
  return alternatives.filter(({ folded, marked, cost }) => {
    const key = `${marked ?? folded}`;
    if (seen.has(key) || (folded === own && cost === 1)) return false;
    seen.add(key);
    return true;
  });
}

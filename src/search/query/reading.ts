import type { Meaning, PlaceQuestion, UnderstandOptions } from '../understood.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Token } from './tokens.ts';

/** A text while it is being understood. */
export interface Reading {
  text: string;
  tokens: readonly Token[];
  vocabulary: Vocabulary;
  options: UnderstandOptions;
  /** By token: what was made of it; undefined while nothing was. */
  claims: (Claim | undefined)[];
  found: Claim[];
  question?: PlaceQuestion;
}

/** Tokens `from` to `to` (without) that mean something. */
export interface Claim {
  from: number;
  to: number;
  /** Absent for words that say nothing here ("sản phẩm OCOP"), and for a question. */
  meaning?: Omit<Meaning, 'typed'>;
  /** Its words are looked for as well. */
  keepsWords: boolean;
}

/** Claims tokens that nothing else claimed. A meaning that the reader took away only keeps its words where they are. */
export function claim(reading: Reading, claimed: Claim): void {
  const isIgnored = claimed.meaning !== undefined && reading.options.ignored?.includes(claimed.meaning.key) === true;
  const kept: Claim = isIgnored ? { from: claimed.from, to: claimed.to, keepsWords: true } : claimed;
  for (let place = kept.from; place < kept.to; place += 1) reading.claims[place] = kept;
  reading.found.push(kept);
}

export function isFree(reading: Reading, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) if (reading.claims[place] !== undefined) return false;
  return true;
}

/** Tokens that would be looked for as things stand. */
export function wordsLeft({ tokens, claims }: Reading): number[] {
  return tokens.flatMap((_, place) => (claims[place] === undefined || claims[place].keepsWords ? [place] : []));
}

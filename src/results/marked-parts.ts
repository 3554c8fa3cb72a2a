import type { QueryWord } from '../search/understood.ts';

/** A piece of a text; those that were looked for stand out. */
export interface MarkedPart {
  text: string;
  found: boolean;
}

/**
 * Where the words of a query stand in a text. Words are compared without marks, so "nuoc mam" is found in "Nước mắm",
 * in NFC or NFD; what comes back is the text as it was, cut into pieces. A word may be written in one ("nuocmam") or be
 * found by another name ("heo" in "Thịt lợn").
 */
export function markedParts(text: string, words: readonly QueryWord[]): MarkedPart[] {
  const tokens = tokensOf(text);
  const found = tokens.map(() => 0);
  for (const word of words) {
    markPhrase(word.folded.split(' '), word.isPrefix, tokens, found);
    markJoined(word.folded, tokens, found);
    for (const { folded } of word.alternatives) markPhrase(folded.split(' '), false, tokens, found);
  }
  return cut(text, tokens, found);
}

interface Token {
  folded: string;
  start: number;
  /** Where each folded letter ends in the text. */
  ends: readonly number[];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    let folded = '';
    const ends: number[] = [];
    let at = index;
    for (const character of word) {
      at += character.length;
      const plain = foldLetter(character);
      if (plain === '' && ends.length > 0) ends[ends.length - 1] = at;
      for (const letter of plain) {
        folded += letter;
        ends.push(at);
      }
    }
    return { folded, start: index, ends };
  });
}

function foldLetter(character: string): string {
  return character.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[đð]/g, 'd');
}

/** Letters of each token that stand out, counted from its start. */
function markPhrase(phrase: readonly string[], isPrefix: boolean, tokens: readonly Token[], found: number[]): void {
  for (let start = 0; start + phrase.length <= tokens.length; start += 1) {
    const fits = phrase.every((word, place) => {
      const token = tokens[start + place] as Token;
      return isPrefix && place === phrase.length - 1 ? token.folded.startsWith(word) : token.folded === word;
    });
    if (!fits) continue;
    phrase.forEach((word, place) => (found[start + place] = Math.max(found[start + place] as number, word.length)));
  }
}

const MOST_JOINED = 4;

function markJoined(word: string, tokens: readonly Token[], found: number[]): void {
  for (let start = 0; start < tokens.length; start += 1) {
    let joined = '';
    for (let end = start; end < Math.min(tokens.length, start + MOST_JOINED); end += 1) {
      joined += (tokens[end] as Token).folded;
      if (joined.length >= word.length) {
        if (joined === word && end > start) for (let at = start; at <= end; at += 1) found[at] = (tokens[at] as Token).folded.length;
        break;
      }
    }
  }
}

/** Neighbouring words that both stand out are one piece, with the blank between them. */
function cut(text: string, tokens: readonly Token[], found: readonly number[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  const add = (piece: string, isFound: boolean): void => {
    const last = parts.at(-1);
    if (piece === '') return;
    if (last?.found === isFound) last.text += piece;
    else parts.push({ text: piece, found: isFound });
  };
  let at = 0;
  tokens.forEach(({ start, ends }, place) => {
    const letters = found[place] as number;
    if (letters === 0) return;
    const end = ends[Math.min(letters, ends.length) - 1] as number;
    const between = text.slice(at, start);
    add(between, at > 0 && parts.at(-1)?.found === true && between.trim() === '');
    add(text.slice(start, end), true);
    at = end;
  });
  add(text.slice(at), false);
  return parts;
}

import { slugify } from '../../domain/fold.ts';
import { isStarLevel, type StarLevel } from '../../domain/star-level.ts';

/** Hạng sao as a cell says it. `none` names no star at all; `failed` carries no certificate. */
export type StarsRead =
  | { kind: 'stars'; stars: StarLevel; potential?: number }
  | { kind: 'failed'; found: string }
  | { kind: 'none' }
  | { kind: 'unclear' };

const WORDS: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5 };
const FAILED = /\b(khong (dat|cong nhan|du dieu kien|xep hang)|chua (dat|cong nhan)|bi loai)\b|^loai$/;
const POTENTIAL = /\btiem nang( dat)?( hang)? (\d|mot|hai|ba|bon|nam)( sao)?\b/;

export function readStars(text: string): StarsRead {
  const signs = (text.match(/[★⭐✯✭]/gu) ?? []).length;
  const plain = slugify(text).replaceAll('-', ' ');
  if (FAILED.test(plain)) return { kind: 'failed', found: text };
  const potential = POTENTIAL.exec(plain);
  const rest = potential === null ? plain : plain.replace(potential[0], ' ');
  const numbers = new Set(starNumbers(rest, signs));
  const [stars, ...more] = numbers;
  if (stars === undefined) return plain === '' || /^(dat|cong nhan|chua ro|khong ro)$/.test(plain) ? { kind: 'none' } : { kind: 'unclear' };
  if (more.length > 0) return { kind: 'unclear' };
  if (stars === 1 || stars === 2) return { kind: 'failed', found: text };
  if (!isStarLevel(stars)) return { kind: 'unclear' };
  const hope = potential === null ? undefined : numberOf(potential[3] ?? '');
  return { kind: 'stars', stars, ...(hope === undefined ? {} : { potential: hope }) };
}

function starNumbers(plain: string, signs: number): number[] {
  if (signs > 0) return [signs];
  const named = [...plain.matchAll(/\b(\d+|mot|hai|ba|bon|tu|nam)( va)? (?=sao\b)/g)].map(([, word]) => numberOf(word ?? ''));
  if (named.length > 0) return named.filter((number) => number !== undefined);
  const alone = /^(?:dat |hang |dat hang |ocop )*(\d)$/.exec(plain)?.[1];
  return alone === undefined ? [] : [Number(alone)];
}

function numberOf(word: string): number | undefined {
  return WORDS[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined);
}

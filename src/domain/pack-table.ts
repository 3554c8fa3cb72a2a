import type { CertificateTerm } from './certificate-status.ts';
import type { StarLevel } from './star-level.ts';

/** What a phone keeps of every pack, to name its star without a network on the day of viewing. */
export interface PackRow {
  /** A GTIN of 14 digits or a trace code. */
  code: string;
  name: string;
  stars?: StarLevel;
  /** Absent while nothing attests a star. */
  term?: CertificateTerm;
  sample?: true;
}

/** The parts of the table with a digest of each, so that only changed ones are fetched again. */
export interface PackTableIndex {
  packs: number;
  /** Digest by name; as many as {@link partCount} says. */
  parts: Readonly<Record<string, string>>;
  words: Readonly<Record<'vi' | 'en', KeptWords>>;
}

/** What is said around a row; `{day}` and `{stars}` are filled in. */
export interface KeptWords {
  title: string;
  as: string;
  stars: string;
  noStars: string;
  none: string;
  online: string;
  unknown: string;
  sample: string;
  retry: string;
}

/** A part stays below some ten kilobytes compressed. */
const PACKS_IN_PART = 400;

/** A power of two, so that a table that grows is cut anew only each time it has doubled. */
export function partCount(packs: number): number {
  let count = 1;
  while (count * PACKS_IN_PART < packs) count *= 2;
  return count;
}

export function partNames(count: number): string[] {
  return Array.from({ length: count }, (_, place) => nameOf(place, count));
}

/** The part that holds a code: FNV-1a over its characters, of which the lowest bits count. */
export function partOf(code: string, count: number): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < code.length; place += 1) hash = Math.imul(hash ^ code.charCodeAt(place), 0x01000193);
  return nameOf((hash ^ (hash >>> 15)) & (count - 1), count);
}

/** Its number with the count: parts of different cuts have different names. */
function nameOf(place: number, count: number): string {
  return `${count}-${place.toString(16).padStart(2, '0')}`;
}

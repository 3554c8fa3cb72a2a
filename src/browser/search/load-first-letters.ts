import type { FirstLetters } from './first-letters.ts';
import { savesData } from './saves-data.ts';

/**
 * Learns from a server what it says about first letters; `path` answers JSON, `{ letters: { n: … } }`, or nothing. Resolves with
 * what is said about the likeliest letter; undefined where a visitor wants little to be loaded, or where nothing is told.
 */
export async function loadFirstLetters<T>(letters: FirstLetters<T>, path: string): Promise<T | undefined> {
  if (savesData()) return undefined;
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  if (answer.status !== 200) return undefined;
  const said = Object.entries(((await answer.json()) as { letters: Record<string, T> }).letters);
  for (const [letter, one] of said) letters.keep(letter, one);
  return said[0]?.[1];
}

import type { KnownWords } from '../vocabulary.ts';

const MOST_PIECES = 5;
const SHORTEST = 4;

/**
 * Known words that a joined text falls into: "nuocmam" → "nuoc mam". The fewest pieces first, then those of the most even length;
 * undefined where it falls into none.
 */
export function piecesOf(joined: string, words: KnownWords): string | undefined {
  if (joined.length < SHORTEST || joined.length > 30) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let to = 1; to <= joined.length; to += 1) {
    for (let from = Math.max(0, to - 12); from < to; from += 1) {
      const before = best[from];
      const piece = joined.slice(from, to);
      if (before === undefined || before.length >= MOST_PIECES || !isPiece(piece, from, joined.length) || !words.has(piece)) continue;
      const here = [...before, piece];
      const kept = best[to];
      if (kept === undefined || isBetter(here, kept)) best[to] = here;
    }
  }
  const pieces = best[joined.length];
  return pieces === undefined || pieces.length < 2 ? undefined : pieces.join(' ');
}

/** A single letter counts only at the start of something long: "qclean". */
function isPiece(piece: string, from: number, length: number): boolean {
  return piece.length > 1 || (from === 0 && length > 5);
}

function isBetter(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  return squares(a) < squares(b);
}

function squares(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length ** 2, 0);
}

import type { Dictionary } from './dictionary.ts';

export interface NearSyllable {
  /** Folded id. */
  id: number;
  edits: 1 | 2;
  /** Two letters changed places, the commonest error of two thumbs. */
  swapped: boolean;
}

/** Shorter ones have too many neighbours: "mam" lies beside nam, mai, tam … */
const ONE_EDIT_FROM = 4;
const TWO_EDITS_FROM = 8;

/**
 * Known syllables that a hasty hand may have meant: one letter changed, added, left out or two swapped; two such errors in a
 * long one. Three letters count only when two of them were swapped. The word itself is not among them.
 */
export function nearSyllables(dictionary: Dictionary, folded: string, isPrefix: boolean): NearSyllable[] {
  const most = folded.length >= TWO_EDITS_FROM ? 2 : 1;
  if (folded.length < 3) return [];
  const found: NearSyllable[] = [];
  dictionary.folded.forEach((text, id) => {
    if (folded.length < ONE_EDIT_FROM) {
      if (isSwapped(folded, text)) found.push({ id, edits: 1, swapped: true });
      return;
    }
    const compared = isPrefix && text.length > folded.length + 1 ? text.slice(0, folded.length) : text;
    const edits = editsBetween(folded, compared, most);
    if (edits > 0 && edits <= most) found.push({ id, edits: edits === 1 ? 1 : 2, swapped: edits === 1 && isSwapped(folded, text) });
  });
  return found;
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  for (let at = 0; at + 1 < a.length; at += 1) {
    if (a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b) return true;
  }
  return false;
}

/** Edits with transposition (optimal string alignment); more than `most` reads as `most + 1`. */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let edits = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) edits = Math.min(edits, (before[j - 2] as number) + 1);
      row.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] as number, most + 1);
}

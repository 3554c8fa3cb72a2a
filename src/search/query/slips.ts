import { foldSyllable } from '../syllables.ts';
import type { KnownWords } from '../vocabulary.ts';
import type { QueryWord } from '../understood.ts';

/** Initials that sound alike somewhere in the country. */
const ALIKE: readonly (readonly string[])[] = [['ch', 'tr'], ['s', 'x'], ['gi', 'd', 'r'], ['l', 'n'], ['ng', 'ngh'], ['g', 'gh'], ['c', 'k']];

/** Known syllables that sound like this one, as alternatives for when little is found. */
export function slipsOf(marked: string, words: KnownWords): QueryWord['alternatives'] {
  const found = new Map<string, string>();
  for (const sounds of ALIKE) {
    for (const from of sounds) {
      if (!startsWith(marked, from)) continue;
      for (const to of sounds) {
        if (to === from) continue;
        const other = to + marked.slice(from.length);
        const folded = foldSyllable(other);
        if (words.has(folded) && !found.has(folded)) found.set(folded, other);
      }
    }
  }
  return [...found].map(([folded, other]) => ({ folded, marked: other, cost: 1 }));
}

/** The whole initial: "nga" starts with ng, not with n; "đ" sounds like none of them. */
function startsWith(syllable: string, initial: string): boolean {
  if (!syllable.startsWith(initial)) return false;
  const rest = syllable.slice(initial.length);
  if (rest === '' || /^\d/.test(rest)) return false;
  if (initial === 'gi') return true;
  const next = foldSyllable(rest.charAt(0));
  if (initial === 'g' && syllable.startsWith('gi')) return false;
  return /^[aeiouy]/.test(next);
}

import type { QueryWord, Understood } from '../understood.ts';
import { quoted } from './filter-text.ts';
import { markCode } from './mark-code.ts';

/**
 * Conditions that only products fulfil which hold every word with the marks that were typed; none where no marks were typed.
 * Meilisearch takes marks away, so they are asked of the codes beside the texts.
 */
export function markTexts({ words, hasMarks }: Understood): string[] {
  return words.flatMap((word) => {
    const known = hasMarks || word.marked !== word.folded;
    return known ? [anyOf([spelled(word.marked, word.isPrefix), ...otherSpellings(word)])] : [];
  });
}

function otherSpellings({ alternatives }: QueryWord): string[] {
  return alternatives.flatMap(({ folded, marked, cost }) => (cost === 0 ? [spelled(marked ?? folded, false)] : []));
}

/** While a syllable is being typed its tone comes last: "nươ" goes on to "nước". */
function spelled(text: string, isPrefix: boolean): string {
  const codes = text.split(' ').map(markCode).filter((code) => code !== '');
  return codes.map((code, place) => (isPrefix && place === codes.length - 1 ? `(marks = ${quoted(code)} OR marks STARTS WITH ${quoted(code)})` : `marks = ${quoted(code)}`)).join(' AND ');
}

function anyOf(conditions: readonly string[]): string {
  return conditions.filter((condition) => condition !== '').map((condition) => `(${condition})`).join(' OR ');
}

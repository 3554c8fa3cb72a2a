import type { QueryWord } from '../understood.ts';

export interface ChoiceOptions {
  /** Also takes words that only sound alike. */
  slips: boolean;
}

/** Each is a search of its own in Meilisearch; the first are the likeliest. */
const MOST_CHOICES = 10;

interface Choice {
  parts: readonly string[];
  synonyms: number;
  slips: number;
}

/**
 * The ways to say the whole query, the likeliest first: as it was typed, then with alternatives in the place of words. Each is
 * words and quoted phrases, with a blank at the end unless its last word may go on.
 */
export function wordChoices(words: readonly QueryWord[], { slips }: ChoiceOptions): string[] {
  let choices: Choice[] = [{ parts: [], synonyms: 0, slips: 0 }];
  for (const word of words) {
    const options = optionsOf(word).filter((option) => slips || option.slips === 0);
    choices = choices.flatMap((choice) => options.map((option) => joined(choice, option))).sort((a, b) => a.slips - b.slips || a.synonyms - b.synonyms).slice(0, MOST_CHOICES);
  }
  return choices.map(({ parts }) => parts.join(' ') + (mayGoOn(words, parts) ? '' : ' '));
}

function optionsOf(word: QueryWord): Choice[] {
  const others = word.alternatives.map(({ folded, cost }) => ({ parts: [phrase(folded)], synonyms: 1 - cost, slips: cost }));
  return [{ parts: [phrase(word.folded, word.isPrefix)], synonyms: 0, slips: 0 }, ...others];
}

function joined(a: Choice, b: Choice): Choice {
  return { parts: [...a.parts, ...b.parts], synonyms: a.synonyms + b.synonyms, slips: a.slips + b.slips };
}

/** A phrase in quotes never goes on, so one that is still being typed is only words near one another. */
function phrase(folded: string, isOpen = false): string {
  return folded.includes(' ') && !isOpen ? `"${folded}"` : folded;
}

function mayGoOn(words: readonly QueryWord[], parts: readonly string[]): boolean {
  const last = words.at(-1);
  return last?.isPrefix === true && parts.at(-1) === last.folded;
}

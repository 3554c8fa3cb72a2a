import type { QueryWord } from '../understood.ts';

/** One way to say the whole query. */
export interface WordChoice {
  /** Words and quoted phrases; a blank at the end unless the last word may go on. */
  text: string;
  /** How many words were taken for others: by a slip of the ear, and by a synonym. */
  slips: number;
  synonyms: number;
}

/** Each is a search of its own in Meilisearch; the first are the likeliest. */
const MOST_CHOICES = 12;

/** The words as they are, then with alternatives put in their places, those with the fewest slips first. */
export function wordChoices(words: readonly QueryWord[], most = MOST_CHOICES): WordChoice[] {
  let choices: Partial[] = [{ parts: [], slips: 0, synonyms: 0 }];
  for (const word of words) {
    choices = choices.flatMap((choice) => optionsOf(word).map((option) => joined(choice, option)));
    choices.sort((a, b) => costOf(a) - costOf(b));
    choices = choices.slice(0, most);
  }
  return choices.map(({ parts, slips, synonyms }) => ({ text: parts.join(' ') + (endsOpen(words, parts) ? '' : ' '), slips, synonyms }));
}

interface Partial {
  parts: string[];
  slips: number;
  synonyms: number;
}

function optionsOf(word: QueryWord): Partial[] {
  const own = { parts: [phrase(word.folded)], slips: 0, synonyms: 0 };
  return [own, ...word.alternatives.map(({ folded, cost }) => ({ parts: [phrase(folded)], slips: cost, synonyms: 1 - cost }))];
}

function joined(a: Partial, b: Partial): Partial {
  return { parts: [...a.parts, ...b.parts], slips: a.slips + b.slips, synonyms: a.synonyms + b.synonyms };
}

function costOf({ slips, synonyms }: Partial): number {
  return slips * 10 + synonyms;
}

function phrase(folded: string): string {
  return folded.includes(' ') ? `"${folded}"` : folded;
}

/** Only the writer's own last word goes on, never a phrase put in its place. */
function endsOpen(words: readonly QueryWord[], parts: readonly string[]): boolean {
  const last = words.at(-1);
  return last?.isPrefix === true && parts.at(-1) === last.folded;
}

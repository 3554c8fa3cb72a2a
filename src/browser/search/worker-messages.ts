import type { Language } from '../../paths.ts';
import type { Suggestions } from '../../results/suggestions.ts';

/**
 * What a page asks its worker. `open` only loads. Two are not answered: `warm-up` makes ready what suggestions wait for, `quiet`
 * leaves the processor to the page, which draws what it knew already, until the next question or for a moment. The first
 * letters are said one by one, from the whole register once that is there; to who saves data, from the part that is.
 */
export type WorkerQuestion = { id: number; language: Language } & (
  | { kind: 'open'; province?: string | undefined; saveData: boolean }
  | { kind: 'warm-up'; most: number }
  | { kind: 'quiet' }
  | { kind: 'first-results' }
  | { kind: 'suggestions'; text: string; most: number }
  | { kind: 'results'; query: string; all: boolean; firstFirst: boolean }
);

/**
 * `letter`: the query of the address of one of the first letters. `isEarly`: another answer to the same question follows, with
 * the rest of the results or from the whole register.
 */
export type WorkerAnswer = { id: number } & ({ suggestions: Suggestions } | { letter: string; html: string } | { html: string; isEarly: boolean } | { opened: true } | { failed: string });

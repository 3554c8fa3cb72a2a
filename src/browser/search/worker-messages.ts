import type { Language } from '../../paths.ts';
import type { Suggestions } from '../../results/suggestions.ts';

/** What a page asks its worker. `open` only loads; the first letters are said one by one, and again once the whole register is there. */
export type WorkerQuestion = { id: number; language: Language } & (
  | { kind: 'open'; province?: string | undefined; saveData: boolean }
  | { kind: 'first-suggestions'; most: number }
  | { kind: 'first-results' }
  | { kind: 'suggestions'; text: string; most: number }
  | { kind: 'results'; query: string; all: boolean; firstFirst: boolean }
);

/**
 * `letter`: one of the first letters, or the query of its address. `isEarly`: another answer to the same question follows, with
 * the rest of the results or from the whole register.
 */
export type WorkerAnswer = { id: number } & ({ letter?: string; suggestions: Suggestions } | { letter: string; html: string } | { html: string; isEarly: boolean } | { opened: true } | { failed: string });

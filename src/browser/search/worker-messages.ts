import type { Language } from '../../paths.ts';
import type { Suggestions } from '../../results/suggestions.ts';

/** What a page asks its worker; `open` only loads, and says what will be asked. */
export type WorkerQuestion = { id: number; language: Language } & (
  | { kind: 'open'; next: 'suggestions' | 'results'; province?: string | undefined; saveData: boolean }
  | { kind: 'suggestions'; text: string; most: number; isExample: boolean }
  | { kind: 'results'; query: string; all: boolean; firstFirst: boolean }
  | { kind: 'example'; query: string }
);

/** `isEarly`: another answer to the same question follows: with the rest of the results, or from the whole register. */
export type WorkerAnswer = { id: number } & ({ suggestions: Suggestions } | { html: string; isEarly: boolean } | { opened: true } | { failed: string });

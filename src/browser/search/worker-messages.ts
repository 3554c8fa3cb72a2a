import type { Language } from '../../paths.ts';
import type { Suggestions } from '../../results/suggestions.ts';

/** What a page asks its worker; `open` only loads. */
export type WorkerQuestion = { id: number; language: Language } & (
  | { kind: 'open'; province?: string | undefined; saveData: boolean }
  | { kind: 'suggestions'; text: string; most: number }
  | { kind: 'results'; query: string; all: boolean }
);

/** `isEarly`: another answer to the same question follows, from the whole register. */
export type WorkerAnswer = { id: number } & ({ suggestions: Suggestions } | { html: string; isEarly: boolean } | { opened: true } | { failed: string });

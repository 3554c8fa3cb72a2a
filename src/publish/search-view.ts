import type { IsoDate } from '../domain/calendar-day.ts';
import type { SearchOutcome } from '../search/search-outcome.ts';
import type { ParameterProblem, SearchParameters } from '../search/search-parameters.ts';

/** What a search came to, for the page that shows it. */
export interface SearchView {
  parameters: SearchParameters;
  problems: readonly ParameterProblem[];
  /** Undefined when nothing was asked for. */
  outcome?: SearchOutcome;
  declaration: DeclarationView;
}

/** Where the declaration of name and age stands that opens alcohol in search. */
export interface DeclarationView {
  made: boolean;
  /** What was wrong with the form that was just sent; empty for none. */
  problems: readonly DeclarationProblem[];
  /** What was typed, to be corrected. */
  name?: string;
  born?: string;
}

export type DeclarationProblem = 'name' | 'born' | 'young' | 'origin';

/** Names of the declaration's form fields, the same in both languages. */
export const DECLARATION_FIELDS = { name: 'ho-ten', born: 'ngay-sinh', withdraw: 'rut', returnTo: 've' } as const;

export const ALCOHOL_AGE = 18;

/** The last day of birth of somebody who is of age on `today`. */
export function bornAtLatest(today: IsoDate): IsoDate {
  return `${String(Number(today.slice(0, 4)) - ALCOHOL_AGE).padStart(4, '0')}${today.slice(4)}`;
}

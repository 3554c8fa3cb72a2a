import type { IsoDate } from '../domain/calendar-day.ts';
import type { GeoPoint } from '../domain/place.ts';
import type { Language } from '../paths.ts';
import type { SearchOutcome } from '../search/search-outcome.ts';
import type { ParameterProblem, SearchParameters } from '../search/search-parameters.ts';
import type { ResultsTexts } from './results-texts.ts';
import type { AlcoholNote } from './results-view.ts';
import type { ResultCard } from './result-card.ts';

/** What the page of results is made from; the server has it from the register, the browser from its files. */
export interface ResultsParts {
  language: Language;
  asOf: IsoDate;
  t: ResultsTexts;
  names: ResultNames;
  /** Undefined for a product that is not published. */
  card: (id: string) => ResultCard | undefined;
  parameters: SearchParameters;
  problems: readonly ParameterProblem[];
  outcome: SearchOutcome;
  /** Said when alcohol is meant and left out. */
  alcoholNote?: AlcoholNote | undefined;
  /** Hits on one page. */
  limit: number;
}

/** Names of what can be chosen, in the page's language. */
export interface ResultNames {
  group(id: string): string | undefined;
  province(slug: string): string | undefined;
  /** By `<province slug>/<commune slug>`: "Xã Thiên Cầm". */
  commune(slug: string): string | undefined;
  groups: readonly { id: string; text: string }[];
  provinces: readonly { slug: string; text: string; point: GeoPoint }[];
}

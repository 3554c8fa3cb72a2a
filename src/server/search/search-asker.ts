import type { IsoDate } from '../../domain/calendar-day.ts';
import type { FacetField } from '../../search/search-filters.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import type { SearchParameters } from '../../search/search-parameters.ts';

/** One search of one visitor. */
export interface SearchAsk {
  parameters: SearchParameters;
  /** Hits a page, 1 to 100. */
  limit: number;
  asOf: IsoDate;
  facets: readonly FacetField[];
  alcohol: boolean;
}

/** The part of the search service that the doors use: whichever engine answers, it answers. */
export type AskSearch = (ask: SearchAsk, signal?: AbortSignal) => Promise<SearchOutcome>;

export const ALL_FACETS: readonly FacetField[] = ['stars', 'status', 'groups', 'provinces', 'communes', 'producerKinds', 'buyable'];

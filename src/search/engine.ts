import type { IsoDate } from '../domain/calendar-day.ts';
import type { FacetField, SearchFilters, SearchSort } from './search-filters.ts';
import type { Understood } from './understood.ts';

/** What every engine is asked, after the query layer. */
export interface EngineQuery {
  understood: Understood;
  /** What was chosen, and what was understood as a filter, together. */
  filters: SearchFilters;
  sort: SearchSort;
  /** From 1. */
  page: number;
  /** Hits a page, 1 to 100. */
  limit: number;
  /** The day for which statuses count. */
  asOf: IsoDate;
  facets: readonly FacetField[];
  /** Alcohol is found only after the declaration of name and age. */
  alcohol: boolean;
}

export interface EngineAnswer {
  /** Products that fit, counted exactly up to 1,000. */
  total: number;
  /** Ids of products, best first. */
  hits: readonly EngineHit[];
  /**
   * Counts of values as they would be with that field's own filter taken away, most first. A field that was not asked for is
   * absent.
   */
  facets: Partial<Readonly<Record<FacetField, readonly FacetCount[]>>>;
}

export interface EngineHit {
  id: string;
  /** True when not every word was found in it; such hits stand after all others and are marked as such. */
  partial: boolean;
  /** Kilometres from the point that was asked about. */
  km?: number;
}

export interface FacetCount {
  /** As in `SearchFilters`. */
  value: string;
  count: number;
}

export interface SearchEngine {
  readonly name: 'embedded' | 'meilisearch';
  /** Rejects with {@link EngineUnavailable} when it cannot answer now; `signal` ends the waiting. */
  search(query: EngineQuery, signal?: AbortSignal): Promise<EngineAnswer>;
}

/** Another engine has to answer: this one is stopped, slow or rebuilding. */
export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable';
}

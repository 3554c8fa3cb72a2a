import type { EngineAnswer, SearchEngine } from './engine.ts';
import type { SearchFilters, SearchSort } from './search-filters.ts';
import type { Understood } from './understood.ts';

/** A search with everything that a page of results is made from. */
export interface SearchOutcome {
  engine: SearchEngine['name'];
  understood: Understood;
  /** What narrowed it: chosen and understood together. */
  filters: SearchFilters;
  sort: SearchSort;
  answer: EngineAnswer;
  /** Only when no product fits in every word. */
  help?: SearchHelp;
}

/** What else could be looked at when nothing was found. */
export interface SearchHelp {
  /** The text with its unknown words changed for the nearest known ones. */
  corrected?: string;
  /** What each condition costs: how many there were without it, most first; those that bring nothing are left out. */
  without: readonly { drop: DroppedCondition; total: number }[];
  /** `<province slug>/<commune slug>` of the nearest communes that have products, nearest first. */
  communes: readonly { slug: string; km: number; total: number }[];
}

/** A chosen field, or the key of a meaning. */
export type DroppedCondition = { field: keyof SearchFilters } | { key: string };

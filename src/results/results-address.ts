import type { Language } from '../paths.ts';
import type { SearchFilters } from '../search/search-filters.ts';
import { searchAddress, type SearchParameters } from '../search/search-parameters.ts';

/** Fields of which several values can be chosen. */
export type ListField = 'stars' | 'status' | 'groups' | 'provinces' | 'communes' | 'producerKinds';

/** Addresses of the same search with one thing changed; each starts again at the first page. */
export interface ResultsAddresses {
  with(change: Partial<SearchParameters>): string;
  /** The search without what was understood under `key`. */
  ignoring(key: string): string;
  /** One value more or less of a list. */
  toggled(field: ListField, value: string): string;
  without(field: keyof SearchFilters): string;
  page(page: number): string;
}

export function resultsAddresses(parameters: SearchParameters, language: Language): ResultsAddresses {
  const { filters } = parameters;
  const at = (change: Partial<SearchParameters>): string => searchAddress({ ...parameters, page: 1, ...change }, language);
  const withFilters = (change: SearchFilters): string => at({ filters: { ...filters, ...change } });
  return {
    with: at,
    ignoring: (key) => at({ ignored: [...parameters.ignored, key] }),
    toggled(field, value) {
      const values = (filters[field] ?? []).map(String);
      const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
      return withFilters({ [field]: field === 'stars' ? next.map(Number) : next });
    },
    without: (field) => withFilters({ [field]: undefined }),
    page: (page) => searchAddress({ ...parameters, page }, language),
  };
}

import type { SearchFilters } from './search-filters.ts';
import type { Understood } from './understood.ts';

/** What was chosen, narrowed by what was understood: a field that both speak of lets through what both allow. */
export function filtersOf(understood: Pick<Understood, 'meanings'>, chosen: SearchFilters = {}): SearchFilters {
  return understood.meanings.reduce((filters, { filter }) => (filter === undefined ? filters : both(filters, filter)), chosen);
}

/** Fits nothing: values that no product has. */
const NOTHING = '';

function both(a: SearchFilters, b: SearchFilters): SearchFilters {
  const merged: Record<string, unknown> = { ...a };
  for (const [field, value] of Object.entries(b)) {
    const given = merged[field];
    if (!Array.isArray(value) || !Array.isArray(given) || given.length === 0) {
      merged[field] = value;
      continue;
    }
    const common = given.filter((one) => value.includes(one));
    merged[field] = common.length > 0 ? common : [NOTHING];
  }
  return merged as SearchFilters;
}

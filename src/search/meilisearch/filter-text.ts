import { toDayNumber } from '../../domain/calendar-day.ts';
import type { FacetField } from '../search-filters.ts';
import type { SearchFilters } from '../search-filters.ts';
import { HELD_SPANS } from './index-document.ts';

export type FilterField = keyof SearchFilters;

/** Conditions in Meilisearch's language, all of which must hold; those of `except` are left out. */
export function filterTexts(filters: SearchFilters, except?: FilterField): string[] {
  return (Object.keys(filters) as FilterField[]).flatMap((field) => (field === except ? [] : (conditionOf(filters, field) ?? [])));
}

/** Only these narrow anything: a field that is absent, empty or false lets everything through. */
export function narrows(filters: SearchFilters, field: FacetField): boolean {
  return conditionOf(filters, field) !== undefined;
}

export function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function conditionOf(filters: SearchFilters, field: FilterField): string | undefined {
  switch (field) {
    case 'stars':
      return oneOf(field, filters.stars?.map(String));
    case 'status':
      return oneOf(field, filters.status?.flatMap((status) => (status === 'held' ? ['valid', 'expiring'] : [status])));
    case 'groups':
    case 'provinces':
    case 'communes':
    case 'districts':
    case 'producerKinds':
      return oneOf(field, filters[field]);
    case 'buyable':
      return filters.buyable === true ? 'buyable = true' : undefined;
    case 'on':
      return filters.on === undefined ? undefined : heldOn(toDayNumber(filters.on));
    case 'near':
      return filters.near === undefined ? undefined : `_geoRadius(${filters.near.point.lat}, ${filters.near.point.lng}, ${Math.round(filters.near.km * 1_000)})`;
  }
}

function oneOf(field: string, values: readonly string[] = []): string | undefined {
  return values.length === 0 ? undefined : `${field} IN [${values.map(quoted).join(', ')}]`;
}

function heldOn(day: number): string {
  return Array.from({ length: HELD_SPANS }, (_, place) => `(held${place}From <= ${day} AND held${place}Until >= ${day})`).join(' OR ');
}

import { holds } from '../../domain/certificate-status.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { EngineAnswer, FacetCount } from '../engine.ts';
import type { FacetField } from '../search-filters.ts';
import { kindOf, type Columns } from './columns.ts';
import { bit, FACET_FIELDS } from './narrow.ts';

/** Counts while the products go by: one that fits counts everywhere, one that a single field keeps out counts in that field. */
export interface FacetCounter {
  add(product: number, failed: number): void;
  counts(): EngineAnswer['facets'];
}

export function facetCounter(columns: Columns, fields: readonly FacetField[], day: IsoDate): FacetCounter {
  const standings = columns.standingOn(day);
  const asked = FACET_FIELDS.filter((field) => fields.includes(field));
  const tallies = asked.map((field) => ({ mask: ~bit(field), tally: new Map<string, number>(), valuesOf: valuesOf(field) }));

  function valuesOf(field: FacetField): (product: number) => readonly (string | number)[] {
    const { documents, placeSets, placeSet, termSet } = columns;
    const documentOf = (product: number) => documents[product] as (typeof documents)[number];
    const standing = (product: number) => standings[termSet[product] as number] as (typeof standings)[number];
    const place = (product: number) => placeSets[placeSet[product] as number] as (typeof placeSets)[number];
    const values: Readonly<Record<FacetField, (product: number) => readonly (string | number)[]>> = {
      stars: (product) => list(standing(product).term?.stars),
      status: (product) => (holds(standing(product).status) ? [standing(product).status, 'held'] : [standing(product).status]),
      groups: (product) => list(documentOf(product).group),
      provinces: (product) => place(product).provinces,
      communes: (product) => place(product).communes,
      producerKinds: (product) => [kindOf(documentOf(product))],
      buyable: (product) => (documentOf(product).buyable ? ['true'] : []),
    };
    return values[field];
  }

  return {
    add: (product, failed) => {
      for (const { mask, tally, valuesOf: values } of tallies) {
        if ((failed & mask) !== 0) continue;
        for (const value of values(product)) tally.set(String(value), (tally.get(String(value)) ?? 0) + 1);
      }
    },
    counts: () => Object.fromEntries(asked.map((field, place) => [field, mostFirst(tallies[place]?.tally ?? new Map())])),
  };
}

function list<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function mostFirst(tally: ReadonlyMap<string, number>): FacetCount[] {
  return [...tally].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

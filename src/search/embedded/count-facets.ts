import { holds } from '../../domain/certificate-status.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { EngineAnswer, FacetCount } from '../engine.ts';
import type { FacetField } from '../search-filters.ts';
import { PRODUCER_KINDS, type Columns } from './columns.ts';
import { bit, FACET_FIELDS } from './narrow.ts';

/** Counts while the products go by: one that fits counts everywhere, one that a single field keeps out counts in that field. */
export interface FacetCounter {
  add(product: number, failed: number): void;
  counts(): EngineAnswer['facets'];
}

/** Counts by what many products share (a place, a set of terms); the values of a field follow from these at the end. */
interface Tally {
  field: FacetField;
  others: number;
  shared: ArrayLike<number>;
  counts: Int32Array;
  /** Values of the field for one number of `shared`. */
  valuesOf(number: number): readonly (string | number)[];
}

export function facetCounter(columns: Columns, fields: readonly FacetField[], day: IsoDate): FacetCounter {
  const tallies = FACET_FIELDS.filter((field) => fields.includes(field)).map((field) => tallyOf(columns, field, day));
  return {
    add: (product, failed) => {
      for (const { others, shared, counts } of tallies) {
        if ((failed & others) !== 0) continue;
        const number = shared[product] as number;
        if (number >= 0) counts[number] = (counts[number] as number) + 1;
      }
    },
    counts: () => Object.fromEntries(tallies.map((tally) => [tally.field, mostFirst(tally)])),
  };
}

function tallyOf(columns: Columns, field: FacetField, day: IsoDate): Tally {
  const { placeSets, placeSet, termSet, groups, group, kind, buyable } = columns;
  const standings = columns.standingOn(day);
  const tally = (shared: ArrayLike<number>, size: number, valuesOf: Tally['valuesOf']): Tally => ({ field, others: ~bit(field), shared, counts: new Int32Array(size), valuesOf });
  switch (field) {
    case 'stars':
      return tally(termSet, standings.length, (number) => [standings[number]?.term?.stars ?? []].flat());
    case 'status':
      return tally(termSet, standings.length, (number) => {
        const status = standings[number]?.status ?? 'unconfirmed';
        return holds(status) ? [status, 'held'] : [status];
      });
    case 'groups':
      return tally(group, groups.length, (number) => [groups[number] as string]);
    case 'provinces':
    case 'communes':
      return tally(placeSet, placeSets.length, (number) => placeSets[number]?.[field] ?? []);
    case 'producerKinds':
      return tally(kind, PRODUCER_KINDS.length, (number) => [PRODUCER_KINDS[number] as string]);
    case 'buyable':
      return tally(buyable, 2, (number) => (number === 1 ? ['true'] : []));
  }
}

function mostFirst({ counts, valuesOf }: Tally): FacetCount[] {
  const totals = new Map<string, number>();
  counts.forEach((count, number) => {
    if (count === 0) return;
    for (const value of valuesOf(number)) totals.set(String(value), (totals.get(String(value)) ?? 0) + count);
  });
  return [...totals].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

import { holds } from '../../domain/certificate-status.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { EngineAnswer, FacetCount } from '../engine.ts';
import type { FacetField } from '../search-filters.ts';
import { PRODUCER_KINDS, type Columns, type SetValues } from './columns.ts';
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
  /** Values with how many products have them, in the order of their texts. */
  totals(counts: Int32Array): FacetCount[];
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
  const counting = (shared: ArrayLike<number>, size: number, totals: Tally['totals']): Tally => ({ field, others: ~bit(field), shared, counts: new Int32Array(size), totals });
  const tally = (shared: ArrayLike<number>, size: number, valuesOf: ValuesOf): Tally => counting(shared, size, (counts) => totalsByName(counts, valuesOf));
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
      return counting(placeSet, placeSets.length, (counts) => totalsByNumber(counts, columns.valuesOf(field)));
    case 'producerKinds':
      return tally(kind, PRODUCER_KINDS.length, (number) => [PRODUCER_KINDS[number] as string]);
    case 'buyable':
      return tally(buyable, 2, (number) => (number === 1 ? ['true'] : []));
  }
}

/** Values of a field for one number of what is shared. */
type ValuesOf = (number: number) => readonly (string | number)[];

function totalsByName(counts: Int32Array, valuesOf: ValuesOf): FacetCount[] {
  const totals = new Map<string, number>();
  counts.forEach((count, number) => {
    if (count === 0) return;
    for (const value of valuesOf(number)) totals.set(String(value), (totals.get(String(value)) ?? 0) + count);
  });
  return [...totals].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** The same for thousands of values, without comparing their texts. */
function totalsByNumber(counts: Int32Array, { values, ofSet }: SetValues): FacetCount[] {
  const totals = new Int32Array(values.length);
  counts.forEach((count, set) => {
    if (count !== 0) for (const value of ofSet[set] as readonly number[]) totals[value] = (totals[value] as number) + count;
  });
  const found: FacetCount[] = [];
  totals.forEach((count, number) => {
    if (count !== 0) found.push({ value: values[number] as string, count });
  });
  return found;
}

/** Those of the same count stay in the order of their values. */
function mostFirst({ counts, totals }: Tally): FacetCount[] {
  return totals(counts).sort((a, b) => b.count - a.count);
}

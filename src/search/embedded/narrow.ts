import { holds, type Status } from '../../domain/certificate-status.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { kmBetween } from '../km-between.ts';
import type { FacetField, SearchFilters } from '../search-filters.ts';
import { PRODUCER_KINDS, type Columns } from './columns.ts';

/** Facet fields in the order of their bits. */
export const FACET_FIELDS: readonly FacetField[] = ['stars', 'status', 'groups', 'provinces', 'communes', 'producerKinds', 'buyable'];

/** Fits no facet: narrowed by something that is never counted (district, day, circle, alcohol). */
export const LEFT_OUT = 1 << FACET_FIELDS.length;

/** By product: 0 when it fits, else a bit for each facet field that it fails and {@link LEFT_OUT}. */
export type Narrowed = (product: number) => number;

export function narrowBy(columns: Columns, filters: SearchFilters, day: IsoDate, alcohol: boolean): Narrowed {
  const { placeSet, termSet, group, kind } = columns;
  const byPlace = placeBits(columns, filters);
  const byTerm = termBits(columns, filters, day);
  const groups = wanted(filters.groups);
  const kinds = wanted(filters.producerKinds);
  const byGroup = columns.groups.map((id) => (groups === undefined || groups.has(id) ? 0 : bit('groups')));
  const byKind = PRODUCER_KINDS.map((one) => (kinds === undefined || kinds.has(one) ? 0 : bit('producerKinds')));
  const unknownGroup = groups === undefined ? 0 : bit('groups');
  const byBuyable = filters.buyable === true ? bit('buyable') : 0;
  return (product) => {
    const number = group[product] as number;
    let failed = (byPlace[placeSet[product] as number] as number) | (byTerm[termSet[product] as number] as number) | (byKind[kind[product] as number] as number);
    failed |= number === -1 ? unknownGroup : (byGroup[number] as number);
    if (columns.buyable[product] === 0) failed |= byBuyable;
    if (columns.alcohol[product] === 1 && !alcohol) failed |= LEFT_OUT;
    return failed;
  };
}

export function bit(field: FacetField): number {
  return 1 << FACET_FIELDS.indexOf(field);
}

function placeBits({ placeSets }: Columns, filters: SearchFilters): Uint16Array {
  const provinces = wanted(filters.provinces);
  const communes = wanted(filters.communes);
  const districts = wanted(filters.districts);
  if (provinces === undefined && communes === undefined && districts === undefined && filters.near === undefined) return new Uint16Array(placeSets.length);
  return Uint16Array.from(placeSets, (set) => {
    let failed = 0;
    if (provinces !== undefined && !set.provinces.some((slug) => provinces.has(slug))) failed |= bit('provinces');
    if (communes !== undefined && !set.communes.some((slug) => communes.has(slug))) failed |= bit('communes');
    if (districts !== undefined && !set.districts.some((slug) => districts.has(slug))) failed |= LEFT_OUT;
    if (filters.near !== undefined && (set.point === undefined || kmBetween(filters.near.point, set.point) > filters.near.km)) failed |= LEFT_OUT;
    return failed;
  });
}

function termBits(columns: Columns, filters: SearchFilters, day: IsoDate): Uint16Array {
  const stars = wanted(filters.stars);
  const statuses = wanted<Status | 'held'>(filters.status);
  const then = filters.on === undefined ? undefined : columns.standingOn(filters.on);
  if (stars === undefined && statuses === undefined && then === undefined) return new Uint16Array(columns.standingOn(day).length);
  return Uint16Array.from(columns.standingOn(day), ({ status, term }, set) => {
    let failed = 0;
    if (stars !== undefined && (term?.stars === undefined || !stars.has(term.stars))) failed |= bit('stars');
    if (statuses !== undefined && !statuses.has(status) && !(holds(status) && statuses.has('held'))) failed |= bit('status');
    const standing = then?.[set];
    if (then !== undefined && (standing === undefined || !holds(standing.status))) failed |= LEFT_OUT;
    return failed;
  });
}

/** Undefined for a field that lets everything through. */
function wanted<T>(values: readonly T[] | undefined): ReadonlySet<T> | undefined {
  return values === undefined || values.length === 0 ? undefined : new Set(values);
}

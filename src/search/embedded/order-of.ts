import { holds } from '../../domain/certificate-status.ts';
import { toDayNumber } from '../../domain/calendar-day.ts';
import type { EngineQuery } from '../engine.ts';
import { kmBetween } from '../km-between.ts';
import type { Columns } from './columns.ts';

/** Sorts after everything that has a value. */
const LAST = 1e7;

/** What a sort other than relevance goes by; the lowest comes first. Undefined for relevance. */
export function sortKey(columns: Columns, { sort, asOf, filters }: EngineQuery): ((product: number) => number) | undefined {
  const { documents, placeSets, placeSet, termSet } = columns;
  const standings = columns.standingOn(asOf);
  const standing = (product: number) => standings[termSet[product] as number] as (typeof standings)[number];
  const point = filters.near?.point;
  switch (sort) {
    case 'stars':
      return (product) => -(standing(product).term?.stars ?? 0);
    case 'newest':
      return (product) => {
        const { term } = standing(product);
        const day = term?.grantedOn ?? term?.from;
        return day === undefined ? LAST : -toDayNumber(day);
      };
    case 'ending':
      return (product) => {
        const { status, term } = standing(product);
        return holds(status) && term?.validUntil !== undefined ? toDayNumber(term.validUntil) : LAST;
      };
    case 'name': {
      const order = columns.nameOrder();
      return (product) => order[product] as number;
    }
    case 'price':
      return (product) => (documents[product]?.priceDong ?? LAST * 1000) / 1000;
    case 'distance':
      return (product) => {
        const place = placeSets[placeSet[product] as number]?.point;
        return point === undefined || place === undefined ? LAST : kmBetween(point, place);
      };
    default:
      return undefined;
  }
}

import { lastDayOf } from '../domain/calendar-day.ts';
import type { Lot } from '../domain/lot.ts';

/** By packing, else making, else declaring; lots of one day by their codes. */
export function newestLotFirst(a: Lot, b: Lot): number {
  return compareText(dayOf(b), dayOf(a)) || compareText(a.code, b.code);
}

export function byProductAndCode(a: Lot, b: Lot): number {
  return compareText(a.productId, b.productId) || compareText(a.code, b.code);
}

function dayOf({ packedOn, producedOn, declared }: Lot): string {
  return lastDayOf(packedOn ?? producedOn ?? declared.on);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

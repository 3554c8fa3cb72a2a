import { lastDayOf, type IsoDate } from './calendar-day.ts';
import type { Lot } from './lot.ts';

/** The last day of use, else the last of the best days; of a month or year its last day. Undefined where neither is declared. */
export function lastDayOfLot({ useBy, bestBefore }: Pick<Lot, 'useBy' | 'bestBefore'>): IsoDate | undefined {
  const declared = useBy ?? bestBefore;
  return declared === undefined ? undefined : lastDayOf(declared);
}

/** True from the day after on, in Việt Nam. */
export function isPastLastDay(lot: Pick<Lot, 'useBy' | 'bestBefore'>, day: IsoDate): boolean {
  const last = lastDayOfLot(lot);
  return last !== undefined && day > last;
}

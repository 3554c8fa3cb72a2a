import { isIsoDate } from '../../../domain/date-text.ts';
import { dayInCell } from '../../../importing/facts/read-date.ts';
import type { Cell } from '../../../importing/sheet-grid.ts';
import { vietnamInstant } from '../vietnam-instant.ts';

/** The moment that a cell names, noon of its day in Việt Nam where no time stands there; undefined when it names none. */
export function instantInCell(cell: Cell | undefined, since1904: boolean): { day: string; at: string } | undefined {
  if (cell === undefined) return undefined;
  const day = dayInCell(cell.value, since1904);
  if (day === undefined || !isIsoDate(day)) return undefined;
  const [, hour, minute, second = '00'] = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?!\d)/.exec(cell.text) ?? [];
  const at = vietnamInstant(`${day} ${hour === undefined ? '12:00:00' : `${hour.padStart(2, '0')}:${minute}:${second}`}`);
  return at === undefined ? undefined : { day, at };
}

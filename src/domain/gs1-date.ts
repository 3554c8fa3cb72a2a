import { isPartialDate } from './date-text.ts';
import type { IsoDate, PartialDate } from './calendar-day.ts';

const YYMMDD = /^(\d{2})(\d{2})(\d{2})$/;

/**
 * True for YYMMDD with a month and a day that exist. With `dayMayBeZero`, 00 means that no day is given.
 * The year is taken as 20YY, which has the leap years of every century a GS1 date can name until 2050.
 */
export function isGs1Date(text: string, dayMayBeZero: boolean): boolean {
  const parts = YYMMDD.exec(text);
  if (parts === null || (parts[3] === '00' && !dayMayBeZero)) return false;
  return isPartialDate(partialDate(20, parts));
}

/**
 * The day, or the month when DD is 00, of a valid YYMMDD. The century is the one that brings the year nearest to
 * today's (GS1 General Specifications, section 7.12). A use-by of a month ends with its last day: `lastDayOf`.
 */
export function fromGs1Date(text: string, today: IsoDate): PartialDate {
  const parts = YYMMDD.exec(text);
  if (parts === null) throw new RangeError(`"${text}" is not a date of the form YYMMDD`);
  const century = Number(today.slice(0, 2));
  const ahead = Number(parts[1]) - Number(today.slice(2, 4));
  if (ahead >= 51) return partialDate(century - 1, parts);
  return partialDate(ahead <= -50 ? century + 1 : century, parts);
}

function partialDate(century: number, [, year, month, day]: readonly string[]): PartialDate {
  return day === '00' ? `${century}${year}-${month}` : `${century}${year}-${month}-${day}`;
}

/**
 * Calendar days as ISO strings (`2026-11-14`) and as whole day numbers since 1970-01-01.
 * A day is a day in Việt Nam; no clock and no time zone is read here.
 */
export type IsoDate = string;

/** A day, a month or a year as a source gives it: `2024-03-21`, `2024-03` or `2024`. */
export type PartialDate = string;

const MS_PER_DAY = 86_400_000;

/** Parsing is most of a page's arithmetic, and a register has few thousand different days. */
const DAY_NUMBERS = new Map<IsoDate, number>();
const MOST_REMEMBERED = 20_000;

/** Whole days since 1970-01-01; the inverse of {@link fromDayNumber}. */
export function toDayNumber(day: IsoDate): number {
  const kept = DAY_NUMBERS.get(day);
  if (kept !== undefined) return kept;
  const dayNumber = Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
  if (DAY_NUMBERS.size < MOST_REMEMBERED) DAY_NUMBERS.set(day, dayNumber);
  return dayNumber;
}

export function fromDayNumber(dayNumber: number): IsoDate {
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10);
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(day) + days);
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/**
 * The same day of the month `months` later, or that month's last day when it is shorter:
 * 29 February plus 36 months is 28 February.
 */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const monthIndex = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthIndex / 12);
  const targetMonth = (monthIndex % 12) + 1;
  return isoDate(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
}

/** The last day a partial date can mean: `2024` is `2024-12-31`. */
export function lastDayOf(partial: PartialDate): IsoDate {
  const [year, month, date] = partial.split('-').map(Number) as [number, number?, number?];
  const lastMonth = month ?? 12;
  return isoDate(year, lastMonth, date ?? daysInMonth(year, lastMonth));
}

/** The first day a partial date can mean: `2024` is `2024-01-01`. */
export function firstDayOf(partial: PartialDate): IsoDate {
  const [year, month, date] = partial.split('-').map(Number) as [number, number?, number?];
  return isoDate(year, month ?? 1, date ?? 1);
}

/** Today in Việt Nam (UTC+7 all year) for an instant in milliseconds since 1970. */
export function dayInVietnam(instantMs: number): IsoDate {
  return fromDayNumber(Math.floor((instantMs + 7 * 3_600_000) / MS_PER_DAY));
}

/** Whole months and remaining days from `from` to `to`, for words such as "10 tháng 24 ngày". */
export function monthsAndDays(from: IsoDate, to: IsoDate): { months: number; days: number } {
  const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
  const [toYear, toMonth] = to.split('-').map(Number) as [number, number];
  const monthsApart = Math.max(0, (toYear - fromYear) * 12 + (toMonth - fromMonth));
  const months = monthsApart > 0 && addMonths(from, monthsApart) > to ? monthsApart - 1 : monthsApart;
  return { months, days: daysBetween(addMonths(from, months), to) };
}

/** `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isoDate(year: number, month: number, date: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

import { daysInMonth } from './calendar-day.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for a date that exists: `2024-02-29` yes, `2023-02-29` no. */
export function isIsoDate(text: string): boolean {
  const parts = ISO.exec(text);
  return parts !== null && existsInCalendar(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** True for `2024`, `2024-07` and `2024-07-03` that exist in the calendar. */
export function isPartialDate(text: string): boolean {
  const parts = PARTIAL.exec(text);
  return parts !== null && existsInCalendar(Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1));
}

function existsInCalendar(year: number, month: number, date: number): boolean {
  return year >= 1900 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

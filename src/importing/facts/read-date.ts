import type { IsoDate, PartialDate } from '../../domain/calendar-day.ts';
import { isIsoDate } from '../../domain/date-text.ts';
import { fromDayNumber, toDayNumber } from '../../domain/calendar-day.ts';

const PATTERNS: readonly (readonly [RegExp, order: 'dmy' | 'ymd'])[] = [
  [/\bngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/iu, 'dmy'],
  [/(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/u, 'dmy'],
  [/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u, 'ymd'],
];

/** Days from the two beginnings of Excel's count to 1970-01-01; 1900 counts a 29 February that never was. */
const SERIAL_ZERO = { since1900: toDayNumber('1899-12-30'), since1904: toDayNumber('1904-01-01') };
/** 01/01/2000 to 31/12/2099 in either count: other whole numbers in a date column are no days. */
const SERIAL_RANGE = [35_000, 73_050] as const;

/** The first day that the text names, Vietnamese order (day before month); undefined when there is none that exists. */
export function dayInText(text: string): IsoDate | undefined {
  for (const [pattern, order] of PATTERNS) {
    const [, first = '', month = '', last = ''] = pattern.exec(text) ?? [];
    if (first === '') continue;
    const [year, day] = order === 'dmy' ? [last, first] : [first, last];
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isIsoDate(iso)) return iso;
  }
  return undefined;
}

/** A cell of a date column: a date, a serial number of the file's count, or text. */
export function dayInCell(value: string | number | boolean | Date, since1904: boolean): IsoDate | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return undefined;
  const serial = typeof value === 'number' ? value : /^\d{5}$/.test(value.trim()) ? Number(value) : undefined;
  if (serial === undefined) return dayInText(String(value));
  if (serial < SERIAL_RANGE[0] || serial > SERIAL_RANGE[1]) return undefined;
  return fromDayNumber(Math.floor(serial) + (since1904 ? SERIAL_ZERO.since1904 : SERIAL_ZERO.since1900));
}

/** `2019`, `11/2020`, `tháng 11 năm 2020` or a whole day. */
export function partialDateInCell(value: string | number | boolean | Date, since1904: boolean): PartialDate | undefined {
  const text = String(value).trim();
  if (/^\d{4}$/.test(text)) return text;
  const day = dayInCell(value, since1904);
  if (day !== undefined) return day;
  const [, month = '', year = ''] = /(?:^|tháng\s*)(\d{1,2})\s*(?:\/|-|năm)\s*(\d{4})$/iu.exec(text) ?? [];
  if (month !== '' && Number(month) >= 1 && Number(month) <= 12) return `${year}-${month.padStart(2, '0')}`;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : /năm\s+(\d{4})$/iu.exec(text)?.[1];
}

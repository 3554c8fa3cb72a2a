import type { IsoDate, PartialDate } from '../domain/calendar-day.ts';
import type { Language } from '../paths.ts';

const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `15/10/2027` in Vietnamese, `15 October 2027` in English. */
export function formatDate(day: IsoDate, language: Language): string {
  return formatPartialDate(day, language);
}

/** As precise as the source: `tháng 7/2024`, `năm 2023`, `July 2024`, `2023`. */
export function formatPartialDate(date: PartialDate, language: Language): string {
  const [year, month, day] = date.split('-');
  if (language === 'vi') {
    if (day !== undefined) return `${day}/${month}/${year}`;
    return month === undefined ? `năm ${year}` : `tháng ${Number(month)}/${year}`;
  }
  if (month === undefined) return String(year);
  const name = MONTHS_EN[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

import type { PartialDate } from '../domain/calendar-day.ts';
import type { Language } from '../paths.ts';
import { formatPartialDate } from './format-date.ts';

/** Within a sentence: "ngày 02/11/2026", "tháng 7/2024"; "on 2 November 2026", "in July 2024". */
export function onDay(date: PartialDate, language: Language): string {
  const isDay = date.split('-').length === 3;
  const words = formatPartialDate(date, language);
  if (language === 'vi') return isDay ? `ngày ${words}` : words;
  return `${isDay ? 'on' : 'in'} ${words}`;
}

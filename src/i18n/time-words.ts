import { dayInVietnam } from '../domain/calendar-day.ts';
import { formatDate } from './format-date.ts';
import type { Language } from '../paths.ts';

const VIETNAM_MS = 7 * 3_600_000;

/** `09:05, 22/11/2026` in Việt Nam for an instant in milliseconds since 1970. */
export function timeWords(instantMs: number, language: Language): string {
  return `${clockWords(instantMs)}, ${formatDate(dayInVietnam(instantMs), language)}`;
}

/** `09:05` in Việt Nam. */
export function clockWords(instantMs: number): string {
  return new Date(instantMs + VIETNAM_MS).toISOString().slice(11, 16);
}

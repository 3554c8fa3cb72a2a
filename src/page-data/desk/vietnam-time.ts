import { dayInVietnam } from '../../domain/calendar-day.ts';
import { formatDate } from '../../i18n/format-date.ts';

const VIETNAM_MS = 7 * 3_600_000;

/** `09:05 ngày 22/11/2026` for an instant in milliseconds since 1970. */
export function timeInVietnam(instantMs: number): string {
  const clock = new Date(instantMs + VIETNAM_MS).toISOString().slice(11, 16);
  return `${clock} ngày ${formatDate(dayInVietnam(instantMs), 'vi')}`;
}

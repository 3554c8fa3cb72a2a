import { daysBetween, type IsoDate } from './calendar-day.ts';
import type { CertificateTerm } from './certificate-status.ts';

/** How much of the term has passed: 0 on the day of the decision, 1 from the last valid day on; undefined without both ends. */
export function elapsedShare(term: CertificateTerm, day: IsoDate): number | undefined {
  if (term.grantedOn === undefined || term.validUntil === undefined) return undefined;
  const whole = daysBetween(term.grantedOn, term.validUntil);
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(term.grantedOn, day) / whole));
}

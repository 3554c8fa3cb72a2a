import type { Catalogue } from '../../catalogue/catalogue.ts';
import { expiringCertificates, type EndingCertificate } from '../../catalogue/expiring-certificates.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';

/** Days before the last valid day on which the office is reminded. */
export const REMINDER_DAYS = [30, 90, 180] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

export interface ExpiryReminder extends EndingCertificate {
  threshold: ReminderDays;
}

/**
 * The reminders that stand on a day: each certificate under the nearest threshold that it has reached. A day without
 * a run loses nothing, and a certificate found late is brought up once, not once for every threshold it has passed.
 */
export function expiryReminders(catalogue: Catalogue, today: IsoDate): ExpiryReminder[] {
  return expiringCertificates(catalogue, today).flatMap((expiring) => {
    const threshold = REMINDER_DAYS.find((days) => expiring.daysLeft <= days);
    return threshold === undefined ? [] : [{ ...expiring, threshold }];
  });
}

import type { Catalogue } from '../../catalogue/catalogue.ts';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import { deskPath, productPath, type Language } from '../../paths.ts';
import type { Database } from '../db/database.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { expiryReminders, type ExpiryReminder } from './expiry-reminders.ts';
import type { ExpiryReminderPayload } from './templates/expiry-reminder.ts';

export interface ReminderParts {
  db: Database;
  catalogue: Catalogue;
  /** Milliseconds since 1970; the day is counted in Việt Nam. */
  now: number;
  /** OFFICE_EMAIL. */
  to: string;
  /** Origin without trailing slash. */
  siteUrl: string;
  /** What stands after the @ of the Message-ID. */
  domain: string;
  language?: Language;
}

/**
 * Writes today's one mail for all certificates that have newly reached a threshold; gives back how many it names.
 * Run as often as wanted. What comes up after today's mail was written is in tomorrow's.
 */
export async function enqueueExpiryReminders({ db, catalogue, now, to, siteUrl, domain, language = 'vi' }: ReminderParts): Promise<number> {
  const today = dayInVietnam(now);
  const standing = expiryReminders(catalogue, today);
  if (standing.length === 0) return 0;
  return db.transaction().execute(async (transaction) => {
    const due = await notYetReminded(transaction, standing);
    if (due.length === 0) return 0;
    const payload = { language, asOf: today, deskUrl: siteUrl + deskPath(), rows: due.map((reminder) => rowOf(reminder, siteUrl, language)) };
    const id = await enqueueMail(transaction, { kind: 'expiry-reminder', subjectKey: today, recipient: to, payload }, { now, domain });
    if (id === undefined) return 0;
    for (const reminder of due) {
      await transaction.insertInto('expiry_reminders').values({ ...keyOf(reminder), outbox_id: id }).execute();
    }
    return due.length;
  });
}

interface ReminderKey {
  certificate_id: string;
  valid_until: string;
  threshold_days: number;
}

const keyOf = ({ certificate, validUntil, threshold }: ExpiryReminder): ReminderKey => ({
  certificate_id: certificate.id,
  valid_until: validUntil,
  threshold_days: threshold,
});

async function notYetReminded(db: Database, standing: readonly ExpiryReminder[]): Promise<ExpiryReminder[]> {
  const soonest = standing.reduce((day, { validUntil }) => (validUntil < day ? validUntil : day), '9999');
  const rows = await db
    .selectFrom('expiry_reminders')
    .select(['certificate_id', 'valid_until', 'threshold_days'])
    .where('valid_until', '>=', soonest)
    .execute();
  const textOf = (key: ReminderKey): string => `${key.certificate_id}\n${key.valid_until}\n${key.threshold_days}`;
  const reminded = new Set(rows.map(textOf));
  return standing.filter((reminder) => !reminded.has(textOf(keyOf(reminder))));
}

function rowOf({ product, producer, certificate, validUntil, daysLeft }: ExpiryReminder, siteUrl: string, language: Language): ExpiryReminderPayload['rows'][number] {
  return {
    product: language === 'vi' ? product.name : product.nameEn,
    ...(producer !== undefined && { producer: producer.name }),
    ...(certificate.stars !== undefined && { stars: certificate.stars }),
    ...(certificate.number !== undefined && { decision: certificate.number }),
    validUntil,
    daysLeft,
    reEvaluationFiled: certificate.reEvaluationFiledOn !== undefined,
    url: siteUrl + productPath(language, product.id),
  };
}

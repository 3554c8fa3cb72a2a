import { dayInVietnam } from '../../domain/calendar-day.ts';
import { instant, type Database } from '../db/database.ts';
import { FORGET_MS } from '../desk/lockout.ts';
import { SESSION_IDLE_MS } from '../desk/session.ts';
import { KEPT_MS } from '../reports/kept-photographs.ts';
import { forgetEmptySearches } from '../empty-searches/empty-search-store.ts';
import { deleteContact } from '../reports/report-store.ts';

const DAY_MS = 24 * 3_600_000;
/** A mail that was sent is looked up for a while, when somebody says that it never came; one that failed for longer. */
const SENT_MAIL_DAYS = 30;
const DEAD_MAIL_DAYS = 180;
/** Who deletes, in the audit. */
const CLOCK = 'đồng hồ';

/** Deletes what has served: old mail, sessions, failed logins, photographs of unfinished forms, counts of visits, old searches in vain, contacts of closed reports. */
export async function keepHouse(db: Database, { keepContactDays }: { keepContactDays: number }, nowMs: number): Promise<void> {
  const before = (ms: number): string => instant(nowMs - ms);
  await db.deleteFrom('outbox').where('sent_at', '<', before(SENT_MAIL_DAYS * DAY_MS)).execute();
  await db.deleteFrom('outbox').where('dead_at', '<', before(DEAD_MAIL_DAYS * DAY_MS)).execute();
  await db.deleteFrom('sessions').where(({ or, eb }) => or([eb('ends_at', '<=', instant(nowMs)), eb('seen_at', '<=', before(SESSION_IDLE_MS))])).execute();
  await db.deleteFrom('login_failures').where('last_at', '<', before(FORGET_MS)).execute();
  await db.deleteFrom('kept_photographs').where('created_at', '<', before(KEPT_MS)).execute();
  const today = dayInVietnam(nowMs);
  await db.deleteFrom('visit_salts').where('day', '<', today).execute();
  await db.deleteFrom('visit_counts').where('day', '<', today).execute();
  await forgetEmptySearches(db, today);
  for (const id of await overdueContacts(db, before(keepContactDays * DAY_MS))) await deleteContact(db, id, CLOCK, nowMs);
}

/** Reports closed before then that still have a telephone, a mail address or a photograph. */
async function overdueContacts(db: Database, closedBefore: string): Promise<string[]> {
  const rows = await db
    .selectFrom('reports')
    .leftJoin('report_photographs', 'report_photographs.report_id', 'reports.id')
    .select('reports.id')
    .where('state', '=', 'closed')
    .where('closed_at', '<', closedBefore)
    .where(({ or, eb }) => or([eb('contact', 'is not', null), eb('report_photographs.report_id', 'is not', null)]))
    .execute();
  return rows.map(({ id }) => id);
}

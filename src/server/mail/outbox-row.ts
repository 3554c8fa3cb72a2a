import { instant, type Database } from '../db/database.ts';

export interface ClaimedMail {
  id: string;
  kind: string;
  recipient: string;
  payload: string;
  message_id: string;
  created_at: string;
  /** This attempt included. */
  attempts: number;
}

/** Longer than any transport may take; after it the mail of a worker that died is free again. */
export const CLAIM_MS = 5 * 60_000;
const LONGEST_REASON = 500;

/** Takes the oldest mail that is due; undefined when there is none. Two workers never hold the same one. */
export async function claimNext(db: Database, nowMs: number): Promise<ClaimedMail | undefined> {
  const now = instant(nowMs);
  for (;;) {
    const due = await db
      .selectFrom('outbox')
      .select(['id', 'attempts'])
      .where('sent_at', 'is', null)
      .where('dead_at', 'is', null)
      .where('not_before', '<=', now)
      .where((free) => free.or([free('claimed_until', 'is', null), free('claimed_until', '<=', now)]))
      .orderBy('not_before')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (due === undefined) return undefined;
    const claimed = await db
      .updateTable('outbox')
      .set({ attempts: due.attempts + 1, claimed_until: instant(nowMs + CLAIM_MS) })
      .where('id', '=', due.id)
      .where('attempts', '=', due.attempts)
      .where('sent_at', 'is', null)
      .where('dead_at', 'is', null)
      .returning(['id', 'kind', 'recipient', 'payload', 'message_id', 'created_at', 'attempts'])
      .executeTakeFirst();
    if (claimed !== undefined) return claimed;
  }
}

export async function markSent(db: Database, { id }: ClaimedMail, nowMs: number): Promise<void> {
  await db.updateTable('outbox').set({ sent_at: instant(nowMs), claimed_until: null, last_error: null }).where('id', '=', id).execute();
}

export async function markRetry(db: Database, mail: ClaimedMail, notBefore: string, reason: string): Promise<void> {
  const values = { not_before: notBefore, claimed_until: null, last_error: reason.slice(0, LONGEST_REASON) };
  await stillOurs(db, mail).set(values).execute();
}

export async function markDead(db: Database, mail: ClaimedMail, nowMs: number, reason: string): Promise<void> {
  const values = { dead_at: instant(nowMs), claimed_until: null, last_error: reason.slice(0, LONGEST_REASON) };
  await stillOurs(db, mail).set(values).execute();
}

/** A worker that came late must not undo what the next one did with the same mail. */
function stillOurs(db: Database, { id, attempts }: ClaimedMail) {
  return db.updateTable('outbox').where('id', '=', id).where('attempts', '=', attempts).where('sent_at', 'is', null);
}

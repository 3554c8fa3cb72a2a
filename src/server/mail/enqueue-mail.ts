import { randomUUID } from 'node:crypto';
import { instant, type Database } from '../db/database.ts';
import type { MailKind, MailPayloads } from './mail-kinds.ts';

export interface NewMail<K extends MailKind> {
  kind: K;
  /** Names the event within its kind; a second mail for it is not written. */
  subjectKey: string;
  recipient: string;
  payload: MailPayloads[K];
  /** Milliseconds since 1970; at once when absent. */
  notBefore?: number;
}

export interface EnqueueParts {
  now: number;
  /** What stands after the @ of the Message-ID. */
  domain: string;
}

/**
 * Writes a mail to the outbox. Call it in the transaction of what caused the mail: both stand or neither.
 * Gives back the row's id, or undefined when this event already has its mail.
 */
export async function enqueueMail<K extends MailKind>(db: Database, mail: NewMail<K>, { now, domain }: EnqueueParts): Promise<string | undefined> {
  const id = randomUUID();
  const written = await db
    .insertInto('outbox')
    .values({
      id,
      kind: mail.kind,
      subject_key: mail.subjectKey,
      recipient: mail.recipient,
      payload: JSON.stringify(mail.payload),
      message_id: `<${id}@${domain}>`,
      created_at: instant(now),
      not_before: instant(mail.notBefore ?? now),
      attempts: 0,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'subject_key']).doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 0n ? undefined : id;
}

import type { Database } from '../db/database.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import type { OrderMailKind } from '../mail/mail-kinds.ts';

export interface OrderMailToWrite {
  kind: OrderMailKind;
  orderId: string;
  to: string | null | undefined;
  /** Of a mail that may be sent more than once: what makes this one new, such as the day. */
  again?: string;
}

/**
 * Writes the mail of what happened to an order, in the transaction of what happened; once for each kind, and none where
 * the buyer left no address. It names the order alone: what it says is read when it is sent.
 */
export async function enqueueOrderMail(db: Database, { kind, orderId, to, again }: OrderMailToWrite, parts: { now: number; domain: string }): Promise<void> {
  if (to == null) return;
  await enqueueMail(db, { kind, subjectKey: again === undefined ? orderId : `${orderId}:${again}`, recipient: to, payload: { order: orderId } }, parts);
}

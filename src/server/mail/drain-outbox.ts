import { instant, type Database } from '../db/database.ts';
import { claimNext, markDead, markRetry, markSent, type ClaimedMail } from './outbox-row.ts';
import { composeMail, type Compose } from './mail-kinds.ts';
import type { MailTransport } from './mail-transport.ts';

export interface DrainParts {
  db: Database;
  transport: MailTransport;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A mail that failed this often is dead; somebody must look at it. */
  maxAttempts?: number;
  compose?: Compose;
}

export interface DrainReport {
  sent: number;
  /** Will be tried again later. */
  failed: number;
  dead: number;
}

/** With the waits below: more than three days of trying. */
export const MAX_ATTEMPTS = 16;

/**
 * Sends everything that is due, at least once each: a mail counts as sent only after the transport has taken it,
 * and a process killed in between sends it again with the same Message-ID. Several workers may run side by side.
 */
export async function drainOutbox({ db, transport, now, maxAttempts = MAX_ATTEMPTS, compose = composeMail }: DrainParts): Promise<DrainReport> {
  const report: DrainReport = { sent: 0, failed: 0, dead: 0 };
  for (let mail = await claimNext(db, now()); mail !== undefined; mail = await claimNext(db, now())) {
    report[await deliver(mail)] += 1;
  }
  return report;

  async function deliver(mail: ClaimedMail): Promise<keyof DrainReport> {
    if (mail.attempts > maxAttempts) {
      await markDead(db, mail, now(), 'the process ended in the middle of every attempt');
      return 'dead';
    }
    try {
      const content = await compose(mail.kind, mail.payload);
      await transport.send({ messageId: mail.message_id, to: mail.recipient, date: new Date(mail.created_at), content });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (mail.attempts >= maxAttempts) await markDead(db, mail, now(), reason);
      else await markRetry(db, mail, instant(now() + retryDelay(mail.attempts)), reason);
      return mail.attempts >= maxAttempts ? 'dead' : 'failed';
    }
    await markSent(db, mail, now());
    return 'sent';
  }
}

const FIRST_DELAY_MS = 60_000;
const LONGEST_DELAY_MS = 12 * 3_600_000;

/** Milliseconds to wait after the n-th failure, n from 1: one minute, doubled each time, at most twelve hours. */
export function retryDelay(attempts: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
}

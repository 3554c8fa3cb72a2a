import { createHash } from 'node:crypto';
import { instant, type Database } from '../db/database.ts';

export interface AuditEntry {
  /** A user's name, or which command or clock did it. */
  who: string;
  /** `login`, `user-added`, `certificate-revoked` …: a short English name that stays. */
  action: string;
  /** What it was done to: `user:Lan`, `product:nuoc-mam-phu-sang`. */
  subject: string;
  /** Digests, see {@link digestOf}; absent where there was nothing. */
  before?: string;
  after?: string;
  note?: string;
}

/** Written in the transaction of the deed; never changed afterwards. */
export async function recordAudit(db: Database, entry: AuditEntry, nowMs: number): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      at: instant(nowMs),
      who: entry.who,
      action: entry.action,
      subject: entry.subject,
      before_digest: entry.before ?? null,
      after_digest: entry.after ?? null,
      note: entry.note ?? null,
    })
    .execute();
}

/** 16 hex characters of the SHA-256 of a text or of bytes. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

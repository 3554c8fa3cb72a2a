import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DeskRole } from '../../publish/desk-page.ts';
import { instant, type Database } from '../db/database.ts';

/** Ends at the latest after a working day, and after two hours without a request. */
export const SESSION_LASTS_MS = 12 * 3_600_000;
export const SESSION_IDLE_MS = 2 * 3_600_000;
/** The time of the last request is written at most this often. */
const SEEN_EVERY_MS = 60_000;

export interface Session {
  userId: string;
  name: string;
  /** As it is now, not as it was at login. */
  role: DeskRole;
  formToken: string;
}

/** Gives back the token for the cookie: 256 random bits of which the database keeps only a digest. */
export async function startSession(db: Database, userId: string, nowMs: number): Promise<string> {
  await db.deleteFrom('sessions').where(({ or, eb }) => or([eb('ends_at', '<=', instant(nowMs)), eb('seen_at', '<=', instant(nowMs - SESSION_IDLE_MS))])).execute();
  const token = randomBytes(32).toString('base64url');
  const at = instant(nowMs);
  await db
    .insertInto('sessions')
    .values({ token_hash: digestOf(token), user_id: userId, created_at: at, seen_at: at, ends_at: instant(nowMs + SESSION_LASTS_MS) })
    .execute();
  return token;
}

/** The session behind a cookie; undefined when there is none, or it has ended. */
export async function findSession(db: Database, token: string | undefined, nowMs: number): Promise<Session | undefined> {
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined;
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select(['users.id', 'users.name', 'users.role', 'sessions.seen_at'])
    .where('token_hash', '=', digestOf(token))
    .where('ends_at', '>', instant(nowMs))
    .where('seen_at', '>', instant(nowMs - SESSION_IDLE_MS))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.seen_at <= instant(nowMs - SEEN_EVERY_MS)) {
    await db.updateTable('sessions').set({ seen_at: instant(nowMs) }).where('token_hash', '=', digestOf(token)).execute();
  }
  return { userId: row.id, name: row.name, role: row.role, formToken: formTokenOf(token) };
}

export async function endSession(db: Database, token: string | undefined): Promise<void> {
  if (token !== undefined) await db.deleteFrom('sessions').where('token_hash', '=', digestOf(token)).execute();
}

/** Compares in constant time. */
export function isFormToken({ formToken }: Session, given: string | null): boolean {
  const sha = (text: string): Buffer => createHash('sha256').update(text).digest();
  return given !== null && timingSafeEqual(sha(given), sha(formToken));
}

/** Bound to one session and useless for opening it. */
function formTokenOf(token: string): string {
  return createHmac('sha256', token).update('form').digest('base64url');
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

import { createHash, randomBytes } from 'node:crypto';
import { instant, type Database } from '../db/database.ts';

/** How long a photograph waits for the rest of its form. */
export const KEPT_MS = 24 * 3_600_000;
/** With the size of one: some hundred megabytes at most. */
const MOST_KEPT = 300;

/**
 * Keeps the photograph of a form that came back with questions, so that nobody has to take it again. Gives back the key
 * that the form carries; undefined when too many are waiting.
 */
export async function keepPhotograph(db: Database, bytes: Uint8Array, nowMs: number): Promise<string | undefined> {
  await db.deleteFrom('kept_photographs').where('created_at', '<', instant(nowMs - KEPT_MS)).execute();
  const { count } = await db.selectFrom('kept_photographs').select(({ fn }) => fn.countAll<number | string>().as('count')).executeTakeFirstOrThrow();
  if (Number(count) >= MOST_KEPT) return undefined;
  const key = randomBytes(24).toString('base64url');
  await db.insertInto('kept_photographs').values({ key_hash: hashOf(key), created_at: instant(nowMs), bytes }).execute();
  return key;
}

export async function keptPhotograph(db: Database, key: string, nowMs: number): Promise<Uint8Array | undefined> {
  if (!/^[\w-]{32}$/.test(key)) return undefined;
  const row = await db.selectFrom('kept_photographs').select('bytes').where('key_hash', '=', hashOf(key)).where('created_at', '>=', instant(nowMs - KEPT_MS)).executeTakeFirst();
  return row?.bytes;
}

/** The form was taken, or another photograph came in its place. */
export async function dropPhotograph(db: Database, key: string): Promise<void> {
  await db.deleteFrom('kept_photographs').where('key_hash', '=', hashOf(key)).execute();
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

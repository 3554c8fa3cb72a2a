import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { DialectName } from './open-database.ts';

/** Any number; only this names telephones. */
const PHONES = 7_220_149;

/**
 * Until the transaction ends, orders of these telephones wait in every other process: what is counted of them stays true.
 * Taken before stock and in one order by everybody, so that no two wait for each other. SQLite has one writer anyway.
 */
export async function lockPhones(db: Database, dialect: DialectName, phones: readonly string[]): Promise<void> {
  if (dialect !== 'postgres') return;
  for (const key of [...new Set(phones.map(lockKey))].sort((a, b) => a - b)) await sql`select pg_advisory_xact_lock(${sql.lit(PHONES)}, ${sql.lit(key)})`.execute(db);
}

/** Two numbers with one key only wait a little longer. */
function lockKey(phone: string): number {
  return createHash('sha256').update(phone).digest().readInt32BE(0);
}

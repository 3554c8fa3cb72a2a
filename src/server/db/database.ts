import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * The office's database, or one transaction in it. Inside `db.transaction()` use only the transaction given there:
 * SQLite has one connection, and a query beside it would wait for itself.
 */
export type Database = Kysely<Tables>;

/** For columns that hold an instant. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}

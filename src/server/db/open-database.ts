import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type Dialect } from 'kysely';
import type { Database } from './database.ts';
import { keepBefore } from '../backup/keep-before.ts';
import { isBehind, migrate } from './migrate.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

export interface DatabaseSettings {
  /** The database file is `<dataDir>/office.sqlite`. */
  dataDir: string;
  /** `postgres://…`; undefined or blank for the embedded database. */
  databaseUrl?: string | undefined;
  /** MIGRATE_WITHOUT_COPY: tables of PostgreSQL may change without a copy before where pg_dump is missing. */
  migrateWithoutCopy?: boolean | undefined;
}

export type DialectName = 'sqlite' | 'postgres';

/**
 * Opens the database and brings its tables up to date, with a copy of it before in `<dataDir>/backups/`. `db.destroy()` closes it. Throws with one sentence.
 * Once in a process: SQLite waits for a writer without giving way, so a second connection in the same process would
 * hold up the very transaction that it waits for.
 */
export async function openDatabase(settings: DatabaseSettings, now: () => number): Promise<Database> {
  const name = dialectName(settings.databaseUrl);
  const db = new Kysely<Tables>({ dialect: await dialectOf(name, settings) });
  try {
    if (await isBehind(db)) await keepBefore(name, settings, now());
    await migrate(db, name, now());
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** Throws for an address of any other kind of database. */
export function dialectName(databaseUrl: string | undefined): DialectName {
  if (databaseUrl === undefined || databaseUrl.trim() === '') return 'sqlite';
  if (/^postgres(?:ql)?:\/\//.test(databaseUrl)) return 'postgres';
  throw new Error('DATABASE_URL is no address of a PostgreSQL database; write it as postgres://user:password@host/name, or remove it for the embedded one.');
}

async function dialectOf(name: DialectName, { dataDir, databaseUrl }: DatabaseSettings): Promise<Dialect> {
  if (name === 'postgres') return postgresDialect(databaseUrl as string);
  mkdirSync(dataDir, { recursive: true });
  return sqliteDialect(join(dataDir, 'office.sqlite'));
}

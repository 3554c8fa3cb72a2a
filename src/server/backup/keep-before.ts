import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSettings, DialectName } from '../db/open-database.ts';
import { backUpSqlite } from './backup-sqlite.ts';
import { dumpPostgres } from './postgres-tools.ts';

const NO_COPY =
  'The tables of the database have to change, and no copy of it can be made before: pg_dump is not installed. Nothing was changed. ' +
  'Install the PostgreSQL client of the server\'s version (on Debian: postgresql-client) so that pg_dump is on the PATH, and start again; ' +
  'or, when a copy is made elsewhere, set MIGRATE_WITHOUT_COPY=on for this start.';

/**
 * A copy of the database before its tables change: `<dataDir>/backups/before-<time>.sqlite`, or `.dump`. Where PostgreSQL's
 * pg_dump is missing it throws with what to do; `migrateWithoutCopy` goes on, and says so.
 */
export async function keepBefore(dialect: DialectName, { dataDir, databaseUrl, migrateWithoutCopy = false }: DatabaseSettings, nowMs: number, warn: (text: string) => void = console.warn): Promise<void> {
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `before-${new Date(nowMs).toISOString().replace(/[:.]/g, '-')}-${process.pid}`);
  if (dialect === 'sqlite') return void (await backUpSqlite(join(dataDir, 'office.sqlite'), `${file}.sqlite`));
  await dumpPostgres(databaseUrl as string, `${file}.dump`).catch((error: Error) => {
    if (error.cause !== 'missing') throw error;
    if (!migrateWithoutCopy) throw new Error(NO_COPY);
    warn('The tables of the database change now without a copy before (MIGRATE_WITHOUT_COPY=on, and pg_dump is not installed).');
  });
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSettings, DialectName } from '../db/open-database.ts';
import { backUpSqlite } from './backup-sqlite.ts';
import { dumpPostgres } from './postgres-tools.ts';

/**
 * A copy of the database before its tables change: `<dataDir>/backups/before-<time>.sqlite`, or `.dump`. A server that has
 * no client of PostgreSQL beside it goes on without one; its database is kept where it runs.
 */
export async function keepBefore(dialect: DialectName, { dataDir, databaseUrl }: DatabaseSettings, nowMs: number): Promise<void> {
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `before-${new Date(nowMs).toISOString().replace(/[:.]/g, '-')}-${process.pid}`);
  if (dialect === 'sqlite') return void (await backUpSqlite(join(dataDir, 'office.sqlite'), `${file}.sqlite`));
  await dumpPostgres(databaseUrl as string, `${file}.dump`).catch((error: Error) => {
    if (error.cause !== 'missing') throw error;
  });
}

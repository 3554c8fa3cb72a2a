import { sql, type Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Migration } from './migration.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { DialectName } from './open-database.ts';

interface Applied {
  migrations: { name: string; applied_at: string };
}

/** Any number; only this project's migrations use it. */
const ADVISORY_LOCK = 7_220_148;

/**
 * Runs every step that is missing, all in one transaction; two processes that start together wait for one another.
 * Throws when the database knows steps that this code does not: it belongs to a newer version.
 * Gives back the names of what was applied.
 */
export async function migrate(
  db: Database,
  dialect: DialectName,
  nowMs: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<string[]> {
  return (db as unknown as Kysely<Applied>).transaction().execute(async (transaction) => {
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(transaction);
    const known = await appliedNames(transaction);
    refuseNewer(known, migrations);
    const missing = migrations.filter(({ name }) => !known.includes(name));
    for (const { name, up } of missing) {
      await up(transaction as unknown as Kysely<unknown>, dialect);
      await transaction.insertInto('migrations').values({ name, applied_at: new Date(nowMs).toISOString() }).execute();
    }
    return missing.map(({ name }) => name);
  });
}

/** Whether steps are missing in a database that holds something already: then it is worth a copy before they run. */
export async function isBehind(db: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<boolean> {
  if (!(await hasMigrations(db))) return false;
  const known = (await (db as unknown as Kysely<Applied>).selectFrom('migrations').select('name').execute()).map(({ name }) => name);
  return known.length > 0 && migrations.some(({ name }) => !known.includes(name));
}

/** PostgreSQL lists the tables of every schema; only the one that queries go to counts. */
async function hasMigrations(db: Database): Promise<boolean> {
  const named = (await db.introspection.getTables()).filter(({ name }) => name === 'migrations');
  if (named.every(({ schema }) => schema === undefined)) return named.length > 0;
  const { rows } = await sql<{ here: string }>`select current_schema() as here`.execute(db);
  return named.some(({ schema }) => schema === rows[0]?.here);
}

async function appliedNames(db: Kysely<Applied>): Promise<string[]> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
  return (await db.selectFrom('migrations').select('name').execute()).map(({ name }) => name);
}

function refuseNewer(known: readonly string[], migrations: readonly Migration[]): void {
  const foreign = known.find((name) => !migrations.some((migration) => migration.name === name));
  if (foreign === undefined) return;
  throw new Error(`The office's database was written by a newer version of this program (it knows "${foreign}"): start that version again.`);
}

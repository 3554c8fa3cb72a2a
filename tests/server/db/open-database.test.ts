import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stderr } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { dialectName, openDatabase } from '../../../src/server/db/open-database.ts';
import { migrate } from '../../../src/server/db/migrate.ts';
import type { Migration } from '../../../src/server/db/migration.ts';
import { MIGRATIONS } from '../../../src/server/db/migrations/all.ts';
import { DIALECTS, freshDatabase, freshSettings, MORNING, postgresMissing, temporaryFolder } from './fresh-database.ts';

if (postgresMissing !== undefined) stderr.write(`skipped: no PostgreSQL (${postgresMissing})\n`);

const user = (id: string, name: string) => ({ id, name, name_key: name, role: 'editor' as const, passphrase_hash: '', created_at: 'now' });

describe('the embedded database', () => {
  test('is one file in the data folder that only its owner reads, in WAL mode', async () => {
    const dataDir = await temporaryFolder();
    await freshDatabase('sqlite', join(dataDir, 'new'));
    const file = join(dataDir, 'new', 'office.sqlite');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    const plain = new DatabaseSync(file);
    expect(plain.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    plain.close();
  });

  test('a transaction that reads first holds others off from its start, so that its write cannot fail', async () => {
    const dataDir = await temporaryFolder();
    const db = await freshDatabase('sqlite', dataDir);
    const other = new DatabaseSync(join(dataDir, 'office.sqlite'), { timeout: 0 });
    await db.transaction().execute(async (transaction) => {
      await transaction.selectFrom('users').select('id').execute();
      expect(() => other.exec("delete from users where id = 'x'")).toThrow('database is locked');
      await transaction.insertInto('users').values(user('1', 'Lan')).execute();
    });
    expect(other.prepare('select name from users').all()).toEqual([{ name: 'Lan' }]);
    other.close();
  });

  test('two programs that start at once on a new file and write at once both succeed, one after the other', async () => {
    const dataDir = await temporaryFolder();
    const script = join(import.meta.dirname, 'open-and-write.ts');
    const children = ['a', 'b'].map((prefix) => spawn(process.execPath, [script, dataDir, prefix, '20'], { stdio: ['ignore', 'ignore', 'inherit'] }));
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'close'))[0] as number));
    expect(codes).toEqual([0, 0]);
    const db = await freshDatabase('sqlite', dataDir);
    expect(await db.selectFrom('users').select('id').execute()).toHaveLength(40);
  });
});

describe.each(DIALECTS)('on %s', (dialect) => {
  test('a transaction that throws leaves nothing behind', async () => {
    const db = await freshDatabase(dialect);
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('users').values(user('1', 'Lan')).execute();
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await db.selectFrom('users').selectAll().execute()).toEqual([]);
  });

  test('foreign keys hold: no session without its user', async () => {
    const db = await freshDatabase(dialect);
    const orphan = { token_hash: 'x', user_id: 'nobody', created_at: '', seen_at: '', ends_at: '' };
    await expect(db.insertInto('sessions').values(orphan).execute()).rejects.toThrow(/foreign key/i);
  });

  test('migrations run once, in order, and a second start applies nothing', async () => {
    const db = await freshDatabase(dialect);
    expect(await migrate(db, dialect, MORNING)).toEqual([]);
    const extra: Migration = { name: '9999-extra', up: async (tables) => void (await tables.schema.createTable('extra').addColumn('id', 'text').execute()) };
    expect(await migrate(db, dialect, MORNING, [...MIGRATIONS, extra])).toEqual(['9999-extra']);
  });

  test('a migration that fails takes the ones before it back', async () => {
    const db = await freshDatabase(dialect);
    const good: Migration = { name: '9998-good', up: async (tables) => void (await tables.schema.createTable('good').addColumn('id', 'text').execute()) };
    const bad: Migration = { name: '9999-bad', up: () => Promise.reject(new Error('no such column')) };
    await expect(migrate(db, dialect, MORNING, [...MIGRATIONS, good, bad])).rejects.toThrow('no such column');
    expect(await migrate(db, dialect, MORNING, [...MIGRATIONS, good])).toEqual(['9998-good']);
  });

  test('a database of a newer version is refused in one sentence', async () => {
    const db = await freshDatabase(dialect);
    await expect(migrate(db, dialect, MORNING, MIGRATIONS.slice(0, -1))).rejects.toThrow(
      `The office's database was written by a newer version of this program (it knows "${MIGRATIONS.at(-1)?.name}"): start that version again.`,
    );
  });
});

test('migrations are named in the order in which they run', () => {
  const names = MIGRATIONS.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
});

test.each([
  [undefined, 'sqlite'],
  ['  ', 'sqlite'],
  ['postgres://ocop@localhost/ocop', 'postgres'],
  ['postgresql://ocop@localhost/ocop', 'postgres'],
])('DATABASE_URL %j means %s', (url, name) => {
  expect(dialectName(url)).toBe(name);
});

test('another kind of database is refused without repeating its password', () => {
  expect(() => dialectName('mysql://root:secret@localhost/ocop')).toThrow(/^DATABASE_URL is no address of a PostgreSQL database; (?!.*secret)/);
});

test('before its tables change, a database that holds something is copied; a new one, or one up to date, is not', async () => {
  const dataDir = await temporaryFolder();
  const db = await freshDatabase('sqlite', dataDir);
  await db.insertInto('users').values(user('1', 'Lan')).execute();
  const backups = join(dataDir, 'backups');
  await (await openDatabase({ dataDir }, () => MORNING)).destroy();
  expect(existsSync(backups)).toBe(false);
  const plain = new DatabaseSync(join(dataDir, 'office.sqlite'));
  const last = MIGRATIONS.at(-1) as Migration;
  plain.exec(`delete from migrations where name = '${last.name}'`);
  plain.close();
  await openDatabase({ dataDir }, () => MORNING).then((again) => again.destroy(), () => undefined);
  const [copy, ...others] = readdirSync(backups).map((name) => new DatabaseSync(join(backups, name)));
  expect(others).toEqual([]);
  expect(copy?.prepare('select name from users').all()).toEqual([{ name: 'Lan' }]);
  copy?.close();
});

test.skipIf(postgresMissing !== undefined)('PostgreSQL without pg_dump changes no tables: it says what is missing and how to go on, unless that risk is taken', async () => {
  const settings = await freshSettings('postgres');
  const db = await openDatabase(settings, () => MORNING);
  const last = MIGRATIONS.at(-1) as Migration;
  await sql`delete from migrations where name = ${last.name}`.execute(db);
  await sql`alter table order_tasks drop column done_why`.execute(db);
  await sql`alter table order_events drop column reason`.execute(db);
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  const warnings: unknown[] = [];
  const warn = vi.spyOn(console, 'warn').mockImplementation((text) => void warnings.push(text));
  try {
    await expect(openDatabase(settings, () => MORNING)).rejects.toThrow(/pg_dump is not installed\. Nothing was changed\. .*postgresql-client.*MIGRATE_WITHOUT_COPY=on/);
    expect((await sql<{ name: string }>`select name from migrations where name = ${last.name}`.execute(db)).rows).toEqual([]);
    await (await openDatabase({ ...settings, migrateWithoutCopy: true }, () => MORNING)).destroy();
  } finally {
    process.env['PATH'] = path;
    warn.mockRestore();
  }
  expect(warnings).toEqual([expect.stringContaining('without a copy before')]);
  expect((await sql<{ name: string }>`select name from migrations where name = ${last.name}`.execute(db)).rows).toHaveLength(1);
  await db.destroy();
});

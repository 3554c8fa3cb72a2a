import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stderr } from 'node:process';
import { expect, test } from 'vitest';
import { filesWithHashes } from '../../../src/server/backup/file-hashes.ts';
import { makeBackup } from '../../../src/server/backup/make-backup.ts';
import { restoreBackup } from '../../../src/server/backup/restore-backup.ts';
import type { Database } from '../../../src/server/db/database.ts';
import { openDatabase } from '../../../src/server/db/open-database.ts';
import { placeOrders } from '../../../src/server/orders/place-orders.ts';
import { DIALECTS, freshSettings, MORNING, postgresMissing, temporaryFolder } from '../db/fresh-database.ts';
import { newOrder, offerOf, toPlace, TOKENS } from '../orders/new-orders.ts';

if (postgresMissing !== undefined) stderr.write(`skipped: no PostgreSQL (${postgresMissing})\n`);
const debian = '/usr/lib/postgresql';
if (existsSync(debian)) process.env['PATH'] = `${readdirSync(debian).map((version) => join(debian, version, 'bin')).join(delimiter)}${delimiter}${process.env['PATH'] ?? ''}`;

const TABLES = ['orders', 'order_lines', 'order_packs', 'order_people', 'order_events', 'stock', 'stock_moves', 'outbox', 'idempotency_keys', 'sequences'] as const;
const contentsOf = async (db: Database) => Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort()] as const)));

async function office(dialect: (typeof DIALECTS)[number]) {
  const settings = await freshSettings(dialect, undefined, { whole: true });
  const contentDir = join(await temporaryFolder(), 'content');
  cpSync(join(import.meta.dirname, '../../fixtures/content'), contentDir, { recursive: true });
  for (const [file, text] of [['keys/order-links.key', 'k'], ['publish/current', '3\n'], ['publish/manifests/3.json', '{}'], ['publish/files/ab', 'page']] as const) {
    mkdirSync(join(settings.dataDir, file, '..'), { recursive: true });
    writeFileSync(join(settings.dataDir, file), text);
  }
  const order = newOrder([{ sku: 'mam', quantity: 2 }], [offerOf('mam', 10)]);
  const db = await openDatabase(settings, () => MORNING);
  const place = (key: string) => placeOrders(db, { dialect, tokens: TOKENS, mailDomain: 'ocop.example', now: MORNING }, [toPlace(order, key)]);
  return { db, place, settings: { ...settings, contentDir }, into: await temporaryFolder() };
}

test.each(DIALECTS)('on %s, what was backed up while orders came in is what is there after a restore', async (dialect) => {
  const { db, place, settings, into } = await office(dialect);
  await place('before');
  const before = await contentsOf(db);
  const files = [filesWithHashes(settings.contentDir), filesWithHashes(join(settings.dataDir, 'keys')), filesWithHashes(join(settings.dataDir, 'publish'))];
  const folder = await makeBackup(settings, into, MORNING);

  await place('after');
  await db.destroy();
  appendFileSync(join(settings.contentDir, 'site.yaml'), '# changed\n');
  rmSync(join(settings.dataDir, 'keys', 'order-links.key'));
  writeFileSync(join(settings.dataDir, 'publish', 'current'), '9\n');

  await expect(restoreBackup(settings, folder, { overwrite: false })).rejects.toThrow(/^restoring would replace .*run it again with --overwrite\.$/);
  await restoreBackup(settings, folder, { overwrite: true });
  expect([filesWithHashes(settings.contentDir), filesWithHashes(join(settings.dataDir, 'keys')), filesWithHashes(join(settings.dataDir, 'publish'))]).toEqual(files);
  const again = await openDatabase(settings, () => MORNING);
  expect(await contentsOf(again)).toEqual(before);
  const order = newOrder([{ sku: 'mam', quantity: 1 }], [offerOf('mam', 10)]);
  const [next] = await placeOrders(again, { dialect, tokens: TOKENS, mailDomain: 'ocop.example', now: MORNING }, [toPlace(order, 'next')]);
  expect(next?.kind).toBe('placed');
  await again.destroy();
});

test('a damaged backup is refused before anything is changed; a folder that is none, too', async () => {
  const { db, settings, into } = await office('sqlite');
  await db.destroy();
  const folder = await makeBackup(settings, into, MORNING);
  appendFileSync(join(folder, 'content', 'site.yaml'), 'x');
  const before = filesWithHashes(settings.dataDir);
  await expect(restoreBackup(settings, folder, { overwrite: true })).rejects.toThrow(/is damaged: content\/site\.yaml is not what backup\.json says/);
  await expect(restoreBackup(settings, into, { overwrite: true })).rejects.toThrow(/is no backup/);
  expect(filesWithHashes(settings.dataDir)).toEqual(before);
});

test('a backup of an empty place, restored into another empty place, needs no flag', async () => {
  const { db, settings, into } = await office('sqlite');
  await db.destroy();
  const folder = await makeBackup(settings, into, MORNING);
  const elsewhere = { ...settings, dataDir: join(await temporaryFolder(), 'var'), contentDir: join(await temporaryFolder(), 'content') };
  await restoreBackup(elsewhere, folder, { overwrite: false });
  expect(readFileSync(join(elsewhere.dataDir, 'keys', 'order-links.key'), 'utf8')).toBe('k');
  expect(existsSync(join(elsewhere.dataDir, 'office.sqlite'))).toBe(true);
});

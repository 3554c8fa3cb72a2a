import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { stderr } from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/server/db/open-database.ts';
import { DIALECTS, freshSettings, MORNING, postgresMissing } from '../db/fresh-database.ts';

if (postgresMissing !== undefined) stderr.write(`skipped: no PostgreSQL (${postgresMissing})\n`);

const run = promisify(execFile);
const [PROCESSES, TRIES, STOCK] = [8, 200, 100];

test.each(DIALECTS)(`on %s, ${PROCESSES} processes that try ${TRIES} times each sell exactly ${STOCK} of ${STOCK}`, async (dialect) => {
  const settings = await freshSettings(dialect);
  const script = join(import.meta.dirname, 'try-to-buy.ts');
  const args = (n: number): string[] => [script, settings.dataDir, settings.databaseUrl ?? '-', `p${n}`, String(TRIES), String(STOCK)];
  const said = await Promise.all(Array.from({ length: PROCESSES }, (_, n) => run(process.execPath, args(n))));
  const counts = said.map(({ stdout }) => JSON.parse(stdout) as Partial<Record<string, number>>);
  const total = (kind: string): number => counts.reduce((sum, one) => sum + (one[kind] ?? 0), 0);
  expect({ placed: total('placed'), refused: total('no-stock') }).toEqual({ placed: STOCK, refused: PROCESSES * TRIES - STOCK });

  const db = await openDatabase(settings, () => MORNING);
  expect(await db.selectFrom('stock').select(['sku', 'on_hand', 'reserved']).orderBy('sku').execute()).toEqual([
    { sku: 'a-mat', on_hand: 1_000_000, reserved: 2 * STOCK },
    { sku: 'mam', on_hand: STOCK, reserved: STOCK },
  ]);
  const numbers = await db.selectFrom('orders').select('number').orderBy('number').execute();
  expect(numbers.map(({ number }) => Number(number.slice(2, -1)))).toEqual(Array.from({ length: STOCK }, (_, at) => at + 1));
  expect(await db.selectFrom('stock_moves').select(['sku', 'change']).orderBy('sku').execute()).toEqual([{ sku: 'a-mat', change: 1_000_000 }, { sku: 'mam', change: STOCK }]);
  await db.destroy();
});

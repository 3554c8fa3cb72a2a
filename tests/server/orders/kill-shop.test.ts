import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stderr } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/server/db/open-database.ts';
import { freshSettings, MORNING } from '../db/fresh-database.ts';

const KILLS = process.env['LONG_TESTS'] === '1' ? 200 : 10;
const CLIENTS = 4;
/** The next server finds mails free that the killed one had claimed. */
const CLAIM_OVER_MS = 6 * 60_000;

interface Bought {
  key: string;
  /** Of the order, as the buyer was told; undefined when it was sold out. */
  number: string | undefined;
}

test(`a server killed ${KILLS} times in the middle of orders: none lost, none double, nothing oversold, every mail`, { timeout: 1_800_000 }, async () => {
  const settings = await freshSettings('sqlite');
  let server = await start(settings.dataDir, 0);
  let isOver = false;
  let repeats = 0;
  const bought: Bought[] = [];
  const buy = async (client: number): Promise<void> => {
    for (let n = 0; !isOver; n += 1) {
      const key = `client-${client}-order-${String(n).padStart(6, '0')}`;
      const sku = n % 3 === 0 ? 'mat' : 'mam';
      bought.push({ key, number: await orderUntilAnswered(key, sku, () => server.port, () => void (repeats += 1)) });
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, at) => buy(at));
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await setTimeout(Math.random() * 600);
    server.child.kill('SIGKILL');
    await once(server.child, 'close');
    server = await start(settings.dataDir, kill * CLAIM_OVER_MS);
  }
  isOver = true;
  await Promise.all(clients);

  const db = await openDatabase(settings, () => MORNING);
  const placed = bought.filter((one): one is Bought & { number: string } => one.number !== undefined);
  while ((await db.selectFrom('outbox').select('id').where('sent_at', 'is', null).execute()).length > 0) {
    server.child.kill('SIGKILL');
    await once(server.child, 'close');
    server = await start(settings.dataDir, (KILLS + 2) * CLAIM_OVER_MS);
    await setTimeout(500);
  }
  server.child.kill('SIGKILL');
  await once(server.child, 'close');

  const orders = await db.selectFrom('idempotency_keys').innerJoin('orders', 'orders.id', 'idempotency_keys.order_id').select(['key', 'number']).execute();
  const byKey = new Map(orders.map(({ key, number }) => [key, number]));
  expect(placed.filter(({ key, number }) => byKey.get(key) !== number)).toEqual([]);
  expect(orders).toHaveLength(placed.length);
  expect(await db.selectFrom('orders').select('id').execute()).toHaveLength(placed.length);
  expect(new Set(orders.map(({ number }) => number)).size).toBe(placed.length);
  const held = await db.selectFrom('order_packs').select(({ fn }) => ['sku', fn.sum<number>('quantity').as('packs')]).groupBy('sku').execute();
  for (const { sku, on_hand: onHand, reserved } of await db.selectFrom('stock').selectAll().execute()) {
    expect(reserved).toBe(held.find((one) => one.sku === sku)?.packs ?? 0);
    expect(reserved).toBeLessThanOrEqual(onHand);
  }
  const log = join(settings.dataDir, 'mails.log');
  const mails = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];
  expect(new Set(mails).size).toBe(placed.length);
  await db.destroy();
  stderr.write(`${KILLS} kills: ${placed.length} orders, ${repeats} requests sent again; ${new Set(mails).size} distinct mails, ${mails.length - new Set(mails).size} of them twice\n`);
});

async function start(dataDir: string, ahead: number): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'kill-shop.ts'), dataDir, '-', String(ahead)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, port: Number(said.toString()) };
}

/** As a phone on a bad line does it: the same order with the same key until there is an answer. */
async function orderUntilAnswered(key: string, sku: string, port: () => number, onRepeat: () => void): Promise<string | undefined> {
  const body = JSON.stringify({
    lines: [{ sku, quantity: 1 }],
    buyer: { name: 'Nguyễn Thị Mẫu', phone: '0905000111', email: 'mau@ocop.example' },
    delivery: { kind: 'home', province: 'Hà Tĩnh', commune: 'Thiên Cầm', street: 'Thôn Mẫu' },
    payment: 'practice',
    totalDong: 115_000,
  });
  for (;;) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port()}/api/orders`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body });
      const told = (await answer.json()) as { number?: string; type?: string; detail?: string };
      if (answer.status === 201) return told.number;
      if (told.type === 'urn:ocop:problem:no-stock') return undefined;
      if (answer.status !== 503 && answer.status !== 500) throw new Error(`${answer.status}: ${told.detail}`, { cause: 'answer' });
    } catch (error) {
      if ((error as Error).cause === 'answer') throw error;
    }
    onRepeat();
    await setTimeout(25);
  }
}

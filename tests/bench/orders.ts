import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stdout } from 'node:process';
import type { Database } from '../../src/server/db/database.ts';
import { dialectName, openDatabase } from '../../src/server/db/open-database.ts';
import { OrderQueue } from '../../src/server/orders/order-queue.ts';
import { newOrder, offerOf, toPlace, TOKENS } from '../server/orders/new-orders.ts';
import { option } from './option.ts';
import { prepareFolder, postgresServer, stopServer } from '../server/db/postgres-server.ts';

const SKUS = 40;
const WARM_UP = 200;

/**
 * Orders a second in one process, and how long a buyer waits: `npm run bench -- orders [--count 5000] [--at-once 16]`.
 * Each has one to three packs, a person, a mail; an answer comes after the commit is on the disk. PostgreSQL beside it.
 */
export async function run(args: readonly string[]): Promise<void> {
  const count = option(args, 'count', 5_000);
  const atOnce = option(args, 'at-once', 16);
  const dataDir = mkdtempSync(join(tmpdir(), 'ocop-orders-'));
  prepareFolder({ durable: true });
  const server = await postgresServer();
  try {
    print([await measure('SQLite', { dataDir, databaseUrl: undefined }, count, atOnce)]);
    if ('missing' in server) stdout.write(`skipped: no PostgreSQL (${server.missing})\n`);
    else print([await measure('PostgreSQL', { dataDir, databaseUrl: server.url }, count, atOnce)]);
    stdout.write(`DESIGN section 10: at least 500 a second in one process on the embedded database, p99 at most 50 ms.\n`);
  } finally {
    stopServer();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Measured {
  name: string;
  perSecond: number;
  /** Of this process, in milliseconds an order: what is left of it on a machine that has other work. */
  cpu: number;
  p50: number;
  p99: number;
  worst: number;
  isExact: boolean;
}

async function measure(name: string, settings: Parameters<typeof openDatabase>[0], count: number, atOnce: number): Promise<Measured> {
  const db = await openDatabase(settings, Date.now);
  const queue = new OrderQueue(db, { dialect: dialectName(settings.databaseUrl), tokens: TOKENS, mailDomain: 'ocop.example', now: Date.now });
  const offers = Array.from({ length: SKUS }, (_, at) => offerOf(`sku-${String(at).padStart(2, '0')}`, 1_000_000));
  const orderAt = (n: number) => {
    const lines = Array.from({ length: 1 + (n % 3) }, (_, at) => ({ sku: `sku-${String((n * 7 + at * 11) % SKUS).padStart(2, '0')}`, quantity: 1 + (n % 2) }));
    return newOrder(lines, offers, { person: { name: `Nguyễn Thị ${n}`, phone: `+8490${String(5_000_000 + n)}`, email: `mau${n}@ocop.example` } });
  };
  const waits: number[] = [];
  const buy = async (from: number, to: number, keep: boolean): Promise<void> => {
    let next = from;
    const buyer = async (): Promise<void> => {
      for (let n = next++; n < to; n = next++) {
        const order = orderAt(n);
        const begun = performance.now();
        const outcome = await queue.place(toPlace(order, `bench-${n}`));
        if (outcome.kind !== 'placed') throw new Error(JSON.stringify(outcome));
        if (keep) waits.push(performance.now() - begun);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, buyer));
  };
  await buy(0, WARM_UP, false);
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  await buy(WARM_UP, WARM_UP + count, true);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const isExact = await stockIsExact(db);
  await db.destroy();
  waits.sort((a, b) => a - b);
  const at = (part: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] as number;
  return { name, perSecond: count / seconds, cpu: (user + system) / 1000 / count, p50: at(0.5), p99: at(0.99), worst: at(1), isExact };
}

/** Held of every SKU is what orders hold of it. */
async function stockIsExact(db: Database): Promise<boolean> {
  const held = await db.selectFrom('order_packs').select(({ fn }) => ['sku', fn.sum<number | string>('quantity').as('packs')]).groupBy('sku').execute();
  const stock = await db.selectFrom('stock').select(['sku', 'reserved']).execute();
  return stock.every(({ sku, reserved }) => reserved === Number(held.find((one) => one.sku === sku)?.packs ?? 0));
}

function print(rows: readonly Measured[]): void {
  for (const { name, perSecond, cpu, p50, p99, worst, isExact } of rows) {
    stdout.write(`${name}: ${perSecond.toFixed(0)} orders a second, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${worst.toFixed(1)} ms, ${cpu.toFixed(2)} ms of CPU an order, stock ${isExact ? 'exact' : 'WRONG'}\n`);
  }
}

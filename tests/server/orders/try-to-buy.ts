import { stdout } from 'node:process';
import { openDatabase, dialectName } from '../../../src/server/db/open-database.ts';
import { OrderQueue } from '../../../src/server/orders/order-queue.ts';
import { newOrder, offerOf, toPlace, TOKENS } from './new-orders.ts';

/** One of several processes that want the same goods: `node try-to-buy.ts <data folder> <database or -> <name> <tries> <stock>`. Says how often it got one. */
const [dataDir = '', databaseUrl = '', name = '', tries = '0', stock = '0'] = process.argv.slice(2);
const url = databaseUrl === '-' ? undefined : databaseUrl;
const db = await openDatabase({ dataDir, databaseUrl: url }, Date.now);
const queue = new OrderQueue(db, { dialect: dialectName(url), tokens: TOKENS, mailDomain: 'ocop.example', now: Date.now });
const order = newOrder([{ sku: 'mam', quantity: 1 }, { sku: 'a-mat', quantity: 2 }], [offerOf('mam', Number(stock)), offerOf('a-mat', 1_000_000)], { person: { name: 'A B', phone: '+84905000111' } });
const counts: Record<string, number> = {};
for (let done = 0; done < Number(tries); done += 10) {
  const outcomes = await Promise.all(Array.from({ length: 10 }, (_, at) => queue.place(toPlace(order, `${name}-${done + at}`))));
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
}
await db.destroy();
stdout.write(JSON.stringify(counts));

import { stderr } from 'node:process';
import { expect, test } from 'vitest';
import { openLog } from '../../../src/server/log.ts';
import { orderMail } from '../../../src/server/mail/templates/order-mail.ts';
import { happen } from '../../../src/server/orders/order-events.ts';
import { enqueueOrderMail } from '../../../src/server/orders/order-mail.ts';
import { runOrdersCommand } from '../../../src/server/orders/orders-command.ts';
import { forgetOverdue } from '../../../src/server/orders/personal-data.ts';
import { placeOrders } from '../../../src/server/orders/place-orders.ts';
import { readOrderMail } from '../../../src/server/orders/read-order-mail.ts';
import { DIALECTS, freshDatabase, MORNING, postgresMissing, temporaryFolder } from '../db/fresh-database.ts';
import { newOrder, offerOf, toPlace, TOKENS } from './new-orders.ts';
import { openShop, orderBody, postOrder } from './shop-server.ts';

if (postgresMissing !== undefined) stderr.write(`skipped: no PostgreSQL (${postgresMissing})\n`);

const DAY_MS = 86_400_000;
const PERSONAL = /Nguyễn|Nguyen|0905|905000111|mau@ocop|Thôn Mẫu/i;

async function shopWithTwo(dialect: (typeof DIALECTS)[number]) {
  const db = await freshDatabase(dialect);
  const parts = { dialect, tokens: TOKENS, mailDomain: 'ocop.example', now: MORNING };
  const order = newOrder([{ sku: 'mam', quantity: 1 }], [offerOf('mam', 10)]);
  const outcomes = await placeOrders(db, parts, [toPlace(order, 'a'), toPlace(order, 'b')]);
  const [ended = '', open = ''] = outcomes.map((outcome) => ('orderId' in outcome ? outcome.orderId : ''));
  await db.transaction().execute((transaction) => happen(transaction, parts, { orderId: ended, event: 'cancelled-by-buyer', who: 'buyer', note: 'gọi 0905 000 111' }));
  await db.transaction().execute((transaction) => enqueueOrderMail(transaction, { kind: 'order-link', orderId: ended, to: 'mau@ocop.example', again: '2026-11-28' }, { now: MORNING, domain: 'ocop.example' }));
  const said: string[] = [];
  const command = (...args: string[]) => runOrdersCommand(args, { db, now: () => MORNING, say: (line) => void said.push(line) });
  return { db, ended, open, said, command };
}

test.each(DIALECTS)('on %s, a person is shown everything, and deleted from what has ended; what was sold stays', async (dialect) => {
  const { db, ended, open, said, command } = await shopWithTwo(dialect);
  expect(await command('export', '+84 905 000 111')).toBe(0);
  const [first] = JSON.parse(said.splice(0).join('\n')) as { name: string; delivery: object; lines: object[] }[];
  expect(first).toMatchObject({ name: 'Nguyễn Thị Mẫu', email: 'mau@ocop.example', delivery: { street: 'Thôn Mẫu' }, lines: [{ goods: 'Hàng mam', quantity: 1, totalDong: 95_000 }] });
  expect(await command('delete', 'MAU@ocop.example')).toBe(0);
  expect(said[0]).toBe('Who ordered was deleted from 1 orders.');
  expect(said[1]).toMatch(/^Still under way, so kept: DH00000[12]/);
  expect((await db.selectFrom('order_people').select('order_id').execute()).map((row) => row.order_id)).toEqual([open]);
  const left = JSON.stringify(await Promise.all([db.selectFrom('orders').selectAll().where('id', '=', ended).execute(), db.selectFrom('order_events').selectAll().where('order_id', '=', ended).execute(), db.selectFrom('order_lines').selectAll().where('order_id', '=', ended).execute(), db.selectFrom('outbox').selectAll().where('subject_key', 'like', `${ended}%`).execute(), db.selectFrom('audit').selectAll().execute()]));
  expect(left).not.toMatch(PERSONAL);
  expect(left).toContain('95000');
  expect(await command('delete', 'Nguyễn Văn A')).toBe(1);
});

test.each(DIALECTS)('on %s, what is old enough is forgotten by itself, to the day', async (dialect) => {
  const { db, open } = await shopWithTwo(dialect);
  expect(await forgetOverdue(db, 30, MORNING + 30 * DAY_MS)).toBe(0);
  expect(await forgetOverdue(db, 30, MORNING + 30 * DAY_MS + 1)).toBe(1);
  expect((await db.selectFrom('order_people').select('order_id').execute()).map((row) => row.order_id)).toEqual([open]);
  expect(await db.selectFrom('idempotency_keys').selectAll().execute()).toEqual([]);
});

test('no subject of a mail and no line of the log names a person, whatever fails', async () => {
  const dataDir = await temporaryFolder();
  const db = await freshDatabase('sqlite', dataDir);
  const lines: string[] = [];
  const log = openLog('debug', { write: (line) => void lines.push(line) });
  const errors: unknown[] = [];
  const orders = await openShop(db, { dataDir, now: () => MORNING }, errors);
  expect((await postOrder(orders, orderBody())).status).toBe(201);
  const { id } = await db.selectFrom('orders').select('id').executeTakeFirstOrThrow();
  const facts = await readOrderMail({ db, tokens: TOKENS, siteUrl: 'https://ocop.example', seller: async () => ({ name: 'HTX Mẫu', phone: '0000 000 000' }) })(id);
  if (facts === undefined) throw new Error('no facts');
  for (const kind of ['order-received', 'order-paid', 'order-shipped', 'order-cancelled', 'order-refunded'] as const) expect(orderMail(kind, facts).subject).not.toMatch(PERSONAL);

  await db.schema.dropTable('order_people').execute();
  expect((await postOrder(orders, orderBody(), { key: 'khoa-mau-0000000009' })).status).toBe(500);
  const asPostgresSaysIt = Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505', detail: 'Key (phone)=(+84905000111) already exists.', where: 'Nguyễn Thị Mẫu' });
  for (const error of [...errors, asPostgresSaysIt]) log.error({ err: error }, 'placing an order');
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.join('')).not.toMatch(PERSONAL);
  await orders.stop();
});

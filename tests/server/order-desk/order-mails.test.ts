import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { composeWithOrders } from '../../../src/server/mail/mail-kinds.ts';
import { drainOutbox, MAX_ATTEMPTS } from '../../../src/server/mail/drain-outbox.ts';
import { openTransport } from '../../../src/server/mail/open-transport.ts';
import { enqueueOrderNotices } from '../../../src/server/order-notices/enqueue-order-notices.ts';
import { readProducerOrder } from '../../../src/server/producer-orders/read-producer-order.ts';
import { temporaryFolder } from '../db/fresh-database.ts';
import { catchingServer, headerOf, textOf } from '../mail/catching-server.ts';
import { contentOf, openOrderDesk, type OrderDesk } from './order-desk.ts';

const FROM = 'OCOP <ocop@ocop.example>';
const SITE = 'https://ocop.example';
let shop: OrderDesk;
beforeEach(async () => {
  shop = await openOrderDesk();
});
afterEach(() => shop.stop());

const compose = () => composeWithOrders(shop.orders.readOrder, readProducerOrder({ db: shop.db, tokens: shop.orders.tokens, siteUrl: SITE, catalogue: async () => shop.catalogue }));
const notices = (officeEmail: string | undefined = 'vp@ocop.example') => enqueueOrderNotices({ db: shop.db, catalogue: async () => shop.catalogue, now: shop.clock.now, siteUrl: SITE, officeEmail, domain: 'ocop.example' });
const kinds = async (): Promise<string[]> => (await shop.db.selectFrom('outbox').select('kind').orderBy('kind').execute()).map(({ kind }) => kind);

test('buyer, office and producer each get their mail over SMTP, once, and no name stands in a subject', async () => {
  const server = await catchingServer({ refuse: 1 });
  const order = await shop.order({ payment: 'cod' });
  await notices();
  await shop.post(`/quan-ly/don-hang/${order.number}/viec/`, { viec: 'confirmed', dang: 'awaiting-confirmation' });
  await notices();
  expect(await notices()).toBe(0);
  const transport = openTransport({ smtpUrl: server.url, from: FROM, dataDir: '/nowhere' });
  for (let hour = 0; hour < 3; hour += 1) await drainOutbox({ db: shop.db, transport, compose: compose(), now: () => shop.clock.now + hour * 3_600_000 });
  transport.close();
  expect(server.received.map(({ to }) => to[0]).sort()).toEqual(['htx-mau@ocop.example', 'mau@ocop.example', 'vp@ocop.example']);
  const ids = server.received.map(({ message }) => headerOf(message, 'Message-ID'));
  expect(ids.toSorted()).toEqual((await shop.db.selectFrom('outbox').select('message_id').execute()).map(({ message_id: id }) => id).toSorted());
  for (const { message } of server.received) expect(headerOf(message, 'Subject')).not.toMatch(/Nguyễn|0905|mau@/);
  const toProducer = textOf(server.received.find(({ to }) => to[0] === 'htx-mau@ocop.example')?.message ?? '');
  expect(toProducer).toContain(`${SITE}/chu-the-tra-loi/${shop.orders.tokens.ofProducer(order.id, 'htx-mau')}/`);
  expect(toProducer).not.toMatch(/Nguyễn|905/);
});

test('mails are written to files where there is no server, one a mail', async () => {
  const dataDir = await temporaryFolder();
  await shop.order();
  await notices();
  const transport = openTransport({ from: FROM, dataDir });
  for (let run = 0; run < 2; run += 1) await drainOutbox({ db: shop.db, transport, compose: compose(), now: () => shop.clock.now });
  const files = await readdir(join(dataDir, 'mail'));
  expect(files).toHaveLength(2);
  const texts = await Promise.all(files.map((name) => readFile(join(dataDir, 'mail', name), 'utf8')));
  expect(texts.every((text) => text.includes('text/html') && text.includes('text/plain'))).toBe(true);
});

test('what the office has to do is told once for each task, little stock once for each count', async () => {
  const order = await shop.order({ lines: [{ sku: 'binh-gom-mau-chiec', quantity: 5 }], totalDong: 2_100_000 });
  expect(order.total_dong).toBe(2_100_000);
  await notices();
  expect(await kinds()).toEqual(['order-received', 'order-task', 'stock-low']);
  await shop.post(`/quan-ly/don-hang/${order.number}/viec/`, { viec: 'confirmed', dang: 'awaiting-confirmation' });
  await shop.part(shop.orders.tokens.ofProducer(order.id, 'htx-mau'), { viec: 'het-hang' });
  await notices();
  await notices();
  expect(await kinds()).toEqual(['order-received', 'order-task', 'order-task', 'producer-order', 'stock-low']);
  await shop.post('/quan-ly/kho/', { sku: 'binh-gom-mau-chiec', con: '6', 'ly-do': 'vỡ hai chiếc' });
  await notices();
  expect((await kinds()).filter((kind) => kind === 'stock-low')).toHaveLength(2);
});

test('a dead letter stands at the desk and is sent again under the same Message-ID', async () => {
  await shop.order();
  const dead = await shop.db.selectFrom('outbox').select(['id', 'message_id']).executeTakeFirstOrThrow();
  const broken = { send: async () => Promise.reject(new Error('550 no such mailbox')), close: () => undefined };
  await drainOutbox({ db: shop.db, transport: broken, compose: compose(), now: () => shop.clock.now, maxAttempts: 1 });
  const { mails } = await contentOf(await shop.get('/quan-ly/thu/'), 'mails');
  expect(mails).toMatchObject([{ id: dead.id, dead: true, error: '550 no such mailbox', kind: 'order-received' }]);
  expect((await shop.post('/quan-ly/thu/', { so: dead.id })).status).toBe(303);
  const sent: string[] = [];
  await drainOutbox({ db: shop.db, transport: { send: async ({ messageId }) => void sent.push(messageId), close: () => undefined }, compose: compose(), now: () => shop.clock.now, maxAttempts: MAX_ATTEMPTS });
  expect(sent).toEqual([dead.message_id]);
});

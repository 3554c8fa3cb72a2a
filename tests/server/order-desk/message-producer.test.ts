import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { enqueueOrderNotices } from '../../../src/server/order-notices/enqueue-order-notices.ts';
import { practiceCatalogue } from '../orders/shop-server.ts';
import { contentOf, openOrderDesk, shopCatalogue, type OrderDesk } from './order-desk.ts';

let shop: OrderDesk;
/** HTX Mẫu has a telephone at most. */
let catalogue: Catalogue;
beforeEach(async () => {
  catalogue = practiceCatalogue();
  shop = await openOrderDesk('sqlite', () => catalogue);
});
afterEach(async () => {
  await shop.stop();
  expect(shop.errors).toEqual([]);
});

const notices = () => enqueueOrderNotices({ db: shop.db, catalogue: async () => catalogue, now: shop.clock.now, siteUrl: 'https://ocop.example', officeEmail: 'vp@ocop.example', domain: 'ocop.example' });
const tasks = (id: string) => shop.db.selectFrom('order_tasks').select(['kind', 'done_by', 'done_why']).where('order_id', '=', id).orderBy('id').execute();

async function confirmed() {
  const order = await shop.order();
  const path = `/quan-ly/don-hang/${order.number}/`;
  await shop.post(`${path}viec/`, { viec: 'confirmed', dang: 'awaiting-confirmation' });
  const told = async () => (await contentOf(await shop.get(path), 'order')).order;
  return { order, path, told, token: shop.orders.tokens.ofProducer(order.id, 'htx-mau') };
}

test('a producer without a mail address is a task as soon as the order is confirmed: on the page, in the list and by mail, once', async () => {
  const { order, told } = await confirmed();
  expect((await told()).tasks).toMatchObject([{ kind: 'tell-producer', producer: 'htx-mau' }]);
  expect((await told()).parts).toMatchObject([{ mailed: false, untold: true }]);
  expect((await contentOf(await shop.get('/quan-ly/don-hang/?loc=todo'), 'orders')).orders.orders).toMatchObject([{ number: order.number, tasks: ['tell-producer'] }]);
  await notices();
  await notices();
  expect(await tasks(order.id)).toEqual([{ kind: 'tell-producer', done_by: null, done_why: null }]);
  const mails = await shop.db.selectFrom('outbox').select(['kind', 'payload']).where('kind', 'in', ['order-task', 'producer-order']).execute();
  expect(mails.map(({ payload }) => (JSON.parse(payload) as { task: string }).task)).toEqual(['tell-producer']);
});

test('what was paid without anybody at the desk becomes a task with the next look', async () => {
  const order = await shop.order({ payment: 'vietqr' });
  await shop.payments.applyStatement({ bytes: new TextEncoder().encode(`Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có;Ghi nợ\n24/11/2026;FT2;${order.transfer_code};214.000;\n`), name: 'sao-ke.csv' });
  await notices();
  expect(await tasks(order.id)).toEqual([{ kind: 'tell-producer', done_by: null, done_why: null }]);
});

test('it is done when somebody says that the message went out, and does not come again', async () => {
  const { order, path, told } = await confirmed();
  const [task] = (await told()).tasks;
  expect((await shop.post(`${path}viec-can-lam/`, { so: String(task?.id), viec: 'da-nhan' }, 'Minh')).status).toBe(303);
  await notices();
  expect(await tasks(order.id)).toEqual([{ kind: 'tell-producer', done_by: 'Minh', done_why: 'message-sent' }]);
  expect((await told()).parts).toMatchObject([{ untold: false }]);
});

test.each<[string, string, string, (one: Awaited<ReturnType<typeof confirmed>>) => Promise<unknown>]>([
  ['the producer opens the link', 'producer:htx-mau', 'link-opened', async ({ token }) => shop.part(token)],
  ['the office writes down what the producer said', 'Lan', 'part-answered', async ({ path }) => shop.post(`${path}chu-the/`, { 'chu-the': 'htx-mau', viec: 'nhan' })],
  ['the order is cancelled', 'Lan', 'order-cancelled', async ({ path }) => shop.post(`${path}viec/`, { viec: 'cancelled-by-office', dang: 'confirmed', 'ghi-chu': 'thôi' })],
  ['the link is closed', 'Lan', 'link-closed', async ({ path }) => shop.post(`${path}chu-the/`, { 'chu-the': 'htx-mau', viec: 'dong-lien-ket' })],
  ['its record gets a mail address', 'system', 'mailed', async () => void (catalogue = shopCatalogue())],
])('it closes by itself when %s', async (_, who, why, happens) => {
  const one = await confirmed();
  await happens(one);
  await notices();
  expect(await tasks(one.order.id)).toEqual([{ kind: 'tell-producer', done_by: who, done_why: why }]);
});

test('a new link wants a new message', async () => {
  const { order, path, told } = await confirmed();
  const [task] = (await told()).tasks;
  await shop.post(`${path}viec-can-lam/`, { so: String(task?.id), viec: 'da-nhan' });
  await shop.post(`${path}chu-the/`, { 'chu-the': 'htx-mau', viec: 'lien-ket-moi' });
  expect((await tasks(order.id)).map(({ done_why: said }) => said)).toEqual(['message-sent', null]);
});

test('a producer with an address gets its mail, and nobody a task', async () => {
  catalogue = shopCatalogue();
  const { order } = await confirmed();
  await notices();
  expect(await tasks(order.id)).toEqual([]);
  expect(await shop.db.selectFrom('outbox').select('kind').where('kind', '=', 'producer-order').execute()).toHaveLength(1);
});

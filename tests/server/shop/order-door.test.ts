import { expect, test } from 'vitest';
import type { OrderView } from '../../../src/publish/order-view.ts';
import { openPages, SAUCE, type PagesUnderTest, type Visitor } from './shop-pages-under-test.ts';

async function ordered(buyer: Visitor, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await buyer.post('/dat-hang/', { ...(await buyer.fill({ [SAUCE]: 2 })), ...more });
  return (answer.headers.get('location') ?? '').replace('?moi=1', '');
}
async function orderOf(pages: PagesUnderTest, answer: Response): Promise<OrderView> {
  const view = await pages.shown(answer);
  if (view.page !== 'order') throw new Error(`shows ${view.page}`);
  return view.order;
}

test('a transfer shows what to pay to whom, the picture says the same, and reading tells the shop nothing', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const path = await ordered(buyer, { 'tra-tien': 'vietqr' });
  const order = await orderOf(pages, await buyer.get(path));
  expect(order).toMatchObject({ state: 'awaiting-payment', dueNowDong: 214_000, pay: { kind: 'vietqr', amountDong: 214_000, account: 'MAU0000000001', owner: 'HTX MAU', isDeposit: false } });
  const { transfer_code: code } = await pages.db.selectFrom('orders').select('transfer_code').executeTakeFirstOrThrow();
  expect(order.pay).toMatchObject({ content: code });
  const picture = await buyer.get(`${path}qr.png`);
  expect([picture.headers.get('content-type'), picture.headers.get('content-disposition')]).toEqual(['image/png', `attachment; filename="${code}.png"`]);
  expect(await (await buyer.get(`${path}trang-thai`)).json()).toEqual({ state: 'awaiting-payment 0' });
  expect(await pages.db.selectFrom('order_events').select('event').execute()).toEqual([{ event: 'placed' }]);
});

test('practice payment leads to its page and back; only the signed message makes it paid', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const path = await ordered(buyer, { 'tra-tien': 'practice' });
  expect((await orderOf(pages, await buyer.get(path))).pay).toEqual({ kind: 'redirect', amountDong: 214_000, url: `${path}tra-tien`, provider: 'practice' });
  expect((await buyer.get(`${path}tra-tien`)).headers.get('location')).toMatch(/^\/thanh-toan-thu\//);
  expect((await orderOf(pages, await buyer.get(path))).state).toBe('awaiting-payment');
});

test('a buyer cancels while that is possible, and hears why when it is not', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const path = await ordered(buyer);
  await buyer.post(path, { viec: 'huy' });
  const order = await orderOf(pages, await buyer.get(path));
  expect([order.state, order.mayCancel, order.steps.map(({ what }) => what)]).toEqual(['cancelled', false, ['cancelled']]);
  expect(await pages.db.selectFrom('stock').select('reserved').where('sku', '=', SAUCE).executeTakeFirst()).toEqual({ reserved: 0 });
  const again = await buyer.post(path, { viec: 'huy' });
  expect((await orderOf(pages, await buyer.get(again.headers.get('location') ?? ''))).problem).toBe('too-late');
});

test('the link alone opens an order; nobody between keeps it, and no other site is told of it', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const path = await ordered(buyer);
  const stranger = pages.visit('198.51.100.1');
  const page = await stranger.get(path.replace('/don-hang/', '/en/orders/'));
  expect([page.status, page.headers.get('cache-control'), page.headers.get('x-robots-tag'), page.headers.get('referrer-policy')]).toEqual([200, 'private, no-store', 'noindex', 'no-referrer']);
  const wrong = await stranger.get(`/don-hang/${'A'.repeat(22)}/`);
  expect([wrong.status, (await pages.shown(wrong)).page]).toEqual([404, 'refused']);
});

test('a receipt is a PDF in the language of the page', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const path = await ordered(buyer);
  const answer = await buyer.get(`${path}bien-nhan.pdf`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([answer.headers.get('content-type'), bytes.subarray(0, 5).toString('latin1')]).toEqual(['application/pdf', '%PDF-']);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
});

test('looking an order up says the same to everybody; only its own mail address gets the link, once a day', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  await ordered(buyer, { thu: 'mau@example.vn' });
  const { number } = await pages.db.selectFrom('orders').select('number').executeTakeFirstOrThrow();
  const seek = async (so: string, phone: string) => {
    const answer = await pages.visit('198.51.100.2').post('/don-hang/', { 'so-don': so, 'dien-thoai': phone });
    return [answer.status, await answer.json()];
  };
  const right = await seek(number, '+84 912 345 678');
  const wrongPhone = await seek(number, '0912 345 679');
  expect(right).toEqual([200, { path: '/don-hang/', page: 'find-order', find: { number: '', phone: '', problems: {}, sent: true } }]);
  expect(wrongPhone).toEqual(right);
  await seek(number, '0912345678');
  const mails = await pages.db.selectFrom('outbox').select(['kind', 'recipient', 'payload']).where('kind', '=', 'order-link').execute();
  expect(mails).toHaveLength(1);
  expect(mails[0]?.recipient).toBe('mau@example.vn');
  expect(JSON.stringify(mails)).not.toMatch(/912345678/);
  const unread = await seek('DH0000019', 'abc');
  expect(unread[0]).toBe(422);
});

test('an order without a mail address becomes a task of the office', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  await ordered(buyer);
  const { number } = await pages.db.selectFrom('orders').select('number').executeTakeFirstOrThrow();
  for (let at = 0; at < 2; at += 1) await buyer.post('/don-hang/', { 'so-don': number, 'dien-thoai': '0912345678' });
  expect(await pages.db.selectFrom('order_tasks').select(['kind', 'detail']).execute()).toEqual([{ kind: 'review', detail: '{"because":"link-asked"}' }]);
});

test('thirty questions a day of one network, and no more', async () => {
  const pages = await openPages();
  const answers: number[] = [];
  for (let at = 0; at < 31; at += 1) answers.push((await pages.visit('198.51.100.3').post('/don-hang/', { 'so-don': 'x', 'dien-thoai': 'y' })).status);
  expect([answers[29], answers[30]]).toEqual([422, 429]);
});

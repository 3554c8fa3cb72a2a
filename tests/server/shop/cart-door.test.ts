import { expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { instant } from '../../../src/server/db/database.ts';
import { MORNING } from '../db/fresh-database.ts';
import { practiceCatalogue } from '../orders/shop-server.ts';
import { BASKET, HONEY, openPages, SAUCE } from './shop-pages-under-test.ts';

const cartOf = async (pages: Awaited<ReturnType<typeof openPages>>, answer: Response) => {
  const view = await pages.shown(answer);
  if (view.page !== 'cart') throw new Error(`shows ${view.page}`);
  return view;
};

test('a plain form puts goods in, the page prices them, another form takes them out', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const added = await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': HONEY, 'so-luong': '2' });
  expect([added.status, added.headers.get('location')]).toEqual([303, `/gio-hang/?them=${HONEY}`]);
  const { cart, note } = await cartOf(pages, await buyer.get(`/gio-hang/?them=${HONEY}`));
  expect(note).toEqual({ kind: 'added', sku: HONEY });
  expect(cart).toMatchObject({ lines: [{ sku: HONEY, quantity: 2, price: { unitDong: 160_000, totalDong: 320_000 } }], totals: { goodsDong: 320_000, totalDong: 320_000 } });
  await buyer.post('/gio-hang/', { 'quy-cach': HONEY, viec: 'sua+1', 'so-luong': '2' });
  expect((await cartOf(pages, await buyer.get('/gio-hang/'))).cart.lines[0]?.quantity).toBe(3);
  await buyer.post('/en/cart/', { 'quy-cach': HONEY, viec: 'bo' });
  expect((await cartOf(pages, await buyer.get('/gio-hang/'))).cart).toEqual({ lines: [] });
  expect(buyer.cookie).toBe('');
});

test('for many, a tier counts; vouchers and the delivery to a province as well', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': HONEY, 'so-luong': '12' });
  await buyer.post('/gio-hang/', { viec: 'ma', ma: ' mau10 ' });
  await buyer.post('/gio-hang/', { tinh: 'ha-noi' });
  const { cart } = await cartOf(pages, await buyer.get('/gio-hang/'));
  expect(cart).toMatchObject({ lines: [{ price: { unitDong: 150_000 } }], totals: { goodsDong: 1_800_000, discountDong: 50_000, shippingDong: 0 }, voucher: { code: 'MAU10' }, zone: { id: 'con-lai' } });
  await buyer.post('/gio-hang/', { viec: 'ma', ma: 'khong-co' });
  expect((await cartOf(pages, await buyer.get('/gio-hang/'))).cart.voucher).toEqual({ code: 'khong-co', fault: { kind: 'unknown' } });
});

test('what changed since is said: price, stock, goods that are sold no more', async () => {
  const before = practiceCatalogue();
  let now: Catalogue = before;
  const pages = await openPages({ catalogue: () => now });
  const buyer = pages.visit();
  for (const sku of [HONEY, SAUCE, BASKET]) await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': sku, 'so-luong': '2' });
  await pages.db.insertInto('stock').values({ sku: SAUCE, on_hand: 5, reserved: 4, first_counted_at: instant(MORNING) }).execute();
  const offer = (sku: string) => (sku === HONEY ? { ...before.shop.offer(HONEY)!, priceDong: 170_000 } : before.shop.offer(sku));
  now = { ...before, shop: { ...before.shop, offer, basket: () => undefined } };
  const { cart } = await cartOf(pages, await buyer.get('/gio-hang/'));
  expect(cart.lines).toMatchObject([
    { sku: HONEY, seenDong: 160_000, price: { unitDong: 170_000 } },
    { sku: SAUCE, fault: { kind: 'stock', left: 1 }, price: { unitDong: 95_000 } },
    { sku: BASKET, fault: { kind: 'not-sold' } },
  ]);
  expect((await buyer.get('/dat-hang/')).headers.get('location')).toBe('/gio-hang/?xem=');
  await buyer.post('/gio-hang/', { viec: 'da-xem' });
  expect((await cartOf(pages, await buyer.get('/gio-hang/'))).cart.lines[0]).not.toHaveProperty('seenDong');
});

test('a pack counts once, whether it lies in the cart alone or in a basket', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  await pages.db.insertInto('stock').values({ sku: SAUCE, on_hand: 3, reserved: 0, first_counted_at: instant(MORNING) }).execute();
  for (const [sku, quantity] of [[SAUCE, '2'], [BASKET, '2']] as const) await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': sku, 'so-luong': quantity });
  const { cart } = await cartOf(pages, await buyer.get('/gio-hang/'));
  expect(cart.lines).toMatchObject([{ sku: SAUCE }, { sku: BASKET, fault: { kind: 'stock', left: 1 } }]);
  expect(cart.lines[0]).not.toHaveProperty('fault');
});

test('goods that are not sold, alcohol among them, do not get in', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  for (const sku of ['ruou-nep-mau-chai-500ml', 'khong-co']) {
    expect((await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': sku })).headers.get('location')).toBe(`/gio-hang/?khong=${sku}`);
  }
  expect(buyer.cookie).toBe('');
});

test('the buy box hears in a sentence what became of it', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  await pages.db.insertInto('stock').values({ sku: SAUCE, on_hand: 3, reserved: 3, first_counted_at: instant(MORNING) }).execute();
  const json = { accept: 'application/json' };
  expect(await (await buyer.post('/en/cart/', { viec: 'them', 'quy-cach': HONEY }, json)).json()).toEqual({ text: 'Added to the cart.', isProblem: false, cart: '/en/cart/' });
  expect(await (await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': SAUCE }, json)).json()).toMatchObject({ text: 'Vừa hết hàng.', isProblem: true });
  expect(await (await buyer.get('/api/availability?product=nuoc-mam-cot-mau')).json()).toMatchObject({ left: { [SAUCE]: 0 } });
  expect((await buyer.get('/api/availability?product=ruou-nep-mau')).status).toBe(404);
});

test('another site cannot change a cart, and nothing of it is kept by anybody between', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const foreign = await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': HONEY }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
  expect([foreign.status, buyer.cookie]).toEqual([403, '']);
  const page = await buyer.get('/gio-hang/');
  expect([page.headers.get('cache-control'), page.headers.get('x-robots-tag'), page.headers.get('referrer-policy')]).toEqual(['private, no-store', 'noindex', 'same-origin']);
});

test('a program asks for prices and gets them, or what was wrong with its question', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const answer = await buyer.json('/api/cart/price', { lines: [{ sku: HONEY, quantity: 2 }, { sku: 'khong-co', quantity: 1 }], province: 'ha-tinh' });
  expect(await answer.json()).toEqual({
    lines: [
      { sku: HONEY, quantity: 2, price: { unitDong: 160_000, discountDong: 0, totalDong: 320_000 } },
      { sku: 'khong-co', quantity: 1, fault: { kind: 'not-sold' } },
    ],
    totals: { goodsDong: 320_000, discountDong: 0, shippingDong: 24_000, totalDong: 344_000 },
  });
  for (const body of [{ lines: [] }, { lines: [{ sku: HONEY, quantity: 0 }] }, { lines: [{ sku: HONEY, quantity: 1, price: 1 }] }, 'x']) {
    const refused = await buyer.json('/api/cart/price', body);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
  }
  expect((await buyer.get('/api/cart/price')).status).toBe(405);
});

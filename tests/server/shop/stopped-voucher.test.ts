import { beforeEach, describe, expect, test } from 'vitest';
import { instant, type Database } from '../../../src/server/db/database.ts';
import { MORNING } from '../db/fresh-database.ts';
import { newOrder, offerOf, TOKENS, toPlace } from '../orders/new-orders.ts';
import { placeOrders } from '../../../src/server/orders/place-orders.ts';
import { freshDatabase, temporaryFolder } from '../db/fresh-database.ts';
import { openShop, orderBody, postOrder } from '../orders/shop-server.ts';
import { openPages, SAUCE, type PagesUnderTest } from './shop-pages-under-test.ts';

const stop = (db: Database) => db.insertInto('voucher_stops').values({ code: 'MAU10', who: 'Lan', at: instant(MORNING) }).execute();
const shownBy = async (pages: PagesUnderTest, answer: Response) => {
  const view = await pages.shown(answer);
  return view.page === 'cart' ? { cart: view.cart, problems: [] } : view.page === 'checkout' ? view.checkout : undefined;
};

describe('a voucher that the office switched off', () => {
  let pages: PagesUnderTest;
  beforeEach(async () => {
    pages = await openPages();
  });

  test('is named as no longer valid in the cart, which costs what it costs without it', async () => {
    const buyer = pages.visit();
    await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': SAUCE, 'so-luong': '3' });
    await buyer.post('/gio-hang/', { viec: 'ma', ma: 'mau 10' });
    expect((await shownBy(pages, await buyer.get('/gio-hang/')))?.cart).toMatchObject({ voucher: { code: 'MAU10' }, totals: { discountDong: 28_500 } });
    await stop(pages.db);
    expect((await shownBy(pages, await buyer.get('/gio-hang/')))?.cart).toMatchObject({ voucher: { code: 'MAU10', fault: { kind: 'stopped' } }, totals: { discountDong: 0, goodsDong: 285_000 } });
    expect(await (await buyer.json('/api/cart/price', { lines: [{ sku: SAUCE, quantity: 3 }], voucher: 'MAU10' })).json()).toMatchObject({ voucher: { fault: { kind: 'stopped' } }, totals: { discountDong: 0 } });
  });

  test('stops a form that counted on it, in words of both languages, and nothing is ordered', async () => {
    const buyer = pages.visit();
    await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': SAUCE, 'so-luong': '3' });
    await buyer.post('/gio-hang/', { viec: 'ma', ma: 'MAU10' });
    const form = await buyer.fill({});
    await stop(pages.db);
    const answer = await buyer.post('/dat-hang/', form);
    expect(answer.status).toBe(422);
    expect((await shownBy(pages, answer))?.problems).toEqual([{ field: 'cart', text: 'Mã giảm giá này không còn dùng được nữa: hãy bỏ mã, giá sẽ tính lại.' }]);
    expect((await shownBy(pages, await buyer.post('/en/checkout/', form)))?.problems).toEqual([{ field: 'cart', text: 'This voucher is no longer valid: take it out, the price is counted anew.' }]);
    expect(await pages.db.selectFrom('orders').selectAll().execute()).toEqual([]);
  });
});

test('programs are told by a code of its own, whichever total they agreed to', async () => {
  const dataDir = await temporaryFolder();
  const db = await freshDatabase('sqlite', dataDir);
  const orders = await openShop(db, { dataDir, now: () => MORNING });
  await stop(db);
  for (const totalDong of [285_000 - 28_500 + 28_000, 285_000 + 28_000]) {
    const answer = await postOrder(orders, orderBody({ lines: [{ sku: SAUCE, quantity: 3 }], voucher: 'mau 10', totalDong }));
    expect(await answer.json()).toMatchObject({ status: 422, errors: [{ field: 'voucher', code: 'voucher-stopped', detail: 'Mã giảm giá này không còn dùng được nữa: hãy bỏ mã, giá sẽ tính lại.' }] });
  }
  await orders.stop();
});

test('switched off between look and order it is not "used up" either', async () => {
  const db = await freshDatabase();
  await stop(db);
  const voucher = { code: 'MAU10', name: { vi: 'Thử' }, discount: { kind: 'amount', dong: 10_000 }, sample: true } as const;
  const outcomes = await placeOrders(db, { dialect: 'sqlite', tokens: TOKENS, now: MORNING, mailDomain: 'ocop.example' }, [toPlace(newOrder([{ sku: 'mam', quantity: 1 }], [offerOf('mam')], { voucher }), 'a')]);
  expect(outcomes).toEqual([{ kind: 'voucher', fault: 'stopped' }]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { orderPath } from '../../../src/paths.ts';
import type { Database } from '../../../src/server/db/database.ts';
import type { Orders } from '../../../src/server/orders/open-orders.ts';
import { tokenHash } from '../../../src/server/orders/order-token.ts';
import { freshDatabase, MORNING, temporaryFolder } from '../db/fresh-database.ts';
import { openShop, orderBody, postOrder, practiceCatalogue, SITE_URL } from './shop-server.ts';

let db: Database;
let orders: Orders;
let errors: unknown[];
let catalogue: Catalogue;
beforeEach(async () => {
  const dataDir = await temporaryFolder();
  db = await freshDatabase('sqlite', dataDir);
  errors = [];
  catalogue = practiceCatalogue();
  orders = await openShop(db, { dataDir, now: () => MORNING, catalogue: () => catalogue }, errors);
  return () => orders.stop();
});

interface Problem {
  type: string;
  status: number;
  detail: string;
  errors?: { field: string; detail: string }[];
  totals?: { totalDong: number };
}

async function refusal(body: unknown, options?: Parameters<typeof postOrder>[2]): Promise<Problem> {
  const answer = await postOrder(orders, body, options);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return (await answer.json()) as Problem;
}
const placedOrders = () => db.selectFrom('orders').selectAll().execute();

describe('an order', () => {
  test('is placed at the prices of the catalogue, with a link that only its buyer has', async () => {
    const answer = await postOrder(orders, orderBody());
    expect(answer.status).toBe(201);
    const body = (await answer.json()) as { number: string; url: string };
    expect(body).toMatchObject({ totalDong: 214_000, shippingDong: 24_000, dueNowDong: 0, discountDong: 0 });
    const token = body.url.split('/').at(-2) ?? '';
    expect(body.url).toBe(SITE_URL + orderPath('vi', token));
    const [row] = await placedOrders();
    expect(row).toMatchObject({ number: body.number, token_hash: tokenHash(token), state: 'awaiting-confirmation', province_code: '42', sample: 1 });
    const line = await db.selectFrom('order_lines').selectAll().executeTakeFirstOrThrow();
    expect(line).toMatchObject({ sku: 'nuoc-mam-cot-mau-chai-500ml', quantity: 2, unit_dong: 95_000, total_dong: 190_000 });
    expect(JSON.parse(line.snapshot)).toMatchObject({ name: { vi: 'Nước mắm cốt Mẫu' }, label: 'Chai 500 ml', producerId: 'htx-mau', sample: true });
  });

  test('with a price of its own costs what the catalogue says', async () => {
    const answer = await postOrder(orders, orderBody({ lines: [{ sku: 'nuoc-mam-cot-mau-chai-500ml', quantity: 2, priceDong: 1, unitDong: 1 }] }));
    expect(await answer.json()).toMatchObject({ totalDong: 214_000 });
  });

  test('at a price that has changed is answered with the new total; agreed to, it is placed', async () => {
    const problem = await refusal(orderBody({ totalDong: 200_000 }));
    expect(problem).toMatchObject({ status: 409, type: 'urn:ocop:problem:price-changed', totals: { totalDong: 214_000 }, errors: [{ field: 'totalDong' }] });
    expect(problem.detail).toContain('200.000\u00a0₫');
    expect(await placedOrders()).toEqual([]);
    expect((await postOrder(orders, orderBody({ totalDong: 214_000 }))).status).toBe(201);
  });

  test('sent again is answered with the very same, also when prices have changed since; with another body it is refused', async () => {
    const first = await (await postOrder(orders, orderBody())).text();
    catalogue = { ...catalogue, shop: { ...catalogue.shop, offer: () => undefined } };
    const again = await postOrder(orders, orderBody());
    expect([again.status, await again.text()]).toEqual([201, first]);
    expect(await refusal(orderBody({ totalDong: 1 }))).toMatchObject({ status: 422, type: 'urn:ocop:problem:key-reused' });
    expect(await placedOrders()).toHaveLength(1);
  });

  test('the same twenty times at once is one order', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => postOrder(orders, orderBody())));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await placedOrders()).toHaveLength(1);
  });

  test('of a hotel guest, and one to be picked up', async () => {
    const hotel = { kind: 'hotel', province: 'da-nang', commune: 'Hải Châu', street: '', hotel: 'Khách sạn Mẫu', guest: 'Kim Min-jun', checkIn: '2026-12-01', checkOut: '2026-12-03' };
    expect((await postOrder(orders, orderBody({ delivery: hotel, buyer: { name: 'Kim Min-jun', phone: '+82 10-1234-5678' }, payment: 'practice', language: 'en' }))).status).toBe(201);
    expect(JSON.parse((await db.selectFrom('order_people').select('delivery').executeTakeFirstOrThrow()).delivery)).toMatchObject({ kind: 'hotel', hotel: 'Khách sạn Mẫu', guest: 'Kim Min-jun', checkIn: '2026-12-01' });
    const pickup = await postOrder(orders, orderBody({ delivery: { kind: 'pickup', outlet: 'quay-mau' }, totalDong: 190_000 }), { key: 'khoa-mau-0000000002' });
    expect(await pickup.json()).toMatchObject({ shippingDong: 0, totalDong: 190_000 });
  });

  test('to an address of before 01/07/2025 goes to the commune of today', async () => {
    const answer = await postOrder(orders, orderBody({ delivery: { kind: 'home', province: 'Quảng Bình', district: 'Đồng Hới', commune: 'Đồng Hải', street: 'Thôn Mẫu' } }));
    expect(answer.status).toBe(201);
    expect((await placedOrders())[0]).toMatchObject({ province_code: '44' });
  });

  test('with much money at the door asks for a deposit first', async () => {
    const answer = await postOrder(orders, orderBody({ lines: [{ sku: 'mai-canh-mau-chau', quantity: 3 }], totalDong: 3_750_000 }));
    expect(await answer.json()).toMatchObject({ totalDong: 3_750_000, dueNowDong: 1_125_000 });
    expect((await placedOrders())[0]).toMatchObject({ state: 'awaiting-payment', payment_method: 'cod' });
  });

  test('with a voucher costs less, each line its share', async () => {
    const answer = await postOrder(orders, orderBody({ lines: [{ sku: 'nuoc-mam-cot-mau-chai-500ml', quantity: 3 }], voucher: 'mau 10', totalDong: 285_000 - 28_500 + 28_000 }));
    expect(await answer.json()).toMatchObject({ discountDong: 28_500 });
  });
});

describe('what stops an order is named with its field, all of it at once', () => {
  const fields = async (more: Record<string, unknown>): Promise<string[]> => ((await refusal(orderBody(more))).errors ?? []).map(({ field }) => field);

  test('in person, place and payment', async () => {
    expect(await fields({ buyer: { name: ' ', phone: '12', email: 'x' }, delivery: { kind: 'home', province: 'Atlantis', commune: '', street: '' }, payment: 'stripe' })).toEqual(['buyer.name', 'buyer.phone', 'buyer.email', 'delivery.province', 'delivery.street', 'payment']);
    expect(await fields({ delivery: { kind: 'home', province: 'Hà Tĩnh', commune: 'Không có', street: 'x' } })).toEqual(['delivery.commune']);
    expect(await fields({ delivery: { kind: 'hotel', province: 'Hà Tĩnh', commune: 'Thiên Cầm', street: '', hotel: '', checkIn: '2026-12-03', checkOut: '2026-12-01' } })).toEqual(['delivery.hotel', 'delivery.checkOut']);
    expect(await fields({ invoice: { company: '', taxCode: '1', address: '' } })).toEqual(['invoice.company', 'invoice.taxCode', 'invoice.address']);
  });

  test('in what is wanted', async () => {
    expect(await fields({ lines: [] })).toEqual(['lines']);
    expect(await fields({ lines: [{ sku: 'ruou-nep-mau-chai-500ml', quantity: 1 }, { sku: 'nuoc-ep-dua-mau-chai-330ml', quantity: 2 }, { sku: 'ca-phe-mau-goi-250g', quantity: 1 }] })).toEqual(['lines.1.quantity', 'lines.0.sku']);
    expect(await fields({ delivery: { kind: 'pickup', outlet: 'khac' } })).toEqual(['delivery.outlet']);
    expect(await fields({ voucher: 'KHONGCO' })).toEqual(['voucher']);
  });

  test('in both languages, with what to do', async () => {
    expect((await refusal(orderBody({ buyer: { name: 'A B', phone: '1' } }))).errors?.[0]?.detail).toMatch(/^Số điện thoại chưa đúng/);
    expect((await refusal(orderBody({ buyer: { name: 'A B', phone: '1' }, language: 'en' }))).errors?.[0]?.detail).toMatch(/^This is no telephone number/);
  });

  test('an old name that lies in several communes of today asks which', async () => {
    const { errors: found } = await refusal(orderBody({ delivery: { kind: 'home', province: 'Hà Nội', district: 'Đống Đa', commune: 'Láng Hạ', street: 'x' } }));
    expect(found).toEqual([{ field: 'delivery.commune', code: 'choose-commune', detail: expect.stringMatching(/^Tên này ứng với nhiều xã, phường hiện nay, hãy chọn một: Phường .+; Phường .+\.$/) as string }]);
  });

  test('in stock: how many are left, at the line they belong to', async () => {
    const short = orderBody({ lines: [{ sku: 'ca-phe-mau-goi-250g', quantity: 1 }, { sku: 'quat-canh-mau-chau', quantity: 3 }], delivery: { kind: 'pickup', outlet: 'quay-mau' }, totalDong: 88_000 + 1_950_000 });
    expect(await refusal(short)).toMatchObject({ status: 409, type: 'urn:ocop:problem:no-stock', errors: [{ field: 'lines.1.quantity', detail: 'Chỉ còn 2: hãy giảm số lượng.' }] });
    const basket = orderBody({ lines: [{ sku: 'gio-bep-que-mau', quantity: 100 }], delivery: { kind: 'pickup', outlet: 'quay-mau' }, payment: 'vietqr', totalDong: 33_900_000 });
    expect(await refusal(basket)).toMatchObject({ status: 409, errors: [{ field: 'lines.0.quantity' }, { field: 'lines.0.quantity' }] });
  });
});

describe('the door', () => {
  test.each([
    ['no key', 400, {}, { key: '' }],
    ['a guessable key', 400, {}, { key: '1' }],
    ['another kind of body', 415, 'x', { headers: { 'content-type': 'text/plain' } }],
    ['no JSON', 400, '{', {}],
    ['no order', 400, {}, {}],
    ['too much', 413, `{"x":"${'x'.repeat(70_000)}"}`, {}],
    ['another site', 403, {}, { headers: { origin: 'https://evil.example' } }],
  ])('refuses %s with %i', async (_name, status, body, options) => {
    expect(await refusal(body, options)).toMatchObject({ status });
    expect(errors).toEqual([]);
  });

  test('takes only so many attempts of one network a day', async () => {
    const dataDir = await temporaryFolder();
    const few = await openShop(db, { dataDir, now: () => MORNING, mostTries: 2 });
    const statuses = [];
    for (const key of ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc']) statuses.push((await postOrder(few, orderBody(), { key })).status);
    expect(statuses).toEqual([201, 201, 429]);
    expect((await postOrder(few, orderBody(), { key: 'dddddddddddddddd', address: '198.51.100.1' })).status).toBe(201);
    await few.stop();
  });
});

import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { API_OPERATIONS } from '../../../src/server/api/operations.ts';
import { openApiDocument } from '../../../src/server/api/openapi.ts';
import type { Database } from '../../../src/server/db/database.ts';
import type { Orders } from '../../../src/server/orders/open-orders.ts';
import { readOrderForm } from '../../../src/server/orders/order-form.ts';
import { orderRequestSchema } from '../../../src/server/orders/order-request.ts';
import { freshDatabase, MORNING, temporaryFolder } from '../db/fresh-database.ts';
import { openShop, orderBody, postOrder, SITE_URL } from './shop-server.ts';

const FORM = {
  'lines.0.sku': 'nuoc-mam-cot-mau-chai-500ml', 'lines.0.quantity': '2', 'buyer.name': 'Nguyễn Thị Mẫu', 'buyer.phone': '0905 000 111', 'buyer.email': 'mau@ocop.example',
  'delivery.kind': 'home', 'delivery.province': 'Hà Tĩnh', 'delivery.commune': 'Thiên Cầm', 'delivery.street': 'Thôn Mẫu, số 5', payment: 'cod', language: 'vi', totalDong: '214000',
};
/** `a.b.0.c` → text, as a form would send it. */
const flat = (value: unknown, before = ''): [string, string][] =>
  value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([name, part]) => flat(part, before === '' ? name : `${before}.${name}`)) : [[before, String(value)]];

let db: Database;
let orders: Orders;
beforeEach(async () => {
  const dataDir = await temporaryFolder();
  db = await freshDatabase('sqlite', dataDir);
  orders = await openShop(db, { dataDir, now: () => MORNING });
  return () => orders.stop();
});
const send = (fields: Record<string, string>, headers: Record<string, string> = {}, key = 'khoa-mau-0000000001') => postOrder(orders, new URLSearchParams(fields).toString(), { key, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });

describe('an order as a plain form', () => {
  test('is the same order as JSON: sent both ways with one key it is one', async () => {
    const first = await send(FORM);
    expect([first.status, await first.clone().json()]).toEqual([201, expect.objectContaining({ totalDong: 214_000 })]);
    const again = await postOrder(orders, orderBody());
    expect([again.status, await again.text()]).toEqual([201, await first.text()]);
    expect(await db.selectFrom('orders').selectAll().execute()).toHaveLength(1);
  });

  test('may carry its key in a hidden field', async () => {
    expect((await send({ ...FORM, idempotencyKey: 'khoa-trong-bieu-mau-1' }, {}, '')).status).toBe(201);
    expect((await send({ ...FORM, idempotencyKey: 'khoa-trong-bieu-mau-1' }, {}, '')).status).toBe(201);
    expect(await db.selectFrom('orders').selectAll().execute()).toHaveLength(1);
    expect(await (await send(FORM, {}, '')).json()).toMatchObject({ status: 400, type: 'urn:ocop:problem:idempotency-key' });
  });

  test('of a browser leads on to the page of the order', async () => {
    const answer = await send(FORM, { origin: SITE_URL, 'sec-fetch-site': 'same-origin', accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([answer.status, answer.headers.get('location')?.startsWith('/don-hang/')]).toEqual([303, true]);
    expect((await send(FORM, { origin: 'https://evil.example', accept: 'text/html' }, 'khoa-mau-0000000009')).status).toBe(403);
  });

  test.each([
    ['a quantity in words', { 'lines.0.quantity': 'hai' }, 400, 'lines.0.quantity'],
    ['no total', { totalDong: '' }, 400, 'totalDong'],
    ['no telephone', { 'buyer.phone': '' }, 422, 'buyer.phone'],
    ['no way to pay', { payment: 'tien-mat' }, 400, 'payment'],
    ['another price', { totalDong: '1' }, 409, 'totalDong'],
  ])('with %s is refused with the same problem details, naming the field', async (_, more, status, field) => {
    const answer = await send({ ...FORM, ...more });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ status, errors: [{ field }] });
  });

  test('leaves out what is blank and need not be there, an invoice too', () => {
    const blank = { 'buyer.email': '', 'buyer.note': ' ', 'invoice.company': '', 'invoice.taxCode': '', 'invoice.address': '', voucher: '', 'delivery.district': '' };
    const parsed = orderRequestSchema.parse(readOrderForm(new URLSearchParams({ ...FORM, ...blank })));
    expect([parsed.voucher, parsed.invoice, parsed.buyer.email, parsed.delivery]).toEqual([undefined, undefined, undefined, { kind: 'home', province: 'Hà Tĩnh', commune: 'Thiên Cầm', street: 'Thôn Mẫu, số 5' }]);
  });
});

test('what a form says is what JSON says, whatever the order', () => {
  const text = fc.stringMatching(/^[\p{L} 0-9,.-]{1,20}$/u).map((one) => one.trim()).filter((one) => one !== '');
  const request = fc.record(
    {
      lines: fc.array(fc.record({ sku: text, quantity: fc.integer({ min: -5, max: 5_000 }) }), { maxLength: 60 }),
      buyer: fc.record({ name: text, phone: text, email: text }, { requiredKeys: ['name', 'phone'] }),
      invoice: fc.record({ company: text, taxCode: text, address: text }),
      delivery: fc.oneof(fc.record({ kind: fc.constant('pickup'), outlet: text }), fc.record({ kind: fc.constant('home'), province: text, commune: text, street: text, district: text }, { requiredKeys: ['kind', 'province', 'commune', 'street'] })),
      voucher: text,
      payment: fc.constantFrom('cod', 'vietqr', 'stripe', 'practice'),
      language: fc.constantFrom('vi', 'en'),
      totalDong: fc.integer({ min: 0, max: 999_999_999_999 }),
    },
    { requiredKeys: ['lines', 'buyer', 'delivery', 'payment', 'totalDong'] },
  );
  fc.assert(fc.property(request, (asked) => {
    expect(orderRequestSchema.parse(readOrderForm(new URLSearchParams(flat(asked).reverse())))).toEqual(orderRequestSchema.parse(asked));
  }));
});

test('no text breaks the reader, and no name reaches what is not its own', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('lines.0.sku', 'lines.999.quantity', 'lines.-1.sku', '__proto__', 'buyer.__proto__', 'constructor.prototype', 'lines.__proto__.sku', 'buyer.constructor'));
  fc.assert(fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
    const read = readOrderForm(new URLSearchParams(pairs));
    expect(Object.keys(read).every((key) => ['lines', 'voucher', 'payment', 'language', 'totalDong', 'buyer', 'invoice', 'delivery'].includes(key))).toBe(true);
    expect(({} as Record<string, unknown>)['sku']).toBeUndefined();
  }));
});

test('/api/openapi.json describes both kinds of body', () => {
  const document = openApiDocument(API_OPERATIONS, { siteUrl: SITE_URL, title: 'x' }) as { paths: Record<string, { post?: { requestBody: { content: Record<string, { schema: { properties: object; required: string[] } }> } } }> };
  const content = document.paths['/api/orders']?.post?.requestBody.content ?? {};
  expect(Object.keys(content)).toEqual(['application/json', 'application/x-www-form-urlencoded']);
  const form = content['application/x-www-form-urlencoded']?.schema;
  for (const name of Object.keys(FORM)) expect(Object.keys(form?.properties ?? {})).toContain(name);
  expect(form?.required).toEqual(['lines.0.sku', 'lines.0.quantity', 'buyer.name', 'buyer.phone', 'delivery.kind', 'payment', 'totalDong']);
});

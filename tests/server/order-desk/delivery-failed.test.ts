import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentOf, openOrderDesk, type OrderDesk } from './order-desk.ts';

let shop: OrderDesk;
beforeEach(async () => {
  shop = await openOrderDesk();
});
afterEach(async () => {
  await shop.stop();
  expect(shop.errors).toEqual([]);
});

async function shipped() {
  const order = await shop.order();
  const path = `/quan-ly/don-hang/${order.number}/`;
  const token = shop.orders.tokens.ofProducer(order.id, 'htx-mau');
  await shop.post(`${path}viec/`, { viec: 'confirmed', dang: 'awaiting-confirmation' });
  await shop.part(token, { viec: 'da-gui', 'don-vi': 'Bưu điện' });
  expect(await shop.state(order.id)).toBe('shipped');
  const told = async () => (await contentOf(await shop.get(path), 'order')).order;
  return { order, path, token, told };
}

test('why it failed is recorded from the desk, beside what was noted, and counts for what follows', async () => {
  const { path, told } = await shipped();
  await shop.post(`${path}viec/`, { viec: 'delivery-failed', dang: 'shipped', 'vi-sao': 'wrong-address', 'ghi-chu': 'bưu tá gọi' });
  expect(await told()).toMatchObject({ failures: 1, failure: 'wrong-address', tasks: [{ kind: 'delivery-failed', because: 'wrong-address' }] });
  expect((await told()).history.find(({ what }) => what === 'delivery-failed')).toMatchObject({ reason: 'wrong-address', note: 'bưu tá gọi' });
  await shop.post(`${path}viec/`, { viec: 'shipped', dang: 'delivery-failed' });
  await shop.post(`${path}viec/`, { viec: 'delivery-failed', dang: 'shipped', 'vi-sao': 'refused' });
  expect(await told()).toMatchObject({ failures: 2, failure: 'refused' });
});

test('the producer says it over its link, with why; twice is once, and never before it was sent', async () => {
  const { order, token, told } = await shipped();
  expect((await shop.part(token, { viec: 'giao-khong-duoc' })).status).toBe(400);
  expect((await shop.part(token, { viec: 'giao-khong-duoc', 'vi-sao': 'gì đó' })).status).toBe(400);
  const answer = await shop.part(token, { viec: 'giao-khong-duoc', 'vi-sao': 'asked-for-later' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/chu-the-tra-loi/${token}/?xong=delivery-failed`]);
  expect((await shop.part(token, { viec: 'giao-khong-duoc', 'vi-sao': 'refused' })).status).toBe(303);
  expect(await told()).toMatchObject({ state: 'delivery-failed', failures: 1, failure: 'asked-for-later' });
  expect((await told()).history.find(({ what }) => what === 'delivery-failed')?.who).toBe('producer:htx-mau');
  expect(await (await shop.part(token)).json()).toMatchObject({ state: 'delivery-failed', failure: 'asked-for-later', over: false });
  const fresh = await shop.order();
  await shop.post(`/quan-ly/don-hang/${fresh.number}/viec/`, { viec: 'confirmed', dang: 'awaiting-confirmation' });
  expect((await shop.part(shop.orders.tokens.ofProducer(fresh.id, 'htx-mau'), { viec: 'giao-khong-duoc', 'vi-sao': 'refused' })).status).toBe(409);
  expect(await shop.state(order.id)).toBe('delivery-failed');
});

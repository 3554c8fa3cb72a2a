import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOrderDesk, type OrderDesk } from './order-desk.ts';

const DAY_MS = 24 * 3_600_000;
let shop: OrderDesk;
beforeEach(async () => {
  shop = await openOrderDesk();
});
afterEach(async () => {
  await shop.stop();
  expect(shop.errors).toEqual([]);
});

async function confirmed(more: Record<string, unknown> = {}) {
  const order = await shop.order(more);
  await shop.post(`/quan-ly/don-hang/${order.number}/viec/`, { viec: 'confirmed', dang: 'awaiting-confirmation' });
  return { order, path: `/quan-ly/don-hang/${order.number}/`, token: shop.orders.tokens.ofProducer(order.id, 'htx-mau') };
}

describe('the link of a producer', () => {
  test('opens nothing before the order is confirmed, and nothing but tokens of its length is taken', async () => {
    const order = await shop.order();
    expect((await shop.part(shop.orders.tokens.ofProducer(order.id, 'htx-mau'))).status).toBe(404);
    expect([shop.door.takes('/chu-the-tra-loi/'), shop.door.takes(`/chu-the-tra-loi/${'a'.repeat(43)}/`), shop.door.takes(`/chu-the-tra-loi/${'a'.repeat(22)}/`)]).toEqual([false, false, true]);
  });

  test('is never cached, sent along or indexed', async () => {
    const { token } = await confirmed();
    const answer = await shop.part(token);
    expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy'), answer.headers.get('x-robots-tag')]).toEqual(['no-store', 'no-referrer', 'noindex']);
  });

  test('answered twice is answered once', async () => {
    const { order, token } = await confirmed();
    for (const viec of ['nhan', 'nhan', 'da-gui', 'da-gui']) expect((await shop.part(token, { viec, 'ma-van-don': 'A1' })).status).toBe(303);
    const events = await shop.db.selectFrom('order_events').select('event').where('order_id', '=', order.id).orderBy('id').execute();
    expect(events.map(({ event }) => event)).toEqual(['placed', 'confirmed', 'accepted', 'shipped']);
  });

  test('without stock makes a task; with stock again it can be sent', async () => {
    const { order, token } = await confirmed();
    await shop.part(token, { viec: 'het-hang', 'ghi-chu': 'tuần sau có' });
    const tasks = await shop.db.selectFrom('order_tasks').select('kind').where('order_id', '=', order.id).execute();
    expect(tasks).toEqual([{ kind: 'out-of-stock' }]);
    expect(await (await shop.part(token)).json()).toMatchObject({ outOfStockAt: shop.clock.now });
    await shop.part(token, { viec: 'con-hang' });
    await shop.part(token, { viec: 'da-gui' });
    expect(await shop.state(order.id)).toBe('shipped');
    expect((await shop.part(token, { viec: 'het-hang' })).status).toBe(409);
  });

  test('shows nobody any more once the order is over, and ends a month after', async () => {
    const { path, token } = await confirmed();
    await shop.post(`${path}viec/`, { viec: 'cancelled-by-office', dang: 'confirmed', 'ghi-chu': 'người mua xin huỷ' });
    const over = (await (await shop.part(token)).json()) as { over: boolean; to?: unknown };
    expect([over.over, over.to]).toEqual([true, undefined]);
    shop.clock.now += 31 * DAY_MS;
    expect((await shop.part(token)).status).toBe(410);
  });

  test('is closed by the office, and a new one opens the same part', async () => {
    const { order, path, token } = await confirmed();
    await shop.post(`${path}chu-the/`, { 'chu-the': 'htx-mau', viec: 'dong-lien-ket' });
    expect((await shop.part(token)).status).toBe(410);
    await shop.post(`${path}chu-the/`, { 'chu-the': 'htx-mau', viec: 'lien-ket-moi' });
    expect((await shop.part(token)).status).toBe(404);
    expect((await shop.part(shop.orders.tokens.ofProducer(order.id, 'htx-mau\0' + '1'))).status).toBe(200);
  });

  test('takes only so many answers a day, and no broken ones', async () => {
    const { token } = await confirmed();
    expect((await shop.part(token, { viec: 'gì đó' })).status).toBe(400);
    for (let count = 0; count < 59; count += 1) await shop.part(token, { viec: 'nhan' });
    expect((await shop.part(token, { viec: 'nhan' })).status).toBe(429);
  });
});

test('the office answers for a producer who telephoned', async () => {
  const { order, path } = await confirmed();
  await shop.post(`${path}chu-the/`, { 'chu-the': 'htx-mau', viec: 'nhan' });
  expect(await shop.state(order.id)).toBe('preparing');
  await shop.post(`${path}chu-the/`, { 'chu-the': 'htx-mau', viec: 'da-gui', 'don-vi': 'Xe khách' });
  expect(await shop.state(order.id)).toBe('shipped');
  expect((await shop.post(`${path}chu-the/`, { 'chu-the': 'khac', viec: 'nhan' })).status).toBe(409);
});

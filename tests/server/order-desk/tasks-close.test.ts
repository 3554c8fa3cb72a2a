import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS } from '../db/fresh-database.ts';
import { contentOf, openOrderDesk, type OrderDesk } from './order-desk.ts';

describe.each(DIALECTS)('a task whose reason is gone, on %s', (dialect) => {
  let shop: OrderDesk;
  beforeEach(async () => {
    shop = await openOrderDesk(dialect);
  });
  afterEach(async () => {
    await shop.stop();
    expect(shop.errors).toEqual([]);
  });

  const tasks = (id: string) => shop.db.selectFrom('order_tasks').select(['kind', 'done_by', 'done_at', 'done_why']).where('order_id', '=', id).orderBy('id').execute();
  const at = (): string => new Date(shop.clock.now).toISOString();

  async function outOfStock(more: Record<string, unknown> = {}) {
    const order = await shop.order(more);
    const path = `/quan-ly/don-hang/${order.number}/`;
    if (order.payment_method === 'cod') await shop.post(`${path}viec/`, { viec: 'confirmed', dang: 'awaiting-confirmation' });
    else await shop.payments.applyStatement({ bytes: new TextEncoder().encode(`Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có;Ghi nợ\n24/11/2026;FT2;${order.transfer_code};214.000;\n`), name: 'sao-ke.csv' });
    const token = shop.orders.tokens.ofProducer(order.id, 'htx-mau');
    await shop.part(token, { viec: 'het-hang' });
    expect(await tasks(order.id)).toEqual([{ kind: 'out-of-stock', done_by: null, done_at: null, done_why: null }]);
    shop.clock.now += 60_000;
    return { order, path, token };
  }

  test('closes with the order that is cancelled: who, when and why; the list has nothing to do any more', async () => {
    const { order, path } = await outOfStock();
    await shop.post(`${path}viec/`, { viec: 'cancelled-by-office', dang: 'confirmed', 'ghi-chu': 'hết hàng' });
    expect(await tasks(order.id)).toEqual([{ kind: 'out-of-stock', done_by: 'Lan', done_at: at(), done_why: 'order-cancelled' }]);
    expect((await contentOf(await shop.get('/quan-ly/don-hang/?loc=todo'), 'orders')).orders.found).toBe(0);
    const { order: told } = await contentOf(await shop.get(path), 'order');
    expect(told.history.at(-1)).toMatchObject({ what: 'task-out-of-stock-closed', who: 'Lan', at: shop.clock.now, note: 'order-cancelled' });
    const { money } = await contentOf(await shop.get('/quan-ly/thu-tien/'), 'money');
    expect([money.others, money.done[0]?.done]).toEqual([[], { by: 'Lan', at: shop.clock.now, why: 'order-cancelled' }]);
  });

  test('closes where money is to go back; what is to be paid back stays open', async () => {
    const { order, path } = await outOfStock({ payment: 'vietqr' });
    await shop.post(`${path}viec/`, { viec: 'cancelled-by-office', dang: 'paid', 'ghi-chu': 'hết hàng' });
    expect(await shop.state(order.id)).toBe('refund-due');
    expect((await tasks(order.id)).map(({ kind, done_why: why }) => [kind, why])).toEqual([['out-of-stock', 'order-refund-due'], ['refund', null]]);
  });

  test('closes when the producer has the goods after all, and opens anew the next time', async () => {
    const { order, token } = await outOfStock();
    await shop.part(token, { viec: 'con-hang' });
    expect(await tasks(order.id)).toEqual([{ kind: 'out-of-stock', done_by: 'producer:htx-mau', done_at: at(), done_why: 'in-stock-again' }]);
    await shop.part(token, { viec: 'het-hang' });
    expect((await tasks(order.id)).map(({ done_why: why }) => why)).toEqual(['in-stock-again', null]);
    await shop.part(token, { viec: 'da-gui' });
    expect((await tasks(order.id)).every(({ done_at: done }) => done !== null)).toBe(true);
  });

  test('of a delivery that failed closes when it is sent again; goods that came back wait for somebody to look', async () => {
    const order = await shop.order();
    const step = (viec: string, dang: string, more = {}) => shop.post(`/quan-ly/don-hang/${order.number}/viec/`, { viec, dang, ...more });
    await step('confirmed', 'awaiting-confirmation');
    await step('shipped', 'confirmed');
    await step('delivery-failed', 'shipped', { 'vi-sao': 'not-reached' });
    await step('shipped', 'delivery-failed');
    expect((await tasks(order.id)).map(({ kind, done_why: why }) => [kind, why])).toEqual([['delivery-failed', 'order-shipped']]);
    await step('delivery-failed', 'shipped', { 'vi-sao': 'refused' });
    await step('returned', 'delivery-failed');
    expect((await tasks(order.id)).map(({ kind, done_why: why }) => [kind, why])).toEqual([['delivery-failed', 'order-shipped'], ['delivery-failed', 'order-returned'], ['returned', null]]);
  });

  test('that somebody put aside keeps what was done', async () => {
    const { order, path } = await outOfStock();
    const [task] = await shop.db.selectFrom('order_tasks').select('id').where('order_id', '=', order.id).execute();
    await shop.post(`${path}viec-can-lam/`, { so: String(task?.id), viec: 'xong', 'ly-do': 'Người mua chờ thêm một tuần' });
    await shop.post(`${path}viec/`, { viec: 'cancelled-by-office', dang: 'confirmed', 'ghi-chu': 'thôi' });
    expect(await tasks(order.id)).toMatchObject([{ done_by: 'Lan', done_why: 'Người mua chờ thêm một tuần' }]);
  });
});

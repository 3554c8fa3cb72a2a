import fc from 'fast-check';
import { stderr } from 'node:process';
import { describe, expect, test } from 'vitest';
import { ORDER_EVENTS, ORDER_STATES, ORDER_TABLE, type OrderEvent, type OrderState } from '../../../src/domain/order-status.ts';
import type { Database } from '../../../src/server/db/database.ts';
import type { DialectName } from '../../../src/server/db/open-database.ts';
import type { NewOrder } from '../../../src/server/orders/new-order.ts';
import { happen, type Happening } from '../../../src/server/orders/order-events.ts';
import { placeOrders } from '../../../src/server/orders/place-orders.ts';
import { releaseExpired } from '../../../src/server/orders/release-expired.ts';
import { tokenHash } from '../../../src/server/orders/order-token.ts';
import { DIALECTS, freshDatabase, MORNING, postgresMissing } from '../db/fresh-database.ts';
import { HOLD_MS, newOrder, offerOf, toPlace, TOKENS } from './new-orders.ts';

if (postgresMissing !== undefined) stderr.write(`skipped: no PostgreSQL (${postgresMissing})\n`);

const OFFERS = [offerOf('mam', 10), offerOf('mat', 10)];
const LINES = [{ sku: 'mam', quantity: 3 }, { sku: 'mat', quantity: 1 }];
const TOTAL = 4 * 95_000;

let counter = 0;
async function placed(db: Database, dialect: DialectName, more: Partial<NewOrder> = {}): Promise<string> {
  counter += 1;
  const [outcome] = await placeOrders(db, { dialect, tokens: TOKENS, mailDomain: 'ocop.example', now: MORNING }, [toPlace(newOrder(LINES, OFFERS, more), `key-${counter}`)]);
  if (outcome?.kind !== 'placed') throw new Error(JSON.stringify(outcome));
  return outcome.orderId;
}

const telling = (db: Database, dialect: DialectName) => (orderId: string, event: OrderEvent, more: Partial<Happening> = {}) =>
  db.transaction().execute((transaction) => happen(transaction, { dialect, tokens: TOKENS, mailDomain: 'ocop.example', now: MORNING + 60_000 }, { orderId, event, who: 'Lan', ...more }));

const stockOf = (db: Database) => db.selectFrom('stock').select(['on_hand', 'reserved']).where('sku', '=', 'mam').executeTakeFirstOrThrow();
const rowOf = (db: Database, id: string) => db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const tasksOf = (db: Database) => db.selectFrom('order_tasks').select(['kind', 'amount_dong']).orderBy('id').execute();
const mailsOf = async (db: Database) => (await db.selectFrom('outbox').select('kind').orderBy('kind').execute()).map(({ kind }) => kind);

describe.each(DIALECTS)('on %s', (dialect) => {
  const open = async () => {
    const db = await freshDatabase(dialect);
    return { db, tell: telling(db, dialect) };
  };

  test('from payment to delivery: stock leaves once, mails go once, producers get their link, everything is recorded', async () => {
    const { db, tell } = await open();
    const id = await placed(db, dialect);
    await tell(id, 'paid', { who: 'payment', money: { dong: TOTAL, key: 'bank-1' } });
    expect(await rowOf(db, id)).toMatchObject({ state: 'paid', paid_dong: TOTAL, reserved_until: null, stock_state: 'held' });
    expect(await db.selectFrom('producer_order_links').select(['producer_id', 'token_hash']).execute()).toEqual([{ producer_id: 'htx-mau', token_hash: tokenHash(TOKENS.ofProducer(id, 'htx-mau')) }]);
    await tell(id, 'accepted', { who: 'producer:htx-mau' });
    await tell(id, 'shipped', { who: 'producer:htx-mau', note: 'GHN 123' });
    expect(await stockOf(db)).toEqual({ on_hand: 7, reserved: 0 });
    await tell(id, 'shipped');
    await tell(id, 'delivered');
    expect(await stockOf(db)).toEqual({ on_hand: 7, reserved: 0 });
    expect(await rowOf(db, id)).toMatchObject({ state: 'delivered', stock_state: 'taken', closed_at: '2026-11-24T01:31:00.000Z' });
    expect(await mailsOf(db)).toEqual(['order-paid', 'order-received', 'order-shipped']);
    expect(await tasksOf(db)).toEqual([]);
    expect(await db.selectFrom('order_events').select(['event', 'who', 'from_state', 'to_state', 'fits']).orderBy('id').execute()).toEqual([
      { event: 'placed', who: 'buyer', from_state: null, to_state: 'awaiting-payment', fits: 1 },
      { event: 'paid', who: 'payment', from_state: 'awaiting-payment', to_state: 'paid', fits: 1 },
      { event: 'accepted', who: 'producer:htx-mau', from_state: 'paid', to_state: 'preparing', fits: 1 },
      { event: 'shipped', who: 'producer:htx-mau', from_state: 'preparing', to_state: 'shipped', fits: 1 },
      { event: 'shipped', who: 'Lan', from_state: 'shipped', to_state: 'shipped', fits: 0 },
      { event: 'delivered', who: 'Lan', from_state: 'shipped', to_state: 'delivered', fits: 1 },
    ]);
  });

  test('nobody pays in time: goods and voucher are free again, once', async () => {
    const { db, tell } = await open();
    const voucher = { code: 'MAU', name: { vi: 'x' }, discount: { kind: 'amount' as const, dong: 1_000 }, limit: 1, sample: true };
    const id = await placed(db, dialect, { voucher });
    const parts = { dialect, tokens: TOKENS, mailDomain: 'ocop.example' };
    expect(await releaseExpired(db, parts, MORNING + HOLD_MS - 1)).toBe(0);
    expect(await releaseExpired(db, parts, MORNING + HOLD_MS)).toBe(1);
    expect(await releaseExpired(db, parts, MORNING + 2 * HOLD_MS)).toBe(0);
    await tell(id, 'expired');
    expect(await stockOf(db)).toEqual({ on_hand: 10, reserved: 0 });
    expect(await rowOf(db, id)).toMatchObject({ state: 'expired', stock_state: 'free' });
    expect(await db.selectFrom('voucher_counts').select('used').execute()).toEqual([{ used: 0 }]);
    await placed(db, dialect, { voucher });
  });

  test('money after that: the goods are held again, or it goes back by a task; never both, never neither', async () => {
    const { db, tell } = await open();
    const [first, second] = [await placed(db, dialect), await placed(db, dialect)];
    for (const id of [first, second]) await tell(id, 'expired');
    await placed(db, dialect, { cart: newOrder([{ sku: 'mam', quantity: 7 }], OFFERS).cart });
    await tell(first, 'paid-late', { money: { dong: TOTAL, key: 'b1' } });
    await tell(second, 'paid-late', { money: { dong: TOTAL, key: 'b2' } });
    expect(await rowOf(db, first)).toMatchObject({ state: 'paid', stock_state: 'held', closed_at: null });
    expect(await rowOf(db, second)).toMatchObject({ state: 'refund-due', stock_state: 'free', paid_dong: TOTAL });
    expect(await stockOf(db)).toEqual({ on_hand: 10, reserved: 10 });
    expect(await tasksOf(db)).toEqual([{ kind: 'refund', amount_dong: TOTAL }]);
    await tell(second, 'refunded', { money: { dong: TOTAL, key: 'r' } });
    expect(await rowOf(db, second)).toMatchObject({ state: 'refunded', refunded_dong: TOTAL });
  });

  test('too much, twice, or for a cancelled order: a task says how much goes back', async () => {
    const { db, tell } = await open();
    const over = await placed(db, dialect);
    await tell(over, 'over-paid', { money: { dong: TOTAL + 5_000, key: 'a' } });
    await tell(over, 'paid', { money: { dong: TOTAL, key: 'b' } });
    const cancelled = await placed(db, dialect);
    await tell(cancelled, 'cancelled-by-buyer', { who: 'buyer' });
    await tell(cancelled, 'paid', { money: { dong: TOTAL, key: 'c' } });
    const paid = await placed(db, dialect);
    await tell(paid, 'paid', { money: { dong: TOTAL, key: 'd' } });
    await tell(paid, 'cancelled-by-office');
    expect(await tasksOf(db)).toEqual([5_000, TOTAL, TOTAL, TOTAL].map((amount) => ({ kind: 'refund', amount_dong: amount })));
    expect(await Promise.all([over, cancelled, paid].map(async (id) => (await rowOf(db, id)).state))).toEqual(['paid', 'refund-due', 'refund-due']);
    expect(await stockOf(db)).toEqual({ on_hand: 10, reserved: 3 });
  });

  test('cash on delivery: confirmed, brought twice, returned; the cash is counted at the door', async () => {
    const { db, tell } = await open();
    const cash = { payment: 'cod' as const, dueNowDong: 0 };
    const id = await placed(db, dialect, cash);
    for (const event of ['confirmed', 'shipped', 'delivery-failed', 'shipped', 'delivery-failed', 'returned'] as const) await tell(id, event);
    expect(await rowOf(db, id)).toMatchObject({ state: 'returned', paid_dong: 0 });
    expect((await tasksOf(db)).map(({ kind }) => kind)).toEqual(['delivery-failed', 'delivery-failed', 'returned']);
    expect(await stockOf(db)).toEqual({ on_hand: 7, reserved: 0 });
    const other = await placed(db, dialect, cash);
    for (const event of ['confirmed', 'accepted', 'shipped', 'delivered'] as const) await tell(other, event);
    expect(await rowOf(db, other)).toMatchObject({ state: 'delivered', paid_dong: TOTAL });
  });

  test('of an order that is not there nothing happens', async () => {
    const { tell } = await open();
    expect(await tell('nobody', 'paid')).toBeUndefined();
  });

  test('payment and the end of the hold at the same moment: held and paid, or to be paid back; stock agrees', async () => {
    const { db, tell } = await open();
    for (let n = 0; n < 8; n += 1) {
      const id = await placed(db, dialect);
      await Promise.all(n % 2 === 0 ? [tell(id, 'paid', { money: { dong: TOTAL, key: id } }), tell(id, 'expired')] : [tell(id, 'expired'), tell(id, 'paid', { money: { dong: TOTAL, key: id } })]);
      const order = await rowOf(db, id);
      expect([order.state, order.stock_state]).toEqual(['paid', 'held']);
      await tell(id, 'cancelled-by-office');
      expect(await stockOf(db)).toEqual({ on_hand: 10, reserved: 0 });
    }
  });
});

test('whatever happens in whatever order, what is held and what there is agree with the orders', async () => {
  const db = await freshDatabase('sqlite');
  const tell = telling(db, 'sqlite');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ORDER_EVENTS), { minLength: 1, maxLength: 12 }), fc.boolean(), async (events, cash) => {
      const before = await stockOf(db).catch(() => ({ on_hand: 10, reserved: 0 }));
      if (before.on_hand - before.reserved < 3) await db.updateTable('stock').set(({ eb }) => ({ on_hand: eb('on_hand', '+', 100) })).execute();
      const id = await placed(db, 'sqlite', cash ? { payment: 'cod', dueNowDong: 0 } : {});
      for (const [at, event] of events.entries()) await tell(id, event, ['paid', 'over-paid', 'paid-late', 'part-paid'].includes(event) ? { money: { dong: TOTAL, key: `${id}-${at}` } } : {});
      const held = await db.selectFrom('order_packs').innerJoin('orders', 'orders.id', 'order_packs.order_id').select(({ fn }) => fn.sum<number>('quantity').as('packs')).where('sku', '=', 'mam').where('stock_state', '=', 'held').executeTakeFirstOrThrow();
      expect((await stockOf(db)).reserved).toBe(held.packs ?? 0);
      const moves = await db.selectFrom('stock_moves').select(({ fn }) => fn.sum<number>('change').as('change')).where('order_id', '=', id).where('sku', '=', 'mam').executeTakeFirstOrThrow();
      const order = await rowOf(db, id);
      expect(moves.change ?? 0).toBe(order.stock_state === 'taken' ? -3 : 0);
      const open = await db.selectFrom('order_tasks').select(({ fn }) => fn.sum<number>('amount_dong').as('dong')).where('order_id', '=', id).where('kind', '=', 'refund').executeTakeFirstOrThrow();
      const owed = order.paid_dong - order.refunded_dong;
      if (order.state === 'refund-due') expect(open.dong ?? 0).toBeGreaterThanOrEqual(owed);
      if (owed > TOTAL && order.state !== 'refunded') expect(open.dong ?? 0).toBeGreaterThanOrEqual(owed - TOTAL);
    }),
    { numRuns: 60 },
  );
});

test('the database walks the table: every state and event that fits leads there', async () => {
  const db = await freshDatabase('sqlite');
  const tell = telling(db, 'sqlite');
  const id = await placed(db, 'sqlite');
  for (const state of ORDER_STATES) {
    for (const event of ORDER_EVENTS) {
      await db.updateTable('orders').set({ state, paid_dong: 0, refunded_dong: 0, stock_state: 'held' satisfies string }).where('id', '=', id).execute();
      await db.updateTable('stock').set({ on_hand: 100, reserved: 10 }).execute();
      const happened = await tell(id, event);
      const cell: { to: OrderState } | undefined = ORDER_TABLE[state][event];
      expect([state, event, happened?.to, happened?.fits]).toEqual([state, event, cell?.to ?? state, cell !== undefined]);
    }
  }
});

import { stderr } from 'node:process';
import { describe, expect, test } from 'vitest';
import type { Voucher } from '../../../src/domain/voucher.ts';
import type { Database } from '../../../src/server/db/database.ts';
import { openDatabase, type DialectName } from '../../../src/server/db/open-database.ts';
import { OrderQueue } from '../../../src/server/orders/order-queue.ts';
import { placeOrders } from '../../../src/server/orders/place-orders.ts';
import { DIALECTS, freshDatabase, freshSettings, MORNING, postgresMissing } from '../db/fresh-database.ts';
import { newOrder, offerOf, toPlace, TOKENS } from './new-orders.ts';

if (postgresMissing !== undefined) stderr.write(`skipped: no PostgreSQL (${postgresMissing})\n`);

const parts = (dialect: DialectName) => ({ dialect, tokens: TOKENS, mailDomain: 'ocop.example' });
const stockOf = (db: Database) => db.selectFrom('stock').select(['sku', 'on_hand', 'reserved']).orderBy('sku').execute();
const count = async (db: Database, table: 'orders' | 'order_people' | 'outbox' | 'idempotency_keys'): Promise<number> => (await db.selectFrom(table).selectAll().execute()).length;

describe.each(DIALECTS)('on %s', (dialect) => {
  const open = async () => {
    const db = await freshDatabase(dialect);
    const place = (...orders: Parameters<typeof placeOrders>[2]) => placeOrders(db, { ...parts(dialect), now: MORNING }, orders);
    return { db, place, queue: new OrderQueue(db, { ...parts(dialect), now: () => MORNING }) };
  };

  test('an order is placed with stock held, lines, person, number, code and mail; nothing of its token is stored', async () => {
    const { db, place } = await open();
    const offers = [offerOf('mam', 20), offerOf('mat', 5)];
    const [outcome] = await place(toPlace(newOrder([{ sku: 'mam', quantity: 3 }, { sku: 'mat', quantity: 1 }], offers), 'k1'));
    expect(outcome?.kind).toBe('placed');
    const row = await db.selectFrom('orders').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'awaiting-payment', total_dong: 380_000, goods_dong: 380_000, due_now_dong: 380_000, paid_dong: 0, stock_state: 'held', reserved_until: '2026-11-24T02:30:00.000Z', province_code: '42', sample: 1 });
    expect(row.number).toMatch(/^DH000001/);
    expect(row.transfer_code).toMatch(/^OCOP/);
    expect(await stockOf(db)).toEqual([{ sku: 'mam', on_hand: 20, reserved: 3 }, { sku: 'mat', on_hand: 5, reserved: 1 }]);
    expect(await db.selectFrom('stock_moves').select(['sku', 'kind', 'change']).orderBy('sku').execute()).toEqual([{ sku: 'mam', kind: 'counted', change: 20 }, { sku: 'mat', kind: 'counted', change: 5 }]);
    expect(await db.selectFrom('order_people').selectAll().executeTakeFirstOrThrow()).toMatchObject({ phone: '+84905000111', name: 'Nguyễn Thị Mẫu' });
    expect(await db.selectFrom('order_events').select(['event', 'to_state']).execute()).toEqual([{ event: 'placed', to_state: 'awaiting-payment' }]);
    const mail = await db.selectFrom('outbox').select(['kind', 'subject_key', 'payload']).executeTakeFirstOrThrow();
    expect(mail).toEqual({ kind: 'order-received', subject_key: row.id, payload: JSON.stringify({ order: row.id }) });
    const all = JSON.stringify(await Promise.all((['orders', 'outbox', 'idempotency_keys'] as const).map((table) => db.selectFrom(table).selectAll().execute())));
    expect(all).not.toContain(TOKENS.ofOrder(row.id));
  });

  test('numbers count up without a gap, also over orders that could not be placed', async () => {
    const { db, place } = await open();
    const offers = [offerOf('mam', 2)];
    const one = newOrder([{ sku: 'mam', quantity: 1 }], offers);
    await place(toPlace(one, 'a'), toPlace(newOrder([{ sku: 'mam', quantity: 9 }], offers), 'b'), toPlace(one, 'c'));
    await place(toPlace(one, 'd'));
    expect((await db.selectFrom('orders').select('number').orderBy('number').execute()).map(({ number }) => number.slice(0, 8))).toEqual(['DH000001', 'DH000002']);
  });

  test('too little of one SKU holds nothing of the others, and says how many are left', async () => {
    const { db, place } = await open();
    const offers = [offerOf('mam', 10), offerOf('mat', 2)];
    const [outcome] = await place(toPlace(newOrder([{ sku: 'mam', quantity: 1 }, { sku: 'mat', quantity: 3 }], offers), 'k'));
    expect(outcome).toEqual({ kind: 'no-stock', short: [{ sku: 'mat', wanted: 3, left: 2 }] });
    expect(await stockOf(db)).toEqual([{ sku: 'mam', on_hand: 10, reserved: 0 }, { sku: 'mat', on_hand: 2, reserved: 0 }]);
    expect(await Promise.all([count(db, 'orders'), count(db, 'order_people'), count(db, 'outbox'), count(db, 'idempotency_keys')])).toEqual([0, 0, 0, 0]);
  });

  test('opening stock is counted once: a file that says more later changes nothing', async () => {
    const { db, place } = await open();
    await place(toPlace(newOrder([{ sku: 'mam', quantity: 1 }], [offerOf('mam', 5)]), 'a'));
    await place(toPlace(newOrder([{ sku: 'mam', quantity: 1 }], [offerOf('mam', 500)]), 'b'));
    expect(await stockOf(db)).toEqual([{ sku: 'mam', on_hand: 5, reserved: 2 }]);
  });

  test('the same key twenty times at once is one order; with another request it is refused', async () => {
    const { db, queue } = await open();
    const order = newOrder([{ sku: 'mam', quantity: 2 }], [offerOf('mam', 100)]);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => queue.place(toPlace(order, 'one', 'same'))));
    expect(outcomes.filter(({ kind }) => kind === 'placed')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'repeated')).toHaveLength(19);
    expect(new Set(outcomes.map((outcome) => ('orderId' in outcome ? outcome.orderId : ''))).size).toBe(1);
    expect(await queue.place(toPlace(order, 'one', 'other'))).toEqual({ kind: 'key-reused' });
    expect(await stockOf(db)).toEqual([{ sku: 'mam', on_hand: 100, reserved: 2 }]);
    expect(await Promise.all([count(db, 'orders'), count(db, 'outbox')])).toEqual([1, 1]);
  });

  test('a key whose order could not be placed is free again', async () => {
    const { place } = await open();
    const offers = [offerOf('mam', 1)];
    expect((await place(toPlace(newOrder([{ sku: 'mam', quantity: 2 }], offers), 'k', 'two')))[0]?.kind).toBe('no-stock');
    expect((await place(toPlace(newOrder([{ sku: 'mam', quantity: 1 }], offers), 'k', 'one')))[0]?.kind).toBe('placed');
  });

  test('vouchers: the limit of all and that of one telephone hold, also within one batch', async () => {
    const { db, place } = await open();
    const voucher: Voucher = { code: 'MAU', name: { vi: 'Thử' }, discount: { kind: 'amount', dong: 10_000 }, limit: 3, limitPerPhone: 2, sample: true };
    const offers = [offerOf('mam', 100)];
    const by = (phone: string) => newOrder([{ sku: 'mam', quantity: 1 }], offers, { voucher, person: { name: 'A', phone } });
    const outcomes = [...(await place(...['a', 'b', 'c'].map((key) => toPlace(by('+84905000001'), key)))), ...(await place(...['d', 'e'].map((key) => toPlace(by('+84905000002'), key))))];
    expect(outcomes.map((outcome) => (outcome.kind === 'voucher' ? outcome.fault : outcome.kind))).toEqual(['placed', 'placed', 'used-by-you', 'placed', 'used-up']);
    expect(await db.selectFrom('voucher_counts').selectAll().execute()).toEqual([{ code: 'MAU', used: 3 }]);
    expect(await stockOf(db)).toEqual([{ sku: 'mam', on_hand: 100, reserved: 3 }]);
    expect((await db.selectFrom('orders').select(['total_dong', 'voucher_code']).execute())[0]).toEqual({ total_dong: 85_000, voucher_code: 'MAU' });
  });

  test('one telephone has only so many open orders with cash on delivery', async () => {
    const { place } = await open();
    const offers = [offerOf('mam', 100)];
    const order = newOrder([{ sku: 'mam', quantity: 1 }], offers, { payment: 'cod', dueNowDong: 0, codLimit: 2 });
    expect((await place(toPlace(order, 'a'))).map(({ kind }) => kind)).toEqual(['placed']);
    expect((await place(toPlace(order, 'b'), toPlace(order, 'c'))).map(({ kind }) => kind)).toEqual(['placed', 'cod-limit']);
  });

  test('an order that cannot be written takes no other of its batch with it', async () => {
    const { db, queue } = await open();
    const offers = [offerOf('mam', 100)];
    const good = newOrder([{ sku: 'mam', quantity: 1 }], offers);
    const bad = newOrder([{ sku: 'mam', quantity: 1 }], offers, { language: null as unknown as 'vi' });
    const results = await Promise.allSettled([queue.place(toPlace(good, 'first')), queue.place(toPlace(good, 'a')), queue.place(toPlace(bad, 'b')), queue.place(toPlace(good, 'c'))]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await stockOf(db)).toEqual([{ sku: 'mam', on_hand: 100, reserved: 3 }]);
    expect(await count(db, 'orders')).toBe(3);
  });
});

test.skipIf(postgresMissing !== undefined)('on postgres, the limit of cash orders of one telephone holds across processes', async () => {
  const settings = await freshSettings('postgres');
  const offices = await Promise.all(['one', 'two', 'three'].map(() => openDatabase(settings, () => MORNING)));
  const order = newOrder([{ sku: 'mam', quantity: 1 }], [offerOf('mam', 100)], { payment: 'cod', dueNowDong: 0, codLimit: 2 });
  const outcomes = (await Promise.all(offices.flatMap((db, office) => [1, 2, 3, 4].map((at) => placeOrders(db, { ...parts('postgres'), now: MORNING }, [toPlace(order, `${office}-${at}`)]))))).flat();
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array.from({ length: 10 }, () => 'cod-limit'), 'placed', 'placed']);
  await Promise.all(offices.map((db) => db.destroy()));
});

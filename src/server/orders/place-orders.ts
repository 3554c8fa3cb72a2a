import { randomBytes, randomUUID } from 'node:crypto';
import { cashLimitFault } from '../../domain/cash-on-delivery.ts';
import { orderNumber } from '../../domain/order-number.ts';
import { newTransferCode } from '../../domain/transfer-code.ts';
import { instant, type Database } from '../db/database.ts';
import { lockPhones } from '../db/lock-phones.ts';
import type { DialectName } from '../db/open-database.ts';
import { countVoucher, type VoucherRefusal } from './count-voucher.ts';
import type { NewOrder, OrderKey, PlaceOutcome } from './new-order.ts';
import { enqueueOrderMail } from './order-mail.ts';
import { orderRows, type PlacedOrder } from './order-rows.ts';
import { tokenHash, type OrderTokens } from './order-token.ts';
import { countNewSkus, leftOf, lockStock, release, reserve } from './stock.ts';

export interface PlaceParts {
  dialect: DialectName;
  tokens: OrderTokens;
  /** Milliseconds since 1970. */
  now: number;
  /** What stands after the @ of a Message-ID. */
  mailDomain: string;
}

export interface OrderToPlace extends OrderKey {
  order: NewOrder;
}

/**
 * Places several orders in one transaction, one after the other: stock, voucher, order, lines, person and mail stand
 * together or not at all. One that cannot be placed leaves nothing behind and does not touch the others. What throws
 * undoes all of them. Gives back one outcome for each, in their order.
 */
export async function placeOrders(db: Database, parts: PlaceParts, asked: readonly OrderToPlace[]): Promise<PlaceOutcome[]> {
  return db.transaction().execute(async (transaction) => {
    await lockPhones(transaction, parts.dialect, asked.flatMap(({ order }) => (order.codLimit === undefined ? [] : [order.person.phone])));
    await lockStock(transaction, parts.dialect, asked.flatMap(({ order }) => order.cart.packs.map(({ sku }) => sku)));
    const placed: PlacedOrder[] = [];
    const outcomes: PlaceOutcome[] = [];
    for (const one of asked) outcomes.push(await placeOne(transaction, parts, one, placed));
    await writeOrders(transaction, parts, placed);
    return outcomes;
  });
}

async function placeOne(db: Database, parts: PlaceParts, { order, key, requestHash }: OrderToPlace, placed: PlacedOrder[]): Promise<PlaceOutcome> {
  const id = randomUUID();
  const known = await claimKey(db, { key, requestHash }, id, parts.now);
  if (known !== undefined) return known;
  const refusal = await holdGoods(db, order, placed, parts.now);
  if (refusal !== undefined) {
    await db.deleteFrom('idempotency_keys').where('key', '=', key).execute();
    return refusal;
  }
  placed.push({ id, order, transferCode: newTransferCode(randomBytes(8)), tokenHash: tokenHash(parts.tokens.ofOrder(id)) });
  return { kind: 'placed', orderId: id };
}

/** Undefined when the key is new; it waits for another transaction that is placing the same. */
async function claimKey(db: Database, { key, requestHash }: OrderKey, orderId: string, nowMs: number): Promise<PlaceOutcome | undefined> {
  const claimed = await db
    .insertInto('idempotency_keys')
    .values({ key, request_hash: requestHash, order_id: orderId, status: 201, created_at: instant(nowMs) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined;
  const before = await db.selectFrom('idempotency_keys').select(['request_hash', 'order_id']).where('key', '=', key).executeTakeFirstOrThrow();
  return before.request_hash === requestHash ? { kind: 'repeated', orderId: before.order_id } : { kind: 'key-reused' };
}

/** Undefined when goods and voucher are held for it. */
async function holdGoods(db: Database, order: NewOrder, placed: readonly PlacedOrder[], nowMs: number): Promise<PlaceOutcome | undefined> {
  const { cart, voucher, person, codLimit } = order;
  const tooMany = codLimit === undefined ? undefined : cashLimitFault((await openCashOrders(db, person.phone)) + placed.filter((other) => isCashOrderOf(other, person.phone)).length, codLimit);
  if (tooMany !== undefined) return tooMany;
  const short = await reserveCounted(db, order, nowMs);
  if (short !== undefined) return { kind: 'no-stock', short };
  if (voucher === undefined) return undefined;
  const fault = placed.some((other) => isUseOf(other, voucher.code, person.phone)) && voucher.limitPerPhone !== undefined ? await countAmong(db, order, placed) : await countVoucher(db, voucher, person.phone);
  if (fault === undefined) return undefined;
  await release(db, cart.packs);
  return { kind: 'voucher', fault };
}

/** Undefined when all is held. An SKU that was never counted has no row yet to hold anything of: it is counted now. */
async function reserveCounted(db: Database, { cart, offers }: Pick<NewOrder, 'cart' | 'offers'>, nowMs: number): Promise<Extract<PlaceOutcome, { kind: 'no-stock' }>['short'] | undefined> {
  const short = await reserve(db, cart.packs);
  if (short.length === 0) return undefined;
  const left = await leftOf(db, short.map(({ sku }) => sku));
  const unseen = offers.filter(({ sku }) => !left.has(sku) && short.some((pack) => pack.sku === sku));
  if (unseen.length === 0) return short.map(({ sku, quantity }) => ({ sku, wanted: quantity, left: left.get(sku) ?? 0 }));
  await countNewSkus(db, unseen, nowMs);
  return reserveCounted(db, { cart, offers }, nowMs);
}

/** Uses by the same person in this very transaction are not written yet. */
async function countAmong(db: Database, { voucher, person }: NewOrder, placed: readonly PlacedOrder[]): Promise<VoucherRefusal | undefined> {
  if (voucher?.limitPerPhone === undefined) return undefined;
  const here = placed.filter((other) => isUseOf(other, voucher.code, person.phone)).length;
  if (here >= voucher.limitPerPhone) return 'used-by-you';
  return countVoucher(db, { ...voucher, limitPerPhone: voucher.limitPerPhone - here }, person.phone);
}

function isUseOf({ order }: PlacedOrder, code: string, phone: string): boolean {
  return order.voucher?.code === code && order.person.phone === phone;
}

function isCashOrderOf({ order }: PlacedOrder, phone: string): boolean {
  return order.payment === 'cod' && order.person.phone === phone;
}

async function openCashOrders(db: Database, phone: string): Promise<number> {
  const { count } = await db
    .selectFrom('order_people')
    .innerJoin('orders', 'orders.id', 'order_people.order_id')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('phone', '=', phone)
    .where('payment_method', '=', 'cod')
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Numbers are taken last, so that others wait for them as short as can be. */
async function writeOrders(db: Database, parts: PlaceParts, placed: readonly PlacedOrder[]): Promise<void> {
  if (placed.length === 0) return;
  const last = await nextNumbers(db, placed.length);
  const rows = orderRows(placed.map((one, at) => ({ ...one, number: orderNumber(last - placed.length + 1 + at) })), parts.now);
  await db.insertInto('orders').values(rows.orders).execute();
  await db.insertInto('order_lines').values(rows.lines).execute();
  await db.insertInto('order_packs').values(rows.packs).execute();
  await db.insertInto('order_people').values(rows.people).execute();
  await db.insertInto('order_events').values(rows.events).execute();
  if (rows.vouchers.length > 0) await db.insertInto('vouchers_used').values(rows.vouchers).execute();
  for (const { id, order } of placed) await enqueueOrderMail(db, { kind: 'order-received', orderId: id, to: order.person.email }, { now: parts.now, domain: parts.mailDomain });
}

async function nextNumbers(db: Database, count: number): Promise<number> {
  const { last } = await db
    .insertInto('sequences')
    .values({ name: 'orders', last: count })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((row) => ({ last: row('sequences.last', '+', count) })))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

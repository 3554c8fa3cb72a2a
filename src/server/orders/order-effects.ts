import type { DeliveryFailure } from '../../domain/cash-on-delivery.ts';
import type { OrderEffect } from '../../domain/order-status.ts';
import { instant, type Database } from '../db/database.ts';
import type { OrderRow, OrderTaskRow } from '../db/order-tables.ts';
import type { OrderMailKind } from '../mail/mail-kinds.ts';
import { countVoucherAgain, giveVoucherBack } from './count-voucher.ts';
import type { EventParts } from './order-events.ts';
import { enqueueOrderMail } from './order-mail.ts';
import { tokenHash } from './order-token.ts';
import { release, reserve, take } from './stock.ts';

export interface Doing {
  /** As it is after the event. */
  order: OrderRow;
  who: string;
  effects: readonly OrderEffect[];
  /** Names what happened: of the movement of money, or of the row of the event. */
  key: string;
  /** Money that came with it, in whole đồng. */
  received: number;
  /** Why a delivery failed. */
  reason?: DeliveryFailure;
}

/**
 * Does what a move asks for, in its transaction. Stock that was let go or taken already stays as it is; money above the
 * total goes back whatever the event was called.
 */
export async function carryOut(db: Database, parts: EventParts, doing: Doing): Promise<void> {
  for (const effect of doing.effects) await EFFECTS[effect](db, parts, doing);
  if (doing.received > 0 && !doing.effects.includes('refund-task') && (await surplusOf(db, doing.order)) > 0) await EFFECTS['refund-task'](db, parts, doing);
}

type Work = (db: Database, parts: EventParts, doing: Doing) => Promise<void>;

const EFFECTS: Readonly<Record<OrderEffect, Work>> = {
  'release-stock': async (db, { now }, { order }) => {
    if (!(await turnStock(db, order.id, 'held', 'free'))) return;
    await release(db, await packsOf(db, order.id));
    await giveVoucherBack(db, order.id, now);
  },
  // Held already, before it was known where the event leads.
  'reserve-again': (db, _parts, { order }) => countVoucherAgain(db, order.id),
  'take-stock': async (db, { now }, { order, who }) => {
    if (await turnStock(db, order.id, 'held', 'taken')) await take(db, await packsOf(db, order.id), { orderId: order.id, who, now });
  },
  'hold-on': async () => undefined,
  'collect-cash': async (db, _parts, { order }) => {
    if (order.payment_method === 'cod') await db.updateTable('orders').set({ paid_dong: Math.max(order.paid_dong, order.total_dong) }).where('id', '=', order.id).execute();
  },
  // A surplus that fits in beside a deposit is what came last.
  'refund-task': async (db, parts, doing) => addTask(db, parts, doing, 'refund', Math.max(0, await surplusOf(db, doing.order)) || doing.received),
  'out-of-stock-task': (db, parts, doing) => addTask(db, parts, doing, 'out-of-stock'),
  'part-paid-task': (db, parts, doing) => addTask(db, parts, doing, 'part-paid', doing.received),
  'delivery-failed-task': (db, parts, doing) => addTask(db, parts, doing, 'delivery-failed'),
  'returned-task': (db, parts, doing) => addTask(db, parts, doing, 'returned'),
  'tell-producers': async (db, { tokens, now }, { order }) => {
    const rows = await db.selectFrom('order_packs').select('producer_id').distinct().where('order_id', '=', order.id).where('producer_id', 'is not', null).execute();
    const links = rows.map(({ producer_id: id }) => ({ order_id: order.id, producer_id: id as string, token_hash: tokenHash(tokens.ofProducer(order.id, id as string)), created_at: instant(now) }));
    if (links.length > 0) await db.insertInto('producer_order_links').values(links).onConflict((conflict) => conflict.columns(['order_id', 'producer_id']).doNothing()).execute();
  },
  'mail-paid': mail('order-paid'),
  'mail-shipped': mail('order-shipped'),
  'mail-cancelled': mail('order-cancelled'),
  'mail-refunded': mail('order-refunded'),
};

/** Holds what was let go; false when there is too little by now. */
export async function holdAgain(db: Database, order: OrderRow): Promise<boolean> {
  if (order.stock_state !== 'free') return true;
  const short = await reserve(db, await packsOf(db, order.id));
  return short.length === 0 && (await turnStock(db, order.id, 'free', 'held'));
}

/** True for the one who turned it. */
async function turnStock(db: Database, orderId: string, from: OrderRow['stock_state'], to: OrderRow['stock_state']): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('orders').set({ stock_state: to }).where('id', '=', orderId).where('stock_state', '=', from).executeTakeFirst();
  return numUpdatedRows === 1n;
}

function packsOf(db: Database, orderId: string): Promise<{ sku: string; quantity: number }[]> {
  return db.selectFrom('order_packs').select(['sku', 'quantity']).where('order_id', '=', orderId).execute();
}

/** All that was received, or what is above the total, less what went back and what is to go back by a task already. */
async function surplusOf(db: Database, order: OrderRow): Promise<number> {
  const open = await db.selectFrom('order_tasks').select(({ fn }) => fn.sum<number | string | null>('amount_dong').as('dong')).where('order_id', '=', order.id).where('kind', '=', 'refund').where('done_at', 'is', null).executeTakeFirstOrThrow();
  return order.paid_dong - order.refunded_dong - Number(open.dong ?? 0) - (KEEPS_NOTHING.has(order.state) ? 0 : order.total_dong);
}

const KEEPS_NOTHING: ReadonlySet<OrderRow['state']> = new Set(['cancelled', 'expired', 'refund-due', 'refunded', 'returned']);

async function addTask(db: Database, { now }: EventParts, { order, key, reason }: Doing, kind: OrderTaskRow['kind'], dong?: number): Promise<void> {
  await db.insertInto('order_tasks').values({ order_id: order.id, kind, key: `${kind}:${order.id}:${key}`, at: instant(now), amount_dong: dong ?? null, detail: reason === undefined ? null : JSON.stringify({ because: reason }), done_by: null, done_at: null }).onConflict((conflict) => conflict.column('key').doNothing()).execute();
}

function mail(kind: OrderMailKind): Work {
  return async (db, { now, mailDomain }, { order }) => {
    const person = await db.selectFrom('order_people').select('email').where('order_id', '=', order.id).executeTakeFirst();
    await enqueueOrderMail(db, { kind, orderId: order.id, to: person?.email }, { now, domain: mailDomain });
  };
}

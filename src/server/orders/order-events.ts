import type { DeliveryFailure } from '../../domain/cash-on-delivery.ts';
import { isClosed, nextOrderState, type OrderEvent, type OrderFacts, type OrderMove, type OrderState } from '../../domain/order-status.ts';
import { instant, type Database } from '../db/database.ts';
import type { DialectName } from '../db/open-database.ts';
import type { OrderRow } from '../db/order-tables.ts';
import { closeNeedless } from './close-tasks.ts';
import { carryOut, holdAgain } from './order-effects.ts';
import type { OrderTokens } from './order-token.ts';

export interface EventParts {
  dialect: DialectName;
  tokens: OrderTokens;
  /** Milliseconds since 1970. */
  now: number;
  mailDomain: string;
}

export interface Happening {
  orderId: string;
  event: OrderEvent;
  /** `buyer`, `system`, `payment`, `producer:<id>` or a user's name. */
  who: string;
  note?: string;
  /** Of a delivery that failed. */
  reason?: DeliveryFailure;
  /**
   * Money that came (or for `refunded` went back) with it, in whole đồng. `key` names this one movement; tasks that it
   * leads to are made once for it.
   */
  money?: { dong: number; key: string };
}

export interface Happened {
  order: OrderRow;
  from: OrderState;
  to: OrderState;
  /** False: it did not fit and changed nothing but the money that was received. */
  fits: boolean;
}

/**
 * What happened to an order: state, stock, tasks, links and mails by the table, recorded with who and when. Run it inside a
 * transaction; the same order waits meanwhile. The only place that changes `orders.state`. Undefined for an unknown order.
 */
export async function happen(db: Database, parts: EventParts, happening: Happening): Promise<Happened | undefined> {
  const { orderId, event, who, note, reason, money } = happening;
  const order = await lockOrder(db, parts.dialect, orderId);
  if (order === undefined) return undefined;
  const move = await moveOf(db, order, event);
  const [received, paidBack] = event === 'refunded' ? [0, money?.dong ?? order.paid_dong - order.refunded_dong] : [money?.dong ?? 0, 0];
  const to = move?.to ?? order.state;
  const at = instant(parts.now);
  const after: OrderRow = {
    ...order,
    state: to,
    paid_dong: order.paid_dong + received,
    refunded_dong: order.refunded_dong + (move === undefined ? 0 : paidBack),
    reserved_until: isWaiting(to) && move?.effects.includes('hold-on') !== true ? order.reserved_until : null,
    state_at: to === order.state ? order.state_at : at,
    closed_at: isClosed(to) ? (order.closed_at ?? at) : null,
  };
  const { paid_dong, refunded_dong, reserved_until, state_at, closed_at } = after;
  await db.updateTable('orders').set({ state: to, paid_dong, refunded_dong, reserved_until, state_at, closed_at }).where('id', '=', orderId).execute();
  const { id: eventRow } = await db.insertInto('order_events').values({ order_id: orderId, at, event, who, from_state: order.state, to_state: to, fits: move === undefined ? 0 : 1, note: note ?? null, reason: reason ?? null }).returning('id').executeTakeFirstOrThrow();
  if (move !== undefined) await carryOut(db, parts, { order: after, who, effects: move.effects, key: money?.key ?? String(eventRow), received, ...(reason !== undefined && { reason }) });
  if (to !== order.state) await closeNeedless(db, to, { orderId, who, now: parts.now });
  return { order: after, from: order.state, to, fits: move !== undefined };
}

async function lockOrder(db: Database, dialect: DialectName, id: string): Promise<OrderRow | undefined> {
  const query = db.selectFrom('orders').selectAll().where('id', '=', id);
  return (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}

/** Where money came for goods that were let go, they are held again first, when there are any. */
async function moveOf(db: Database, order: OrderRow, event: OrderEvent): Promise<OrderMove | undefined> {
  const facts: OrderFacts = { hasMoney: order.paid_dong > order.refunded_dong, hasStock: true };
  const move = nextOrderState(order.state, event, facts);
  if (move?.effects.includes('reserve-again') !== true) return move;
  return (await holdAgain(db, order)) ? move : nextOrderState(order.state, event, { ...facts, hasStock: false });
}

function isWaiting(state: OrderState): boolean {
  return state === 'awaiting-payment' || state === 'awaiting-confirmation';
}

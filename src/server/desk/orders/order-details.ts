import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { ORDER_TABLE, type OrderEvent } from '../../../domain/order-status.ts';
import { isSelfClosed } from '../../../domain/order-task.ts';
import type { OrderDelivery, OrderLineSnapshot, OrderPerson } from '../../../domain/order.ts';
import { orderPath } from '../../../paths.ts';
import type { OrderDetails, OrderStep } from '../../../publish/desk-shop/order-details.ts';
import type { OrderTask } from '../../../publish/desk-shop/order-task.ts';
import type { Database } from '../../db/database.ts';
import type { OrderPersonRow, OrderRow } from '../../db/order-tables.ts';
import type { DeskParts } from '../desk-parts.ts';
import { placeInFull } from './order-lines.ts';
import { producerParts } from './producer-parts.ts';
import { subjectOf } from './shop-desk.ts';
import { taskOf } from './order-tasks.ts';

/** What the office itself may say; the rest comes from payments, producers, buyers and the clock. */
export const OFFICE_EVENTS: readonly OrderEvent[] = ['confirmed', 'shipped', 'delivered', 'delivery-failed', 'returned', 'cancelled-by-office'];

/** Everything about one order, for a page of its own. */
export async function orderDetails(parts: DeskParts, catalogue: Catalogue, order: OrderRow): Promise<OrderDetails> {
  const { db } = parts;
  const lines = await db.selectFrom('order_lines').selectAll().where('order_id', '=', order.id).orderBy('line').execute();
  const person = await db.selectFrom('order_people').selectAll().where('order_id', '=', order.id).executeTakeFirst();
  const tasks = await db.selectFrom('order_tasks').selectAll().where('order_id', '=', order.id).orderBy('id').execute();
  const payments = await db.selectFrom('payment_events').selectAll().where('order_id', '=', order.id).orderBy('recorded_at').execute();
  const delivery = person && (JSON.parse(person.delivery) as OrderDelivery);
  const history = await historyOf(db, order, tasks.map((task) => taskOf(task, order.number)));
  const failed = history.filter(({ what, fits }) => what === 'delivery-failed' && fits);
  return {
    number: order.number,
    state: order.state,
    language: order.language,
    payment: order.payment_method,
    transferCode: order.transfer_code,
    at: Date.parse(order.created_at),
    ...(order.reserved_until !== null && { reservedUntil: Date.parse(order.reserved_until) }),
    goodsDong: order.goods_dong,
    discountDong: order.discount_dong,
    shippingDong: order.shipping_dong,
    totalDong: order.total_dong,
    dueNowDong: order.due_now_dong,
    paidDong: order.paid_dong,
    refundedDong: order.refunded_dong,
    ...(order.voucher_code !== null && { voucher: order.voucher_code }),
    lines: lines.map(({ sku, quantity, unit_dong, discount_dong, total_dong, snapshot }) => {
      const { name, label, producer, contents } = JSON.parse(snapshot) as OrderLineSnapshot;
      return { name: name.vi, label, sku, quantity, unitDong: unit_dong, discountDong: discount_dong, totalDong: total_dong, ...(producer !== undefined && { producer }), contents: (contents ?? []).map((one) => `${one.quantity} × ${one.name.vi}, ${one.label}`) };
    }),
    buyerLink: parts.siteUrl + orderPath(order.language, parts.shop.tokens.ofOrder(order.id)),
    ...(person !== undefined && { person: personOf(person) }),
    ...(delivery !== undefined && { delivery }),
    place: placeInFull(catalogue, delivery),
    ...(order.people_deleted_at !== null && { personDeletedAt: Date.parse(order.people_deleted_at) }),
    parts: await producerParts(parts, catalogue, order),
    tasks: tasks.map((task) => taskOf(task, order.number)),
    history,
    payments: payments.map(({ event_id, amount_dong, kind, outcome, at }) => ({ id: event_id, dong: amount_dong, kind, outcome, at: Date.parse(at) })),
    events: OFFICE_EVENTS.filter((event) => ORDER_TABLE[order.state][event] !== undefined),
    failures: failed.length,
    ...(failed.at(-1)?.reason !== undefined && { failure: failed.at(-1)?.reason }),
    sample: order.sample === 1,
  };
}

export function personOf({ name, phone, email, note, invoice }: OrderPersonRow): OrderPerson {
  return { name, phone, ...(email !== null && { email }), ...(note !== null && { note }), ...(invoice !== null && { invoice: JSON.parse(invoice) as NonNullable<OrderPerson['invoice']> }) };
}

/** Of a task that closed by itself; what somebody did about one stands in the audit. */
function closedStep({ kind, done }: OrderTask): OrderStep[] {
  return done?.why === undefined || !isSelfClosed(done.why) ? [] : [{ what: `task-${kind}-closed`, who: done.by, at: done.at, fits: true, note: done.why }];
}

/** What happened to it, and what people of the office did with it, as one story. */
async function historyOf(db: Database, { id, number }: OrderRow, tasks: readonly OrderTask[]): Promise<OrderStep[]> {
  const events = await db.selectFrom('order_events').selectAll().where('order_id', '=', id).orderBy('id').execute();
  const deeds = await db.selectFrom('audit').select(['at', 'who', 'action', 'note']).where('subject', '=', subjectOf(number)).orderBy('id').execute();
  const steps: OrderStep[] = [
    ...events.map(({ event, who, at, from_state, to_state, fits, note, reason }) => ({ what: event, who, at: Date.parse(at), ...(from_state !== null && { from: from_state }), to: to_state, fits: fits === 1, ...(note !== null && { note }), ...(reason !== null && { reason }) })),
    ...tasks.flatMap(closedStep),
    ...deeds.map(({ at, who, action, note }) => ({ what: action, who, at: Date.parse(at), fits: true, ...(note !== null && { note }) })),
  ];
  return steps.sort((a, b) => a.at - b.at);
}

import type { OrderDelivery, OrderLineSnapshot, OrderPerson } from '../../domain/order.ts';
import { orderEventsIn } from '../../domain/order-status.ts';
import type { OrderPay, OrderView } from '../../publish/order-view.ts';
import type { Database } from '../db/database.ts';
import type { OrderLineRow, OrderPersonRow, OrderRow } from '../db/order-tables.ts';

export interface OrderToShow {
  order: OrderRow;
  token: string;
  pay?: OrderPay | undefined;
  isNew: boolean;
  isBack?: boolean;
  problem?: OrderView['problem'];
  producerName: (id: string) => string | undefined;
}

/** Everything that its buyer sees of an order. */
export async function orderViewOf(db: Database, { order, token, pay, isNew, isBack, problem, producerName }: OrderToShow): Promise<OrderView> {
  const { id } = order;
  const lines = await db.selectFrom('order_lines').selectAll().where('order_id', '=', id).orderBy('line').execute();
  const person = await db.selectFrom('order_people').selectAll().where('order_id', '=', id).executeTakeFirst();
  const events = await db.selectFrom('order_events').select(['event', 'at', 'from_state', 'to_state']).where('order_id', '=', id).where('fits', '=', 1).orderBy('id').execute();
  const parcels = await db.selectFrom('producer_order_links').select(['producer_id', 'carrier', 'tracking_code', 'shipped_at']).where('order_id', '=', id).where('shipped_at', 'is not', null).orderBy('shipped_at').execute();
  return {
    token,
    number: order.number,
    state: order.state,
    placedAt: Date.parse(order.created_at),
    payment: order.payment_method,
    lines: lines.map(viewLine),
    goodsDong: order.goods_dong,
    discountDong: order.discount_dong,
    ...(order.voucher_code !== null && { voucher: order.voucher_code }),
    shippingDong: order.shipping_dong,
    totalDong: order.total_dong,
    dueNowDong: order.due_now_dong,
    paidDong: order.paid_dong,
    refundedDong: order.refunded_dong,
    delivery: deliveryOf(order, person),
    ...(person !== undefined && { person: personOf(person) }),
    steps: events.filter(({ event, from_state: from, to_state: to }) => event !== 'placed' && from !== to).map(({ to_state: what, at }) => ({ what, at: Date.parse(at) })),
    shipments: parcels.map(({ producer_id: producerId, carrier, tracking_code: tracking, shipped_at: at }) => {
      const producer = producerName(producerId);
      return { ...(producer !== undefined && { producer }), ...(carrier !== null && { carrier }), ...(tracking !== null && { tracking }), at: Date.parse(at ?? order.state_at) };
    }),
    ...(order.reserved_until !== null && { heldUntil: Date.parse(order.reserved_until) }),
    ...(pay !== undefined && { pay }),
    mayCancel: orderEventsIn(order.state).includes('cancelled-by-buyer'),
    isNew,
    ...(isBack === true && { isBack }),
    ...(problem !== undefined && { problem }),
  };
}

function viewLine({ sku, quantity, unit_dong: unitDong, discount_dong: discountDong, total_dong: totalDong, snapshot }: OrderLineRow): OrderView['lines'][number] {
  return { sku, quantity, unitDong, discountDong, totalDong, snapshot: JSON.parse(snapshot) as OrderLineSnapshot };
}

/** Where it went is personal too; afterwards only the places are left. */
function deliveryOf({ delivery_kind: kind, province_code: provinceCode, commune_code: communeCode, outlet_id: outletId }: OrderRow, person: OrderPersonRow | undefined): OrderDelivery {
  if (person !== undefined) return JSON.parse(person.delivery) as OrderDelivery;
  if (kind === 'pickup') return { kind, outletId: outletId ?? '' };
  return { kind: 'home', provinceCode: provinceCode ?? '', communeCode: communeCode ?? '', street: '' };
}

function personOf({ name, phone, email, note, invoice }: OrderPersonRow): NonNullable<OrderView['person']> {
  return {
    name,
    phone,
    ...(email !== null && { email }),
    ...(note !== null && { note }),
    ...(invoice !== null && { invoice: JSON.parse(invoice) as NonNullable<OrderPerson['invoice']> }),
  };
}

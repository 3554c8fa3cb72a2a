import { instant } from '../db/database.ts';
import type { NewOrderRows } from '../db/order-tables.ts';
import type { NewOrder } from './new-order.ts';

export interface PlacedOrder {
  id: string;
  order: NewOrder;
  transferCode: string;
  tokenHash: string;
}

/** The rows of orders that were placed at one moment. */
export function orderRows(placed: readonly (PlacedOrder & { number: string })[], nowMs: number): NewOrderRows {
  const at = instant(nowMs);
  const rows: NewOrderRows = { orders: [], lines: [], packs: [], people: [], events: [], vouchers: [] };
  for (const { id, number, transferCode, tokenHash, order } of placed) {
    const { cart, person, delivery, voucher, payment, dueNowDong } = order;
    const state = firstState(order);
    const place = delivery.kind === 'pickup' ? undefined : delivery;
    rows.orders.push({
      id,
      number,
      token_hash: tokenHash,
      state,
      language: order.language,
      payment_method: payment,
      transfer_code: transferCode,
      goods_dong: cart.goodsDong,
      discount_dong: cart.discountDong,
      shipping_dong: cart.shippingDong,
      total_dong: cart.totalDong,
      due_now_dong: dueNowDong,
      voucher_code: voucher?.code ?? null,
      delivery_kind: delivery.kind,
      province_code: place?.provinceCode ?? null,
      commune_code: place?.communeCode ?? null,
      outlet_id: delivery.kind === 'pickup' ? delivery.outletId : null,
      stock_state: 'held',
      reserved_until: instant(nowMs + order.holdMs),
      snapshot: order.snapshot,
      sample: order.sample ? 1 : 0,
      created_at: at,
      state_at: at,
      closed_at: null,
      people_deleted_at: null,
    });
    for (const [line, { kind, sku, quantity, unitDong, discountDong, totalDong }] of cart.lines.entries()) {
      rows.lines.push({ order_id: id, line, kind, sku, quantity, unit_dong: unitDong, discount_dong: discountDong, total_dong: totalDong, snapshot: JSON.stringify(order.snapshots[line]) });
    }
    for (const { sku, quantity } of cart.packs) rows.packs.push({ order_id: id, sku, quantity, producer_id: order.producerOf.get(sku) ?? null });
    rows.people.push({ order_id: id, name: person.name, phone: person.phone, email: person.email ?? null, delivery: JSON.stringify(delivery), note: person.note ?? null, invoice: person.invoice === undefined ? null : JSON.stringify(person.invoice) });
    rows.events.push({ order_id: id, at, event: 'placed', who: 'buyer', from_state: null, to_state: state, fits: 1, note: null });
    if (voucher !== undefined) rows.vouchers.push({ order_id: id, code: voucher.code, at, given_back_at: null });
  }
  return rows;
}

/** Nothing is due before goods paid at the door leave; somebody calls first. */
function firstState({ dueNowDong, payment }: NewOrder): 'awaiting-payment' | 'awaiting-confirmation' {
  return payment === 'cod' && dueNowDong === 0 ? 'awaiting-confirmation' : 'awaiting-payment';
}

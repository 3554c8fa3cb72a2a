import { cashAtTheDoor } from '../../domain/cash-on-delivery.ts';
import { orderPath } from '../../paths.ts';
import type { OrderLineSnapshot } from '../../domain/order.ts';
import type { Database } from '../db/database.ts';
import type { ReadOrder } from '../mail/mail-kinds.ts';
import type { OrderTokens } from './order-token.ts';

/** Reads what mails about an order say. `seller`: who contracts with buyers now. */
export function readOrderMail({ db, tokens, siteUrl, seller }: { db: Database; tokens: OrderTokens; siteUrl: string; seller: () => Promise<{ name: string; phone: string } | undefined> }): ReadOrder {
  return async (orderId) => {
    const order = await db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirst();
    if (order === undefined) return undefined;
    const lines = await db.selectFrom('order_lines').selectAll().where('order_id', '=', orderId).orderBy('line').execute();
    const parcels = await db.selectFrom('producer_order_links').select(['carrier', 'tracking_code']).where('order_id', '=', orderId).where('shipped_at', 'is not', null).orderBy('producer_id').execute();
    const { language } = order;
    const kept = order.paid_dong - order.refunded_dong;
    const from = await seller();
    return {
      number: order.number,
      language,
      payment: order.payment_method,
      lines: lines.map(({ quantity, total_dong, snapshot }) => {
        const { name, label } = JSON.parse(snapshot) as OrderLineSnapshot;
        return { name: name[language], label, quantity, totalDong: total_dong };
      }),
      shippingDong: order.shipping_dong,
      totalDong: order.total_dong,
      stillDueDong: Math.max(0, order.due_now_dong - kept),
      atTheDoorDong: order.payment_method === 'cod' ? cashAtTheDoor(order.total_dong, Math.max(kept, order.due_now_dong)) : 0,
      paidDong: order.paid_dong,
      refundedDong: order.refunded_dong,
      pickup: order.delivery_kind === 'pickup',
      parcels: parcels.map(({ carrier, tracking_code }) => ({ ...(carrier !== null && { carrier }), ...(tracking_code !== null && { trackingCode: tracking_code }) })),
      link: siteUrl + orderPath(language, tokens.ofOrder(order.id)),
      seller: from?.name ?? '',
      ...(from !== undefined && { sellerPhone: from.phone }),
      sample: order.sample === 1,
    };
  };
}

import { orderPath } from '../../paths.ts';
import type { OrderLineSnapshot } from '../../domain/order.ts';
import type { Database } from '../db/database.ts';
import type { ReadOrder } from '../mail/mail-kinds.ts';
import type { OrderTokens } from './order-token.ts';

/** Reads what mails about an order say. `seller`: who contracts with buyers now. */
export function readOrderMail({ db, tokens, siteUrl, seller }: { db: Database; tokens: OrderTokens; siteUrl: string; seller: () => Promise<string | undefined> }): ReadOrder {
  return async (orderId) => {
    const order = await db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirst();
    if (order === undefined) return undefined;
    const lines = await db.selectFrom('order_lines').selectAll().where('order_id', '=', orderId).orderBy('line').execute();
    const { language } = order;
    return {
      number: order.number,
      language,
      lines: lines.map(({ quantity, total_dong, snapshot }) => {
        const { name, label } = JSON.parse(snapshot) as OrderLineSnapshot;
        return { name: name[language], label, quantity, totalDong: total_dong };
      }),
      shippingDong: order.shipping_dong,
      totalDong: order.total_dong,
      link: siteUrl + orderPath(language, tokens.ofOrder(order.id)),
      seller: (await seller()) ?? '',
    };
  };
}

import { z } from 'zod';
import { orderPath } from '../../paths.ts';
import type { Database } from '../db/database.ts';
import type { OrderTokens } from './order-token.ts';

/** What an order is answered with; sent again, exactly the same. */
export const orderAnswerSchema = z
  .object({
    number: z.string().describe('To say on the telephone'),
    url: z.url().describe('The page of the order: the key to it, for the buyer alone'),
    totalDong: z.int(),
    dueNowDong: z.int().describe('To be paid before the goods leave; the rest is collected at the door'),
    shippingDong: z.int(),
    discountDong: z.int(),
  })
  .describe('An order that was placed');

export type OrderAnswer = z.infer<typeof orderAnswerSchema>;

/** Made from what never changes of an order. */
export async function orderAnswer({ db, tokens, siteUrl }: { db: Database; tokens: OrderTokens; siteUrl: string }, orderId: string): Promise<OrderAnswer> {
  const order = await db.selectFrom('orders').select(['number', 'language', 'total_dong', 'due_now_dong', 'shipping_dong', 'discount_dong']).where('id', '=', orderId).executeTakeFirstOrThrow();
  return {
    number: order.number,
    url: siteUrl + orderPath(order.language, tokens.ofOrder(orderId)),
    totalDong: order.total_dong,
    dueNowDong: order.due_now_dong,
    shippingDong: order.shipping_dong,
    discountDong: order.discount_dong,
  };
}

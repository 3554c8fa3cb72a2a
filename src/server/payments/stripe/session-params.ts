import { backFromCardPath } from '../../../paths.ts';
import type { OrderToPay } from '../payment-provider.ts';
import type { StripeSessionParams } from './stripe-client.ts';

const MINUTE_MS = 60_000;
/** Stripe takes 30 minutes to 24 hours from its own clock; ours may be a little off. */
const LEAST_MS = 31 * MINUTE_MS;
const MOST_MS = 24 * 60 * MINUTE_MS - MINUTE_MS;

/** When the page at Stripe ends: with the hold on the goods, as near as Stripe allows. What is held shorter is ended by hand. */
export function sessionEnd(reservedUntil: number | undefined, fromMs: number): number {
  return Math.min(Math.max(reservedUntil ?? fromMs + MOST_MS, fromMs + LEAST_MS), fromMs + MOST_MS);
}

/** One line with the whole amount: its parts stand on the order page. Nothing of who ordered leaves. */
export function sessionParams(order: OrderToPay, siteUrl: string, endsAt: number): StripeSessionParams {
  const back = siteUrl + order.returnPath;
  const name = order.language === 'vi' ? `Đơn hàng ${order.number}` : `Order ${order.number}`;
  return {
    mode: 'payment',
    client_reference_id: order.id,
    line_items: [{ quantity: 1, price_data: { currency: 'vnd', unit_amount: order.dueDong, product_data: { name } } }],
    success_url: backFromCardPath(back),
    cancel_url: back,
    expires_at: Math.floor(endsAt / 1000),
    locale: order.language,
    metadata: { order: order.id },
    payment_intent_data: { metadata: { order: order.id } },
  };
}

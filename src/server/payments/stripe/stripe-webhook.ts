import type { ToldPayment } from '../told-payment.ts';
import { WebhookRefused, type PaymentWebhook } from '../webhooks/payment-webhook.ts';
import { demandFresh, MOST_APART_MS } from '../webhooks/signed-body.ts';
import { idOf, toldByRefund, toldBySession } from './told-by-stripe.ts';
import { isSignatureError, type StripeClient, type StripeEvent } from './stripe-client.ts';

/**
 * Events come twice, late and in any order, so that none is believed for its content: the object that it names is
 * fetched as it is now. Kinds that say nothing of an order are taken and passed over.
 */
export function stripeWebhook(stripe: StripeClient, secret: string): PaymentWebhook {
  return {
    name: 'stripe',
    mostBytes: 512 * 1024,
    async read(raw, headers, nowMs) {
      const event = verified(stripe, raw, headers.get('stripe-signature'), secret, nowMs);
      const told = await toldNow(stripe, event);
      return told === undefined ? [] : [told];
    },
  };
}

function verified(stripe: StripeClient, raw: Uint8Array, signature: string | null, secret: string, nowMs: number): StripeEvent {
  if (signature === null || signature === '') throw new WebhookRefused('missing');
  const seconds = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1]);
  let event: StripeEvent;
  try {
    // Without a limit of its own: a wrong signature and an old one are told apart, and a time ahead of us is refused, too.
    event = stripe.webhooks.constructEvent(Buffer.from(raw), signature, secret, MOST_APART_MS / 1000, undefined, seconds * 1000);
  } catch (error) {
    throw new WebhookRefused(isSignatureError(error) ? 'wrong' : 'unreadable');
  }
  demandFresh(seconds * 1000, nowMs);
  if (typeof event?.id !== 'string' || typeof event.type !== 'string' || typeof event.created !== 'number') throw new WebhookRefused('unreadable');
  return event;
}

async function toldNow(stripe: StripeClient, event: StripeEvent): Promise<ToldPayment | undefined> {
  const heard = { id: event.id, at: new Date(event.created * 1000).toISOString() };
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.expired':
      return toldBySession(await stripe.checkout.sessions.retrieve(event.data.object.id), heard);
    case 'checkout.session.async_payment_failed':
      return toldBySession(await stripe.checkout.sessions.retrieve(event.data.object.id), { ...heard, failed: true });
    case 'refund.created':
    case 'refund.updated': {
      const refund = await stripe.refunds.retrieve(event.data.object.id);
      return toldByRefund(refund, refund.metadata?.['order'] ?? (await orderOf(stripe, idOf(refund.payment_intent))), heard);
    }
    default:
      return undefined;
  }
}

/** Of a refund that somebody made in Stripe's own pages. */
async function orderOf(stripe: StripeClient, paymentIntent: string | undefined): Promise<string | undefined> {
  return paymentIntent === undefined ? undefined : (await stripe.paymentIntents.retrieve(paymentIntent)).metadata['order'];
}

import type { ToldPayment } from '../told-payment.ts';
import type { StripeRefund, StripeSession } from './stripe-client.ts';

/** `heard` names how we came to know: an event's id, or `poll`. Undefined while nothing is decided. */
export function toldBySession(session: StripeSession, heard: { id: string; at: string; failed?: boolean }): ToldPayment | undefined {
  const common = { provider: 'stripe', currency: (session.currency ?? '').toUpperCase(), reference: session.client_reference_id ?? undefined, at: heard.at, amountDong: session.amount_total ?? 0 } as const;
  if (session.payment_status === 'paid') {
    // Several events tell of one payment.
    return { ...common, kind: 'paid', eventId: `stripe:${heard.id}`, bankReference: `stripe:${idOf(session.payment_intent) ?? session.id}` };
  }
  if (session.status === 'expired') return { ...common, kind: 'expired', eventId: `stripe:${heard.id}` };
  return heard.failed === true ? { ...common, kind: 'failed', eventId: `stripe:${heard.id}` } : undefined;
}

/** Undefined until the money is on its way back. */
export function toldByRefund(refund: StripeRefund, orderId: string | undefined, heard: { id: string; at: string }): ToldPayment | undefined {
  if (refund.status !== 'succeeded') return undefined;
  return { provider: 'stripe', kind: 'refunded', eventId: `stripe:${heard.id}`, bankReference: `stripe:${refund.id}`, amountDong: refund.amount, currency: refund.currency.toUpperCase(), reference: orderId, at: heard.at };
}

export function idOf(found: string | { id: string } | null): string | undefined {
  return typeof found === 'string' ? found : found?.id;
}

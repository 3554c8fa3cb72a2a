import { cardAmountFault } from '../../../domain/card-limits.ts';
import { backFromCardPath } from '../../../paths.ts';
import { PaymentUnavailable, type OrderToPay, type PaymentProvider, type PaymentStart } from '../payment-provider.ts';
import { idOf, toldBySession } from './told-by-stripe.ts';
import { sessionEnd, sessionParams } from './session-params.ts';
import { stripeFault, type StripeClient, type StripeSession } from './stripe-client.ts';

/** Which page at Stripe belongs to which order. */
export interface StartedSessions {
  find(orderId: string): Promise<string | undefined>;
  keep(orderId: string, sessionId: string): Promise<void>;
}

export interface StripeProviderParts {
  stripe: StripeClient;
  sessions: StartedSessions;
  /** Origin without trailing slash. */
  siteUrl: string;
  /** The company abroad that has the account. */
  entity?: string | undefined;
  now: () => number;
}

/** Payment by card on Stripe's own page (Checkout Session). An order has one page at a time. */
export function stripeProvider({ stripe, sessions, siteUrl, entity, now }: StripeProviderParts): PaymentProvider {
  const known = async (orderId: string): Promise<StripeSession | undefined> => {
    const id = await sessions.find(orderId);
    return id === undefined ? undefined : stripe.checkout.sessions.retrieve(id);
  };
  return {
    id: 'stripe',
    collectedBy: entity,
    begin: (order) => plainly(() => begin({ stripe, sessions, siteUrl, now }, order, known)),
    async fetchStatus({ id }) {
      const session = await known(id);
      return session && toldBySession(session, { id: `poll:${session.id}:${session.status ?? ''}`, at: new Date(now()).toISOString() });
    },
    async cancel({ id }) {
      const session = await known(id);
      if (session?.status !== 'open') return;
      // Paid in this very moment: the webhook tells of it, and the money is late money.
      await stripe.checkout.sessions.expire(session.id).catch((error: unknown) => void (stripeFault(error) === 'closed' || rethrow(error)));
    },
    async refund({ id }, amountDong, key) {
      const paymentIntent = idOf((await known(id))?.payment_intent ?? null);
      if (paymentIntent === undefined) return 'by-hand';
      const { status } = await stripe.refunds.create({ payment_intent: paymentIntent, amount: amountDong, metadata: { order: id } }, { idempotencyKey: `refund:${key}` });
      return status === 'succeeded' || status === 'pending' ? 'done' : 'by-hand';
    },
  };
}

async function begin({ stripe, sessions, siteUrl, now }: StripeProviderParts, order: OrderToPay, known: (orderId: string) => Promise<StripeSession | undefined>): Promise<PaymentStart> {
  const fault = cardAmountFault(order.dueDong);
  if (fault !== undefined) throw new PaymentUnavailable(fault);
  const before = await known(order.id);
  // Paid already, or under way: the order page tells.
  if (before?.status === 'complete' && !(await hasFailed(stripe, before))) return { kind: 'redirect', url: backFromCardPath(siteUrl + order.returnPath) };
  if (before?.status === 'open' && before.amount_total === order.dueDong && before.url !== null) return { kind: 'redirect', url: before.url };
  if (before?.status === 'open') await stripe.checkout.sessions.expire(before.id);

  const again = before === undefined ? '' : `:after:${before.id}`;
  const create = (fromMs: number, suffix: string): Promise<StripeSession> =>
    stripe.checkout.sessions.create(sessionParams(order, siteUrl, sessionEnd(order.reservedUntil, fromMs)), { idempotencyKey: `order:${order.id}:${order.dueDong}${again}${suffix}` });
  // Counted from when the order was made, the same request is the same to the letter, and a repeated one gets the same page.
  const session = await create(before === undefined ? order.createdAt : now(), '').catch((error: unknown) => {
    const fault = stripeFault(error);
    if (fault !== 'expiry' && fault !== 'mismatch') throw error;
    // Never reached Stripe while it was time: had it, the page made then would have come back. Or the hold was prolonged since.
    return create(now(), ':late');
  });
  await sessions.keep(order.id, session.id);
  if (session.url === null) throw new PaymentUnavailable('refused');
  return { kind: 'redirect', url: session.url };
}

/** The money that was to come later did not; such a page stays complete, and takes no other card. */
async function hasFailed(stripe: StripeClient, { payment_status, payment_intent }: StripeSession): Promise<boolean> {
  const intent = idOf(payment_intent);
  if (payment_status !== 'unpaid' || intent === undefined) return false;
  const { status } = await stripe.paymentIntents.retrieve(intent);
  return status === 'requires_payment_method' || status === 'canceled';
}

async function plainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PaymentUnavailable) throw error;
    const fault = stripeFault(error);
    throw new PaymentUnavailable(fault === 'unreachable' ? 'unreachable' : fault === 'amount' ? 'too-small' : 'refused', { cause: error });
  }
}

function rethrow(error: unknown): never {
  throw error;
}

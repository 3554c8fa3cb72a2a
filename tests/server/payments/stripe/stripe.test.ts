import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OrderToPay } from '../../../../src/server/payments/payment-provider.ts';
import { openStripe, STRIPE_API_VERSION, type StripeClient } from '../../../../src/server/payments/stripe/stripe-client.ts';
import { stripeProvider } from '../../../../src/server/payments/stripe/stripe-provider.ts';
import { stripeWebhook } from '../../../../src/server/payments/stripe/stripe-webhook.ts';
import { sessionEnd, sessionParams } from '../../../../src/server/payments/stripe/session-params.ts';
import { acceptedParameters, valueFault } from './accepted-parameters.ts';
import { FakeStripe, STRIPE_KEY, STRIPE_WEBHOOK_SECRET, type FakeSession } from './fake-stripe.ts';

const NOW = Date.parse('2026-11-28T05:00:00Z');
const MINUTE = 60_000;
const ORDER: OrderToPay = {
  id: 'order-1',
  number: 'DH-2026-000001',
  language: 'vi',
  dueDong: 250_000,
  transferCode: 'OCOP7K3M9QX2T',
  createdAt: NOW,
  reservedUntil: NOW + 45 * MINUTE,
  returnPath: '/don-hang/AbC/',
};

let fake: FakeStripe;
let stripe: StripeClient;
let kept: Map<string, string>;
let now: number;
beforeEach(async () => {
  now = NOW;
  fake = new FakeStripe(NOW);
  kept = new Map();
  stripe = openStripe({ secretKey: STRIPE_KEY, apiUrl: await fake.listen() });
});
afterEach(() => fake.close());

const provider = () =>
  stripeProvider({ stripe, siteUrl: 'https://ocop.example', now: () => now, sessions: { find: async (id) => kept.get(id), keep: async (id, session) => void kept.set(id, session) } });
const begin = async (order = ORDER): Promise<string> => {
  const start = await provider().begin(order);
  if (start.kind !== 'redirect') throw new Error(start.kind);
  return start.url;
};
const only = (): FakeSession => {
  expect(fake.sessions.size).toBe(1);
  return [...fake.sessions.values()][0] as FakeSession;
};
const hear = (message: { body: string; headers: Record<string, string> }, nowMs = now) => stripeWebhook(stripe, STRIPE_WEBHOOK_SECRET).read(Buffer.from(message.body), new Headers(message.headers), nowMs);

describe('the page at Stripe', () => {
  test('đồng as they are, the order named, nothing of who ordered, in the language of the order', async () => {
    expect(await begin()).toMatch(/^https:\/\/checkout\.stripe\.example\//);
    expect(only()).toMatchObject({ amount_total: 250_000, currency: 'vnd', client_reference_id: 'order-1', expires_at: (NOW + 45 * MINUTE) / 1000, metadata: { order: 'order-1' } });
    expect(sessionParams({ ...ORDER, language: 'en' }, 'https://ocop.example', NOW)).toMatchObject({ locale: 'en', line_items: [{ quantity: 1, price_data: { product_data: { name: 'Order DH-2026-000001' } } }] });
    expect(sessionParams(ORDER, 'https://ocop.example', NOW)).not.toHaveProperty('payment_method_types');
  });

  test('begun again and again it is one page', async () => {
    const urls = [await begin(), await begin(), await begin()];
    expect(new Set(urls).size).toBe(1);
    only();
  });

  test('the process died before it noted the page: the same key brings the same page', async () => {
    const first = await begin();
    kept.clear();
    now = fake.now = NOW + 12 * MINUTE;
    expect(await begin()).toBe(first);
    only();
  });

  test('an answer lost on the way, and two failures of Stripe, make one page', async () => {
    fake.losing = 1;
    fake.failing = 1;
    await begin();
    only();
  });

  test('Stripe does not answer: said as that, and later it works', async () => {
    fake.failing = 99;
    await expect(begin()).rejects.toMatchObject({ because: 'unreachable' });
    fake.failing = 0;
    await begin();
    only();
  });

  test('the hold has less than half an hour left when it begins: a page of half an hour', async () => {
    now = fake.now = NOW + 40 * MINUTE;
    await begin();
    expect(only().expires_at).toBe((now + 31 * MINUTE) / 1000);
  });

  test('an ended page is followed by another one; a paid order goes back to the order', async () => {
    const first = await begin();
    now = NOW + 46 * MINUTE;
    fake.tick(now);
    const second = await begin({ ...ORDER, reservedUntil: now + 45 * MINUTE });
    expect(second).not.toBe(first);
    fake.pay(kept.get('order-1') as string);
    expect(await begin()).toBe('https://ocop.example/don-hang/AbC/?tra-xong=1');
    expect(fake.sessions.size).toBe(2);
  });

  test('another amount ends the page with the old one', async () => {
    await begin();
    await begin({ ...ORDER, dueDong: 300_000 });
    expect([...fake.sessions.values()].map(({ status, amount_total }) => [status, amount_total])).toEqual([['expired', 250_000], ['open', 300_000]]);
  });

  test.each([[99_999_999, 'taken'], [100_000_000, 'too-large'], [15_000, 'taken'], [14_999, 'too-small'], [1, 'too-small']])('%i đồng: %s', async (dueDong, expected) => {
    const result = await begin({ ...ORDER, dueDong }).then(() => 'taken', (error: { because: string }) => error.because);
    expect(result).toBe(expected);
    expect(fake.requests.length > 0).toBe(expected === 'taken');
  });

  test('it ends with the hold, within 30 minutes and 24 hours', () => {
    expect(sessionEnd(NOW + 45 * MINUTE, NOW)).toBe(NOW + 45 * MINUTE);
    expect(sessionEnd(NOW + 5 * MINUTE, NOW)).toBe(NOW + 31 * MINUTE);
    expect(sessionEnd(NOW + 48 * 60 * MINUTE, NOW)).toBe(NOW + 24 * 60 * MINUTE - MINUTE);
    expect(sessionEnd(undefined, NOW)).toBe(NOW + 24 * 60 * MINUTE - MINUTE);
  });
});

describe('what Stripe tells', () => {
  const paid = { provider: 'stripe', kind: 'paid', amountDong: 250_000, currency: 'VND', reference: 'order-1', at: '2026-11-28T05:00:00.000Z' };

  test('paid: the object is fetched, what the event says is not believed', async () => {
    await begin();
    const lie = { ...only(), payment_status: 'paid', status: 'complete', amount_total: 1 };
    expect(await hear(fake.event('checkout.session.completed', lie))).toEqual([]);
    fake.pay(only().id);
    expect(await hear(fake.event('checkout.session.completed', lie, { id: 'evt_1' }))).toEqual([{ ...paid, eventId: 'stripe:evt_1', bankReference: `stripe:pi_${only().id}` }]);
  });

  test('two events and a look of our own tell of one payment by one reference', async () => {
    await begin();
    fake.pay(only().id, 'later');
    expect(await hear(fake.event('checkout.session.completed', only()))).toEqual([]);
    fake.settle(only().id, true);
    const told = [...(await hear(fake.event('checkout.session.completed', only()))), ...(await hear(fake.event('checkout.session.async_payment_succeeded', only()))), await provider().fetchStatus?.(ORDER)];
    expect(told.map((one) => [one?.kind, one?.bankReference])).toEqual(Array(3).fill(['paid', `stripe:pi_${only().id}`]));
    expect(new Set(told.map((one) => one?.eventId)).size).toBe(3);
  });

  test('money that did not come later, and a page that ended', async () => {
    await begin();
    const { id } = only();
    fake.pay(id, 'later');
    fake.settle(id, false);
    expect(await hear(fake.event('checkout.session.async_payment_failed', only()))).toMatchObject([{ kind: 'failed', reference: 'order-1' }]);
    await begin({ ...ORDER, id: 'order-2' });
    fake.tick(NOW + 46 * MINUTE);
    const [, ended] = [...fake.sessions.values()];
    expect(await hear(fake.event('checkout.session.expired', ended), fake.now)).toMatchObject([{ kind: 'expired', reference: 'order-2' }]);
    expect(await provider().fetchStatus?.({ id: 'order-2' })).toMatchObject({ kind: 'expired' });
  });

  test('money that was to come later and did not: the next try gets a page of its own; one still on its way does not', async () => {
    const first = await begin();
    const [{ id }] = [...fake.sessions.values()] as [FakeSession];
    fake.pay(id, 'later');
    expect(await begin()).toBe('https://ocop.example/don-hang/AbC/?tra-xong=1');
    fake.settle(id, false);
    const second = await begin();
    expect(second).toMatch(/^https:\/\/checkout\.stripe\.example\//);
    expect(second).not.toBe(first);
    expect(await begin()).toBe(second);
  });

  test('nothing is known of an order that never went there, nor of one under way', async () => {
    expect(await provider().fetchStatus?.(ORDER)).toBeUndefined();
    await begin();
    expect(await provider().fetchStatus?.(ORDER)).toBeUndefined();
  });

  test('ended by us; paid in that moment is left as it is', async () => {
    await begin();
    await provider().cancel?.(ORDER);
    expect(only().status).toBe('expired');
    await provider().cancel?.(ORDER);
    await begin({ ...ORDER, id: 'order-2' });
    const id = kept.get('order-2') as string;
    const gone = stripe.checkout.sessions.retrieve.bind(stripe.checkout.sessions);
    stripe.checkout.sessions.retrieve = (async (asked: string) => {
      const seen = await gone(asked);
      if (fake.sessions.get(id)?.status === 'open') fake.pay(id);
      return seen;
    }) as typeof gone;
    await provider().cancel?.({ id: 'order-2' });
    expect(fake.sessions.get(id)).toMatchObject({ status: 'complete', payment_status: 'paid' });
  });

  test('paid back once by one key, told by its own reference; never more than was paid', async () => {
    await begin();
    fake.pay(only().id);
    const { refund } = provider();
    expect(await refund?.(ORDER, 100_000, 'task-1')).toBe('done');
    expect(await refund?.(ORDER, 100_000, 'task-1')).toBe('done');
    const [made] = [...fake.refunds.values()];
    expect(fake.refunds.size).toBe(1);
    expect(await hear(fake.event('refund.created', made))).toMatchObject([{ kind: 'refunded', amountDong: 100_000, reference: 'order-1', bankReference: `stripe:${made?.id ?? ''}` }]);
    await expect(refund?.(ORDER, 200_000, 'task-2')).rejects.toThrow('greater');
    expect(await refund?.({ id: 'never-paid' }, 1, 'task-3')).toBe('by-hand');
  });

  test('a refund made in Stripe’s own pages finds its order by the payment', async () => {
    await begin();
    fake.pay(only().id);
    const refund = { id: 're_hand', object: 'refund' as const, status: 'succeeded', amount: 250_000, currency: 'vnd', payment_intent: `pi_${only().id}`, metadata: {} };
    fake.refunds.set('re_hand', refund);
    expect(await hear(fake.event('refund.updated', refund))).toMatchObject([{ kind: 'refunded', reference: 'order-1' }]);
    fake.refunds.set('re_hand', { ...refund, status: 'pending' });
    expect(await hear(fake.event('refund.updated', refund))).toEqual([]);
  });

  test('other kinds of events are passed over without asking Stripe', async () => {
    expect(await hear(fake.event('customer.created', { id: 'cus_1' }))).toEqual([]);
    expect(fake.requests).toEqual([]);
  });

  test('nothing is fetched for what is not signed, signed by another, old, ahead, or changed', async () => {
    await begin();
    fake.pay(only().id);
    fake.requests.length = 0;
    const good = fake.event('checkout.session.completed', only());
    const because = async (message: typeof good, at = NOW) => hear(message, at).then(() => 'taken', (error: { because: string }) => error.because);
    expect(await because({ ...good, headers: {} })).toBe('missing');
    expect(await because(fake.event('checkout.session.completed', only(), { secret: 'whsec_other' }))).toBe('wrong');
    expect(await because({ ...good, body: good.body.replace('250000', '250001') })).toBe('wrong');
    expect(await because({ ...good, headers: { 'stripe-signature': 'v1=00' } })).toBe('wrong');
    expect(await because({ ...good, headers: { 'stripe-signature': good.headers['stripe-signature']?.replace(/t=\d+/, `t=${NOW / 1000 + 1}`) ?? '' } })).toBe('wrong');
    expect(await because(good, NOW + 301_000)).toBe('stale');
    expect(await because(good, NOW - 301_000)).toBe('stale');
    expect(fake.requests).toEqual([]);
    expect(await because(good, NOW + 300_000)).toBe('taken');
  });
});

describe('the fake knows what the pinned version takes', () => {
  test('from the types of the package', () => {
    const table = acceptedParameters('Checkout/Sessions.d.ts', 'Checkout.SessionCreateParams');
    expect(STRIPE_API_VERSION).toBe('2026-10-28.endive');
    expect(table.size).toBeGreaterThan(250);
    expect(valueFault(table, 'payment_method_types[0]', 'card')).toContain('unknown parameter');
    expect(valueFault(table, 'excluded_payment_method_types[0]', 'klarna')).toBeUndefined();
    expect(valueFault(table, 'locale', 'vi')).toBeUndefined();
    expect(valueFault(table, 'locale', 'vn')).toContain('locale');
    expect(valueFault(table, 'mode', 'buy')).toContain('mode');
    expect(valueFault(table, 'line_items[0][price_data][unit_amount]', '1.5')).toContain('integer');
    expect(valueFault(table, 'metadata[anything]', 'x')).toBeUndefined();
  });

  test('what it does not take it refuses', async () => {
    await expect(stripe.checkout.sessions.create({ ...sessionParams(ORDER, 'https://ocop.example', NOW + 45 * MINUTE), payment_method_types: ['card'] } as never)).rejects.toThrow('unknown parameter: payment_method_types');
    await expect(stripe.checkout.sessions.create(sessionParams(ORDER, 'https://ocop.example', NOW + 29 * MINUTE))).rejects.toThrow('expires_at');
    await expect(stripe.checkout.sessions.create(sessionParams({ ...ORDER, dueDong: 100_000_000 }, 'https://ocop.example', NOW + 45 * MINUTE))).rejects.toThrow('99,999,999');
    await expect(stripe.checkout.sessions.create(sessionParams(ORDER, 'ocop', NOW + 45 * MINUTE))).rejects.toThrow('URL');
  });
});

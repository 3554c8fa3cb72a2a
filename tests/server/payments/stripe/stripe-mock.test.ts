import { stderr } from 'node:process';
import { afterAll, describe, expect, test } from 'vitest';
import { openStripe } from '../../../../src/server/payments/stripe/stripe-client.ts';
import { sessionParams } from '../../../../src/server/payments/stripe/session-params.ts';
import { stripeProvider } from '../../../../src/server/payments/stripe/stripe-provider.ts';
import type { OrderToPay } from '../../../../src/server/payments/payment-provider.ts';
import { startStripeMock } from './stripe-mock.ts';

const mock = await startStripeMock();
if ('missing' in mock) stderr.write(`${mock.missing}\n`);
afterAll(() => ('stop' in mock ? mock.stop() : undefined));

const NOW = Date.parse('2026-11-28T05:00:00Z');
const ORDER: OrderToPay = { id: 'order-1', number: 'DH-1', language: 'vi', dueDong: 250_000, transferCode: 'OCOP7K3M9QX2T', createdAt: NOW, reservedUntil: NOW + 2_700_000, returnPath: '/don-hang/AbC/' };

describe.skipIf('missing' in mock)('Stripe’s own imitation takes what we send', () => {
  const stripe = openStripe({ secretKey: 'sk_test_123', apiUrl: `http://127.0.0.1:${'port' in mock ? mock.port : 0}` });

  test('begin, look, end, pay back', async () => {
    const kept = new Map<string, string>();
    const provider = stripeProvider({ stripe, siteUrl: 'https://ocop.example', now: () => NOW, sessions: { find: async (id) => kept.get(id), keep: async (id, session) => void kept.set(id, session) } });
    // It answers with the examples of the description, whatever was sent: only that it takes the request counts.
    await provider.begin(ORDER).catch((error: { because?: string }) => expect(error.because).toBe('refused'));
    expect(kept.get('order-1')).toMatch(/^cs_/);
    await provider.cancel?.(ORDER);
    expect(await stripe.checkout.sessions.expire(kept.get('order-1') as string)).toMatchObject({ object: 'checkout.session' });
    expect(await stripe.refunds.create({ payment_intent: 'pi_123', amount: 1000, metadata: { order: 'order-1' } })).toMatchObject({ object: 'refund' });
  });

  test('and refuses what we never send', async () => {
    const params = sessionParams(ORDER, 'https://ocop.example', NOW);
    await expect(stripe.checkout.sessions.create({ ...params, made_up: 'x' } as never)).rejects.toThrow(/made_up|additional properties/);
    await expect(stripe.checkout.sessions.create({ ...params, expires_at: 'soon' } as never)).rejects.toThrow();
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { PracticePaymentView } from '../../../../src/publish/practice-payment-view.ts';
import { answerByDoor } from '../../../../src/server/http/web-door.ts';
import type { OrderToPay } from '../../../../src/server/payments/payment-provider.ts';
import { paymentWebhookDoor } from '../../../../src/server/payments/payment-webhook-door.ts';
import { practiceDoor } from '../../../../src/server/payments/practice/practice-door.ts';
import { practiceProvider, refusePractice } from '../../../../src/server/payments/practice/practice-provider.ts';
import { practiceSecret } from '../../../../src/server/payments/practice/practice-secret.ts';
import { readPracticeToken, writePracticeToken } from '../../../../src/server/payments/practice/practice-token.ts';
import { practiceWebhook } from '../../../../src/server/payments/practice/practice-webhook.ts';
import type { ToldPayment } from '../../../../src/server/payments/told-payment.ts';
import { temporaryFolder } from '../../db/fresh-database.ts';

const SECRET = 'bi-mat-thanh-toan-thu';
const NOW = Date.parse('2026-11-28T05:00:00Z');
const ORDER: OrderToPay = { id: 'order-1', number: 'DH-1', language: 'vi', dueDong: 250_000, transferCode: 'OCOP7K3M9QX2T', createdAt: NOW, reservedUntil: NOW + 60_000, returnPath: '/don-hang/AbC/' };

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  server = undefined;
});

/** Page and webhook on one real server, as in the site. */
async function site({ receive = async () => undefined }: { receive?: (told: readonly ToldPayment[]) => Promise<void> } = {}) {
  const told: ToldPayment[] = [];
  const faults: string[] = [];
  const clock = { now: NOW };
  const shown: PracticePaymentView[] = [];
  const common = { now: () => clock.now, onError: (error: unknown, what: string) => faults.push(`${what}: ${String(error)}`) };
  let origin = '';
  server = createServer((request, response) => {
    const doors = [
      practiceDoor({ ...common, secret: SECRET, siteUrl: origin, render: async (_, view) => (shown.push(view), new Response('<!doctype html>')) }),
      paymentWebhookDoor({ ...common, webhooks: [practiceWebhook(SECRET)], receive: async (events) => (await receive(events), void told.push(...events)) }),
    ];
    const door = doors.find((one) => one.takes(request.url ?? ''));
    if (door === undefined) return void response.writeHead(404).end();
    void answerByDoor(door, { trustProxy: false }, {}, request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const start = await practiceProvider(SECRET).begin(ORDER);
  const page = start.kind === 'redirect' ? origin + start.url : '';
  const choose = (viec: string, headers: Record<string, string> = { origin }): Promise<Response> => fetch(page, { method: 'POST', body: new URLSearchParams({ viec }), headers, redirect: 'manual' });
  return { told, faults, clock, shown, page, origin, choose };
}

test('pay: a signed message comes over the network, then the buyer is back at the order', async () => {
  const { told, choose, faults } = await site();
  const answer = await choose('tra');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/don-hang/AbC/']);
  expect(told).toEqual([{ provider: 'practice', kind: 'paid', eventId: 'practice:order-1:250000:paid', bankReference: 'practice:order-1:250000:paid', amountDong: 250_000, currency: 'VND', reference: 'order-1', at: '2026-11-28T05:00:00.000Z' }]);
  await choose('tra');
  expect(new Set(told.map(({ eventId }) => eventId)).size).toBe(1);
  expect(faults).toEqual([]);
});

test('a browser that keeps its referrer to itself sends an origin of null: the form is taken', async () => {
  const { told, choose } = await site();
  expect((await choose('tra', { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  expect(told).toHaveLength(1);
});

test('fail tells of a failure, going away tells nothing', async () => {
  const { told, choose } = await site();
  await choose('hong');
  expect(told.map(({ kind }) => kind)).toEqual(['failed']);
  expect((await choose('bo')).headers.get('location')).toBe('/don-hang/AbC/');
  expect(told).toHaveLength(1);
});

test('the page says what it is about, keeps out of caches and referrers, and knows that it is late', async () => {
  const { shown, page, clock } = await site();
  const answer = await fetch(page);
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('referrer-policy'), answer.headers.get('x-robots-tag')]).toEqual([200, 'no-store', 'no-referrer', 'noindex']);
  clock.now = NOW + 60_000;
  await fetch(page);
  expect(shown).toEqual([{ number: 'DH-1', dueDong: 250_000, language: 'vi', isLate: false }, { number: 'DH-1', dueDong: 250_000, language: 'vi', isLate: true }]);
});

test('the shop did not take the message: the page says so and can be sent again', async () => {
  let failing = true;
  const { shown, choose, told, faults } = await site({ receive: async () => (failing ? Promise.reject(new Error('disk full')) : undefined) });
  expect((await choose('tra')).status).toBe(502);
  expect(shown.at(-1)).toMatchObject({ problem: '500' });
  expect(faults).toEqual(['a message of practice: Error: disk full']);
  failing = false;
  expect((await choose('tra')).status).toBe(303);
  expect(told).toHaveLength(1);
});

test('forms of other sites, other methods, unknown choices and changed links do nothing', async () => {
  const { told, choose, page, origin } = await site();
  expect((await choose('tra', { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await choose('khac')).status).toBe(400);
  expect((await fetch(page, { method: 'DELETE' })).status).toBe(405);
  expect((await fetch(`${page.slice(0, -4)}00/`)).status).toBe(404);
  expect((await fetch(`${origin}/thanh-toan-thu/abc/`)).status).toBe(404);
  expect(told).toEqual([]);
});

test('a token is read back as it was written, and no changed one is read', () => {
  const payment = { order: 'order-1', number: 'DH-1', dueDong: 1, language: 'en' as const, back: '/en/orders/x/', until: null };
  const token = writePracticeToken(payment, SECRET);
  expect(readPracticeToken(token, SECRET)).toEqual(payment);
  expect(readPracticeToken(token, 'another')).toBeUndefined();
  fc.assert(fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (at, sign) => {
    const changed = token.slice(0, at) + sign + token.slice(at + 1);
    if (changed !== token) expect(readPracticeToken(changed, SECRET)).toBeUndefined();
  }));
  fc.assert(fc.property(fc.string(), (text) => void expect(readPracticeToken(text, SECRET)).toBeUndefined()));
});

test('the secret is made once and nobody else may read it', async () => {
  const folder = join(await temporaryFolder(), 'var');
  const secret = await practiceSecret(folder);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await practiceSecret(folder)).toBe(secret);
  expect((await stat(join(folder, 'practice-secret'))).mode & 0o777).toBe(0o600);
});

test.each([
  [{ siteUrl: 'http://localhost:4321', payments: [] }, undefined],
  [{ siteUrl: 'http://127.0.0.1:4321', payments: [] }, undefined],
  [{ siteUrl: 'https://ocop.example', payments: [] }, 'practice payments on a public site (SITE_URL is https://ocop.example)'],
  [{ siteUrl: 'https://localhost.example', payments: [] }, 'practice payments on a public site (SITE_URL is https://localhost.example)'],
  [{ siteUrl: 'http://localhost:4321', payments: ['stripe'] }, 'practice payments beside real ones (PAYMENTS is stripe): one of them must go'],
])('%j', (settings, refusal) => {
  const made = (): void => refusePractice(settings);
  if (refusal === undefined) made();
  else expect(made).toThrow(refusal);
});

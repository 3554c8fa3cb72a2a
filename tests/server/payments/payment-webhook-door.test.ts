import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerByDoor } from '../../../src/server/http/web-door.ts';
import { paymentWebhookDoor } from '../../../src/server/payments/payment-webhook-door.ts';
import type { ToldPayment } from '../../../src/server/payments/told-payment.ts';
import { payosWebhook } from '../../../src/server/payments/webhooks/payos.ts';
import { sepayWebhook } from '../../../src/server/payments/webhooks/sepay.ts';
import { payosMessage, SECRETS, sepayMessage, type SentMessage } from './webhooks/signed-messages.ts';

const NOW = Date.parse('2026-11-28T05:00:00Z');
const MOVEMENT = { id: 1, account: '0011012345678', amount: 250_000, content: 'x', reference: 'FT1', sentAt: NOW };

let server: Server;
let origin: string;
let told: ToldPayment[];
let faults: string[];
let write: () => Promise<void>;
beforeEach(async () => {
  [told, faults, write] = [[], [], async () => undefined];
  const door = paymentWebhookDoor({
    webhooks: [sepayWebhook(SECRETS.sepay), payosWebhook(SECRETS.payos)],
    receive: async (events) => (await write(), void told.push(...events)),
    now: () => NOW,
    onError: (error, what) => faults.push(`${what}: ${String(error)}`),
  });
  server = createServer((request, response) => {
    if (!door.takes((request.url ?? '').split('?')[0] ?? '')) return void response.writeHead(404).end('nobody');
    void answerByDoor(door, { trustProxy: false }, {}, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (provider: string, { body, headers }: SentMessage, method = 'POST'): Promise<Response> => fetch(`${origin}/api/payments/${provider}/webhook`, { method, headers, ...(method === 'POST' && { body }) });

test('a signed message is taken once it is written, with the answer that SePay asks for', async () => {
  const answer = await send('sepay', sepayMessage(MOVEMENT));
  expect([answer.status, await answer.json(), answer.headers.get('cache-control')]).toEqual([200, { success: true }, 'no-store']);
  expect(told).toHaveLength(1);
  expect((await send('payos', payosMessage(MOVEMENT))).status).toBe(200);
});

test('what could not be written is answered with 500, so that it comes again', async () => {
  write = async () => Promise.reject(new Error('disk full'));
  const answer = await send('sepay', sepayMessage(MOVEMENT));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/problem+json; charset=utf-8']);
  expect(faults).toEqual(['a message of sepay: Error: disk full']);
});

test('refused before anything is written or asked', async () => {
  write = async () => Promise.reject(new Error('asked'));
  const good = sepayMessage(MOVEMENT);
  expect((await send('sepay', { ...good, headers: {} })).status).toBe(401);
  expect((await send('sepay', sepayMessage(MOVEMENT, 'another'))).status).toBe(401);
  expect((await send('sepay', sepayMessage({ ...MOVEMENT, sentAt: NOW - 301_000 }))).status).toBe(401);
  expect((await send('payos', good)).status).toBe(401);
  expect((await send('casso', good)).status).toBe(404);
  expect((await send('__proto__', good)).status).toBe(404);
  expect(faults).toEqual([]);
  expect((await send('sepay', sepayMessage({ ...MOVEMENT, account: '' }))).status).toBe(400);
  expect(faults).toEqual(['a message of sepay: WebhookRefused: webhook refused: unreadable']);
});

test('only POST, only at its own address, with or without a slash', async () => {
  const get = await send('sepay', { body: '', headers: {} }, 'GET');
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  const { body, headers } = sepayMessage(MOVEMENT);
  expect((await fetch(`${origin}/api/payments/sepay/webhook/`, { method: 'POST', body, headers })).status).toBe(200);
  expect((await fetch(`${origin}/api/payments/sepay/webhook/more`, { method: 'POST', body, headers })).status).toBe(404);
});

test('a body that is too large is refused, also when it does not say how large it is', async () => {
  expect((await send('sepay', { body: 'x'.repeat(64 * 1024 + 1), headers: {} })).status).toBe(413);
  const status = await new Promise<number>((resolve, reject) => {
    const sent = httpRequest(`${origin}/api/payments/sepay/webhook`, { method: 'POST' }, (answer) => (answer.resume(), resolve(answer.statusCode ?? 0)));
    sent.on('error', reject);
    sent.write('x'.repeat(40_000));
    sent.end('x'.repeat(40_000));
  });
  expect(status).toBe(413);
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerPublishWebhook, MOST_BYTES } from '../../../src/server/automatic/publish-webhook.ts';
import { openSeenDeliveries, REMEMBERED_MS } from '../../../src/server/automatic/seen-deliveries.ts';
import { judgeSignature, signatureOf } from '../../../src/server/automatic/signed-request.ts';

const SECRET = 'bi-mat-dung-de-thu-32-ky-tu-000000';
const NOW = Date.parse('2026-11-22T03:00:00Z');

let directory: string;
let asked: number;
let now: number;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocop-webhook-'));
  [asked, now] = [0, NOW];
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const file = (): string => join(directory, 'seen');

async function site(secret: string | undefined = SECRET) {
  const seen = await openSeenDeliveries(file(), () => now);
  return (request: Request): Promise<Response> =>
    answerPublishWebhook({ secret, seen, now: () => now, request: () => (asked += 1), state: () => ({ running: ['webhook'], waiting: [] }) }, request);
}

function post(body: string | Uint8Array, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost:4321/api/publish', { method: 'POST', body: body as BodyInit, headers });
}
const hub = (body: string, more: Record<string, string> = {}): Request => post(body, { 'x-hub-signature-256': signatureOf(body, SECRET), ...more });
function timed(body: string, seconds = Math.floor(now / 1000), secret = SECRET): Request {
  return post(body, { 'x-publish-timestamp': String(seconds), 'x-publish-signature': signatureOf(`${seconds}.${body}`, secret) });
}

async function problem(response: Response): Promise<{ status: number; type: string }> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const json = (await response.json()) as { type: string; title: string; status: number; detail: string };
  expect(json.status).toBe(response.status);
  expect(json.title.length * json.detail.length).toBeGreaterThan(0);
  expect(JSON.stringify(json)).not.toContain(SECRET);
  return { status: json.status, type: json.type };
}

test('a push that a git host signed is taken, with what is under way', async () => {
  const answer = await site();
  const response = await answer(hub('{"ref":"refs/heads/main"}', { 'x-github-delivery': '72d3162e' }));
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({ accepted: true, running: ['webhook'], waiting: [] });
  expect(asked).toBe(1);
});

test('the example that GitHub documents fits', () => {
  const headers = new Headers({ 'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17' });
  expect(judgeSignature(headers, Buffer.from('Hello, World!'), "It's a Secret to Everybody", NOW).kind).toBe('good');
});

test('a script with a time is taken, again and again with other times', async () => {
  const answer = await site();
  const seconds = NOW / 1000;
  for (const at of [seconds, seconds + 1, seconds - 300, seconds + 300]) expect((await answer(timed('', at))).status).toBe(202);
  expect(asked).toBe(4);
});

test.each<[string, () => Request]>([
  ['without a signature', () => post('{}')],
  ['with another secret', () => post('{}', { 'x-hub-signature-256': signatureOf('{}', 'another secret') })],
  ['for another body', () => post('{"a":1}', { 'x-hub-signature-256': signatureOf('{"a":2}', SECRET) })],
  ['with half a signature', () => post('{}', { 'x-hub-signature-256': signatureOf('{}', SECRET).slice(0, 40) })],
  ['with the old SHA-1 form', () => post('{}', { 'x-hub-signature': 'sha1=0000' })],
  ['more than five minutes old', () => timed('{}', NOW / 1000 - 301)],
  ['more than five minutes ahead', () => timed('{}', NOW / 1000 + 301)],
  ['with a time but a git host\'s signature', () => hub('{}', { 'x-publish-timestamp': String(NOW / 1000) })],
  ['with a time that was changed', () => post('{}', { 'x-publish-timestamp': String(NOW / 1000), 'x-publish-signature': signatureOf(`${NOW / 1000 - 600}.{}`, SECRET) })],
  ['with its stale time moved into the body', () => hub(`${NOW / 1000 - 600}.{}`)],
])('a request %s is refused with 401', async (_, request) => {
  const answer = await site();
  expect(await problem(await answer(request()))).toEqual({ status: 401, type: 'urn:ocop:problem:signature' });
  expect(asked).toBe(0);
});

test('no change of one byte of body or signature is taken', () => {
  const body = Buffer.from('{"ref":"refs/heads/main"}');
  const good = signatureOf(body, SECRET);
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(63), (at, flip, digit) => {
      const changed = Buffer.from(body);
      changed[at] = (changed[at] as number) ^ flip;
      expect(judgeSignature(new Headers({ 'x-hub-signature-256': good }), changed, SECRET, NOW).kind).not.toBe('good');
      const place = 'sha256='.length + digit;
      const signature = good.slice(0, place) + (good[place] === '0' ? '1' : '0') + good.slice(place + 1);
      expect(judgeSignature(new Headers({ 'x-hub-signature-256': signature }), body, SECRET, NOW).kind).toBe('wrong');
    }),
  );
});

test.each<[string, () => Request, () => Request]>([
  ['the same push', () => hub('{"a":1}', { 'x-github-delivery': 'one' }), () => hub('{"a":1}', { 'x-github-delivery': 'one' })],
  ['the same body under another delivery id, which nobody signs', () => hub('{"a":1}', { 'x-github-delivery': 'one' }), () => hub('{"a":1}', { 'x-github-delivery': 'two' })],
  ['another body under the same delivery id', () => hub('{"a":1}', { 'x-gitea-delivery': 'one' }), () => hub('{"a":2}', { 'x-gitea-delivery': 'one' })],
  ['the same timed request', () => timed('{}'), () => timed('{}')],
])('%s is refused the second time with 409, also after a restart', async (_, first, second) => {
  expect((await (await site())(first())).status).toBe(202);
  const answer = await site();
  expect(await problem(await answer(second()))).toEqual({ status: 409, type: 'urn:ocop:problem:replay' });
  expect(asked).toBe(1);
});

test('two copies at the same moment: one is taken', async () => {
  const answer = await site();
  const statuses = await Promise.all([hub('{}'), hub('{}'), hub('{}')].map(async (request) => (await answer(request)).status));
  expect(statuses.sort()).toEqual([202, 409, 409]);
});

test('a refused request is not remembered: the true one still comes through', async () => {
  const answer = await site();
  await answer(post('{}', { 'x-hub-signature-256': signatureOf('{}', 'another'), 'x-github-delivery': 'one' }));
  expect((await answer(hub('{}', { 'x-github-delivery': 'one' }))).status).toBe(202);
});

test('after seven days a delivery is forgotten, and its line with it', async () => {
  await (await site())(hub('{}'));
  now += REMEMBERED_MS;
  const answer = await site();
  expect(await readFile(file(), 'utf8')).toBe('');
  expect((await answer(hub('{}'))).status).toBe(202);
});

test('a line that was half written when the power went is no line', async () => {
  await writeFile(file(), `${NOW} body:aaa\n${NOW} body:bb`);
  const seen = await openSeenDeliveries(file(), () => now);
  expect(await seen.take(['body:aaa'])).toBe(false);
  expect(await seen.take(['body:bbb'])).toBe(true);
  expect(await readFile(file(), 'utf8')).toBe(`${NOW} body:aaa\n${NOW} body:bbb\n`);
});

test('a body of more than a megabyte is refused, also when it says it is small', async () => {
  const answer = await site();
  const large = 'x'.repeat(MOST_BYTES + 1);
  expect((await problem(await answer(hub(large)))).status).toBe(413);
  const stream = new ReadableStream({ start: (controller) => (controller.enqueue(Buffer.from(large)), controller.close()) });
  const request = new Request('http://localhost/api/publish', { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
  expect((await problem(await answer(request))).status).toBe(413);
  expect((await answer(hub('x'.repeat(MOST_BYTES)))).status).toBe(202);
});

test('without a secret there is nothing here, and only POST is answered', async () => {
  const none = async (request: Request): Promise<Response> =>
    answerPublishWebhook({ secret: undefined, seen: await openSeenDeliveries(file(), () => now), now: () => now, request: () => (asked += 1), state: () => ({ running: [], waiting: [] }) }, request);
  expect((await problem(await none(hub('{}')))).status).toBe(404);
  const answer = await site();
  const get = await answer(new Request('http://localhost/api/publish'));
  expect(get.headers.get('allow')).toBe('POST');
  expect((await problem(get)).status).toBe(405);
  expect(asked).toBe(0);
});

import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WebDoor } from '../../src/server/http/web-door.ts';
import { startSite, type SiteUnderTest } from './site-under-test.ts';

const seen: { method: string; url: string; headers: Headers; body: string; address: string }[] = [];
const door: WebDoor = {
  takes: (path) => path.startsWith('/quan-ly/'),
  async answer(request, { address }) {
    seen.push({ method: request.method, url: request.url, headers: request.headers, body: await request.text(), address });
    if (request.url.endsWith('/hong/')) throw new Error('hỏng');
    const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    headers.append('set-cookie', 'a=1; HttpOnly');
    headers.append('set-cookie', 'b=2; HttpOnly');
    return new Response('xin chào', { status: 201, headers });
  },
};

let site: SiteUnderTest;
const open = async (trustProxy: boolean): Promise<void> => {
  site = await startSite({ server: { doors: [door], trustProxy } });
};
beforeEach(() => void seen.splice(0));
afterEach(() => site.stop());

const at = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`http://127.0.0.1:${site.port}${path}`, { redirect: 'manual', ...init });

test('a request of any method goes through with headers, query and body', async () => {
  await open(false);
  const answer = await at('/quan-ly/nhap/?a=%C3%A1', { method: 'POST', body: 'thân', headers: { cookie: 'quan-ly=x', origin: 'http://localhost:4321' } });
  expect([answer.status, await answer.text()]).toEqual([201, 'xin chào']);
  expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2; HttpOnly']);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(seen[0]).toMatchObject({ method: 'POST', url: `http://127.0.0.1:${site.port}/quan-ly/nhap/?a=%C3%A1`, body: 'thân', address: '127.0.0.1' });
  expect([seen[0]?.headers.get('cookie'), seen[0]?.headers.get('origin'), seen[0]?.headers.get('host')]).toEqual(['quan-ly=x', 'http://localhost:4321', `127.0.0.1:${site.port}`]);
});

test('published pages and every other address stay what they were', async () => {
  await open(false);
  expect((await at('/')).status).toBe(200);
  expect((await at('/', { method: 'POST' })).status).toBe(405);
  expect((await at('/khong-co/')).status).toBe(404);
  expect((await at(`/quan-ly/?${'x'.repeat(3_000)}`)).status).toBe(414);
  expect(seen).toEqual([]);
});

test('HEAD has no body, and a fault behind the door is a plain 500', async () => {
  await open(false);
  const head = await at('/quan-ly/', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([201, '']);
  expect((await at('/quan-ly/hong/')).status).toBe(500);
  expect(site.faults).toEqual(['GET /quan-ly/hong/: hỏng']);
});

test('who the visitor is, a proxy says only where one is trusted', async () => {
  await open(false);
  await at('/quan-ly/', { headers: { 'x-forwarded-for': '198.51.100.7' } });
  await site.stop();
  await open(true);
  await at('/quan-ly/', { headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } });
  await at('/quan-ly/');
  expect(seen.map(({ address }) => address)).toEqual(['127.0.0.1', '198.51.100.7', '127.0.0.1']);
});

test('a Host that is none is refused', async () => {
  await open(false);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    httpRequest({ port: site.port, path: '/quan-ly/', headers: { host: 'a b' } }, (answer) => resolve(answer.resume().statusCode)).on('error', reject).end();
  });
  expect([status, seen]).toEqual([400, []]);
});

test('a visitor who leaves while sending does no harm', async () => {
  await open(false);
  await new Promise<void>((resolve) => {
    const socket = connect(site.port, '127.0.0.1', () => {
      socket.write('POST /quan-ly/ HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc', () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  expect((await at('/quan-ly/')).status).toBe(201);
});

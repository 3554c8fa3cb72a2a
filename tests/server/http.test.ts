import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { STYLE } from '../publish/workbench.ts';
import { send, sendRaw } from './get.ts';
import { DOCUMENT, SHARE_IMAGE, startSite, type SiteUnderTest } from './site-under-test.ts';

let site: SiteUnderTest;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
afterEach(() => expect(site.faults.splice(0)).toEqual([]));

const PRODUCT = '/san-pham/nuoc-mam-phu-sang/';

describe('pages from the manifest', () => {
  test('a page comes with its type, length, strong ETag and a cache rule', async () => {
    const { status, headers, body } = await send(site.port, PRODUCT);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'accept-encoding',
    });
    expect(headers.etag).toMatch(/^"[0-9a-f]{64}"$/);
    expect(body.toString()).toContain('2026-11-22');
  });

  test('the same page again costs 304 for a matching ETag, weak or in a list, and 200 for another', async () => {
    const { headers } = await send(site.port, PRODUCT);
    for (const known of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
      const again = await send(site.port, PRODUCT, { 'if-none-match': known });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
      expect(again.headers['content-security-policy']).toBeDefined();
    }
    expect((await send(site.port, PRODUCT, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test.each([
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['*', 'br'],
    ['deflate', undefined],
    ['br;q=0, gzip;q=0', undefined],
    [undefined, undefined],
  ])('Accept-Encoding %j is answered with %j, each with an ETag of its own', async (accepted, encoding) => {
    const plain = await send(site.port, PRODUCT);
    const { headers, body } = await send(site.port, PRODUCT, accepted === undefined ? {} : { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.etag).toBe(encoding === undefined ? plain.headers.etag : plain.headers.etag?.replace(/"$/, `-${encoding}"`));
    const decoded = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
    expect(decoded).toEqual(plain.body);
  });

  test('an ETag of one encoding does not confirm another', async () => {
    const { headers } = await send(site.port, PRODUCT, { 'accept-encoding': 'br' });
    expect((await send(site.port, PRODUCT, { 'if-none-match': headers.etag })).status).toBe(200);
  });

  test('assets are immutable and compressed, tiny files are not compressed', async () => {
    const style = await send(site.port, '/assets/site.abc123.css', { 'accept-encoding': 'br' });
    expect(style.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' });
    expect(brotliDecompressSync(style.body).toString()).toBe(STYLE);
    expect((await send(site.port, '/favicon.svg', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  test('HEAD gives the headers of GET and no body', async () => {
    const get = await send(site.port, PRODUCT, { 'accept-encoding': 'gzip' });
    const head = await send(site.port, PRODUCT, { 'accept-encoding': 'gzip' }, 'HEAD');
    expect(head.body.length).toBe(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
  });
});

describe('addresses', () => {
  test.each([
    ['/san-pham', '/san-pham/'],
    ['/san-pham/nuoc-mam-phu-sang', PRODUCT],
    ['/san-pham//nuoc-mam-phu-sang/', PRODUCT],
    ['/san%2Dpham/', '/san-pham/'],
    ['/san-pham?hang-sao=4', '/san-pham/?hang-sao=4'],
    ['/robots.txt/', '/robots.txt'],
    ['/san-pham/ten-cu/', PRODUCT],
    ['/san-pham/ten-cu', PRODUCT],
    ['/en/products/ten-cu/?x=1', '/en/products/nuoc-mam-phu-sang/?x=1'],
  ])('%s is sent on to %s', async (from, to) => {
    const { status, headers } = await send(site.port, from);
    expect([status, headers.location]).toEqual([301, to]);
  });

  test.each(['/khong-co/', '/san-pham/khong-co/', '/assets/old.css', '/%E0%A4%A/', '/%00/', '/\\windows', '/media/share/products/khong-co.vi.png'])(
    '%s is 404 with the page that says so',
    async (path) => {
      const { status, headers, body } = await send(site.port, path);
      expect(status).toBe(404);
      expect(headers.etag).toBeUndefined();
      expect(body.toString()).toContain('/404/');
    },
  );

  test('an English address that leads nowhere is told so in English', async () => {
    expect((await send(site.port, '/en/nothing/')).body.toString()).toContain('/en/404/');
  });

  test.each([
    '/../../../../etc/passwd',
    '/assets/../../../etc/passwd',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/..%5c..%5cwindows',
    '/media/share/../../../etc/passwd',
    '/media/..%2f..%2fetc%2fpasswd',
    '//etc/passwd',
    '/manifests/1.json',
    '/current',
  ])('%s reaches no file outside the site', async (path) => {
    const { status, body } = await send(site.port, path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('root:');
  });

  test.each([
    ['/San-Pham/?Trang=2', '/san-pham/?Trang=2'],
    ['/EN/PRODUCTS', '/en/products/'],
    ['/xa/', '/tinh/'],
    ['/en/certificates/', '/en/decisions/'],
  ])('%s leads to %s', async (path, home) => {
    const { status, headers } = await send(site.port, path);
    expect([status, headers.location]).toEqual([301, home]);
  });

  test('a path that starts with two slashes never redirects to another host', async () => {
    const { status, headers } = await send(site.port, '//evil.example/%2e%2e');
    expect([status, headers.location]).toEqual([404, undefined]);
  });

  test('an address of more than 2048 characters is 414', async () => {
    expect((await send(site.port, `/san-pham/?q=${'x'.repeat(3000)}`)).status).toBe(414);
  });
});

describe('on demand', () => {
  test('a list with filters is rendered for its query and must not be cached or indexed', async () => {
    const { status, headers, body } = await send(site.port, '/san-pham/?hang-sao=4', { 'accept-encoding': 'br' });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'x-robots-tag': 'noindex, follow', 'content-encoding': 'br' });
    expect(brotliDecompressSync(body).toString()).toContain('/san-pham/?hang-sao=4');
  });

  test('a query on a page without filters changes nothing', async () => {
    const plain = await send(site.port, PRODUCT);
    const tagged = await send(site.port, `${PRODUCT}?utm_source=zalo`);
    expect([tagged.status, tagged.headers.etag]).toEqual([200, plain.headers.etag]);
  });

  test('what only the app knows is rendered by it', async () => {
    const { status, headers } = await send(site.port, '/chi-app-biet/');
    expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
  });

  test('share images come from their source with their type', async () => {
    const { status, headers, body } = await send(site.port, SHARE_IMAGE);
    expect([status, headers['content-type'], body.toString()]).toEqual([200, 'image/png', 'picture']);
    expect((await send(site.port, SHARE_IMAGE, { 'if-none-match': headers.etag })).status).toBe(304);
  });

  test.each([
    ['pdf', 'application/pdf', 'inline'],
    ['png', 'image/png', 'inline'],
    ['jpg', 'image/jpeg', 'inline'],
    ['webp', 'image/webp', 'attachment'],
  ])('a %s beside a lot comes for good, as what it is, to be shown only where every browser can', async (extension, type, disposition) => {
    const { status, headers } = await send(site.port, `${DOCUMENT}.${extension}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': type, 'content-disposition': disposition, 'x-content-type-options': 'nosniff', 'cache-control': 'public, max-age=31536000, immutable' });
  });
});

describe('protection', () => {
  const EVERY_ROUTE = [PRODUCT, '/', '/assets/site.abc123.css', '/favicon.svg', '/data/catalogue.json', '/robots.txt', '/khong-co/', '/san-pham', '/san-pham/?q=1', SHARE_IMAGE, `${DOCUMENT}.pdf`, '/healthz', '/readyz', `/?${'x'.repeat(3000)}`];

  test.each(EVERY_ROUTE)('%s carries every protective header', async (path) => {
    const { headers } = await send(site.port, path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is 405 and names what is allowed', async (method) => {
    const { status, headers } = await send(site.port, PRODUCT, {}, method, method === 'POST' ? 'a=b' : undefined);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(headers['content-security-policy']).toBeDefined();
  });

  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', '400 Bad Request'],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
  ])('%s is refused in one line without a stack', async (_what, bytes, line) => {
    const answer = await sendRaw(site.port, bytes);
    expect(answer.split('\r\n')[0]).toBe(`HTTP/1.1 ${line}`);
    expect(answer).not.toMatch(/ at |node:/);
  });

  test('open data may be read by other sites, pages may not', async () => {
    expect((await send(site.port, '/data/products.csv')).headers['access-control-allow-origin']).toBe('*');
    expect((await send(site.port, PRODUCT)).headers['access-control-allow-origin']).toBeUndefined();
  });
});

test('health and readiness', async () => {
  expect((await send(site.port, '/healthz')).body.toString()).toBe('ok\n');
  const ready = await send(site.port, '/readyz');
  expect(ready.headers['cache-control']).toBe('no-store');
  expect(JSON.parse(ready.body.toString())).toEqual({ ready: true, manifest: 1, snapshot: 1, asOf: '2026-11-22', build: 'build-1' });
});

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { product, smallCatalogue } from '../publish/small-catalogue.ts';
import { send } from './get.ts';
import { startSite, type SiteUnderTest } from './site-under-test.ts';

let site: SiteUnderTest;
afterEach(() => site.stop());

/** A register whose every page bears a mark of its own. */
const mark = (number: number): string => `phiên bản ${String(number).padStart(2, '0')}`;
const marked = (number: number) => smallCatalogue({ site: { name: { vi: mark(number), en: mark(number) } } });

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('a server without a publish is alive, not ready, and becomes ready by itself', async () => {
  site = await startSite({ published: false });
  expect((await send(site.port, '/healthz')).status).toBe(200);
  expect((await send(site.port, '/readyz')).status).toBe(503);
  const page = await send(site.port, '/');
  expect([page.status, page.headers['retry-after']]).toEqual([503, '5']);
  await site.bench.publish();
  await until(async () => (await send(site.port, '/readyz')).status === 200);
  expect((await send(site.port, '/')).status).toBe(200);
});

test('clients that keep fetching through ten publishes get whole answers of one publish only', async () => {
  site = await startSite();
  let publishing = true;
  let fetched = 0;
  const client = async (encoding: string): Promise<void> => {
    let last = '';
    while (publishing) {
      const { status, headers, body } = await send(site.port, '/san-pham/nuoc-mam-phu-sang/', { 'accept-encoding': encoding });
      expect([status, headers['content-length']]).toEqual([200, String(body.length)]);
      const [seen] = /phiên bản \d\d/.exec(body.toString()) ?? [''];
      expect(seen >= last).toBe(true);
      last = seen;
      fetched += 1;
    }
  };
  const clients = ['identity', 'identity', 'identity'].map(client);
  for (let number = 1; number <= 10; number += 1) {
    await site.bench.publish({ catalogue: marked(number) });
    await site.server.reload();
    const { body } = await send(site.port, '/');
    expect(body.toString()).toContain(mark(number));
  }
  publishing = false;
  await Promise.all(clients);
  expect(fetched).toBeGreaterThan(10);
  expect(site.faults).toEqual([]);
});

test('a damaged manifest is reported and the last good site stays', async () => {
  site = await startSite();
  await writeFile(join(site.bench.store.directory, 'manifests', '2.json'), '{"number":2');
  await writeFile(join(site.bench.store.directory, 'current'), '2\n');
  expect(await site.server.reload()).toBe(false);
  expect((await send(site.port, '/')).status).toBe(200);
  expect(site.faults.join()).toContain('manifests/2.json: is not JSON');
});

test('a page that went away with a publish is 404 afterwards', async () => {
  site = await startSite();
  expect((await send(site.port, '/chung-nhan/nuoc-mam-phu-sang--2394/')).status).toBe(200);
  await site.bench.publish({ catalogue: smallCatalogue({ products: [product('khac')] }) });
  await site.server.reload();
  expect((await send(site.port, '/chung-nhan/nuoc-mam-phu-sang--2394/')).status).toBe(404);
});

test('when the register on disk is no longer the published one, pages are served and filters say 503', async () => {
  site = await startSite({ app: null });
  expect((await send(site.port, '/san-pham/')).status).toBe(200);
  const filtered = await send(site.port, '/san-pham/?q=1');
  expect([filtered.status, filtered.headers['retry-after']]).toEqual([503, '2']);
  expect((await send(site.port, '/khong-co/')).status).toBe(404);
  expect((await send(site.port, '/media/share/products/khac.vi.png')).status).toBe(503);
});

test('a fault is 500 without a word about the inside, and reported', async () => {
  site = await startSite({ app: { render: async () => Promise.reject(new Error('secret detail')) } });
  const { status, body, headers } = await send(site.port, '/san-pham/?q=1');
  expect(status).toBe(500);
  expect(body.toString()).not.toContain('secret');
  expect(headers['content-security-policy']).toBeDefined();
  expect(site.faults.splice(0)).toEqual(['GET /san-pham/?q=1: secret detail']);
});

test('a file lost from the store is 500, not a hang, and the other pages are served', async () => {
  site = await startSite();
  const file = (await site.bench.store.current())?.entries.get('/huong-dan/')?.file as string;
  await rm(join(site.bench.store.directory, 'files', file.slice(0, 2), file));
  expect((await send(site.port, '/huong-dan/')).status).toBe(500);
  expect((await send(site.port, '/')).status).toBe(200);
  expect(site.faults.splice(0).join()).toContain('ENOENT');
});

test('a memory limit smaller than the site only means reading files again', async () => {
  site = await startSite({ server: { cacheBytes: 6_000 } });
  for (let round = 0; round < 3; round += 1) {
    for (const path of ['/', '/en/', '/san-pham/', '/nhom/', '/tinh/', '/chu-the/']) {
      const { status, body } = await send(site.port, path);
      expect([status, body.toString().includes('nước mắm')]).toEqual([200, true]);
    }
  }
});

test('with https the site sends HSTS', async () => {
  site = await startSite({ server: { siteUrl: 'https://ocop.example' } });
  expect((await send(site.port, '/')).headers['strict-transport-security']).toBe('max-age=31536000');
});

test('closing lets a request under way end and takes no new one', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  site = await startSite({
    app: {
      render: async () => {
        await held;
        return { status: 200, type: 'text/html', headers: {}, body: Buffer.from('done') };
      },
    },
  });
  const underWay = send(site.port, '/san-pham/?q=1');
  await send(site.port, '/healthz');
  const closed = site.server.close();
  release();
  expect((await underWay).body.toString()).toBe('done');
  await closed;
  await expect(send(site.port, '/')).rejects.toThrow(/ECONNREFUSED/);
});

test('a taken port is an error that can be told apart', async () => {
  site = await startSite();
  const { openSiteServer } = await import('../../src/server/http/site-server.ts');
  const second = await openSiteServer({ store: site.bench.store, siteUrl: 'http://localhost', openApp: async () => undefined, onError: () => undefined });
  await expect(second.listen(site.port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await second.close(0);
});

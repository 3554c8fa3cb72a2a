import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serialiseManifest } from '../../src/publish/manifest-json.ts';
import { openPublishStore } from '../../src/publish/publish-store.ts';
import { pagesOf } from '../../src/publish/site-pages.ts';
import { fakeRenderer, pageOf } from './fake-renderer.ts';
import { product, smallCatalogue } from './small-catalogue.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.remove());

const two = smallCatalogue({ products: [product('a'), product('b')] });
const twoRenamed = smallCatalogue({ products: [product('a', { name: 'Tên mới' }), product('b')] });

/** They tell of the publishes before, of which there is one more each time. */
const TOLD = ['/thong-ke/cap-nhat/', '/en/statistics/updates/'];

async function bodyOf(path: string): Promise<string> {
  const entry = (await bench.store.current())?.entries.get(path);
  return entry === undefined ? '' : (await bench.store.files.read(entry.file)).toString('utf8');
}

test('the first publish holds every page, feed and file of the build, and is in force', async () => {
  const catalogue = smallCatalogue();
  const { manifest, changed, made } = await bench.publish({ catalogue });
  const paths = pagesOf(catalogue).map(({ path }) => path);
  expect(changed).toBe(true);
  expect(made).toBe(paths.length);
  expect([...manifest.entries.keys()].sort()).toEqual([...paths, '/assets/site.abc123.css', '/favicon.svg'].sort());
  expect((await bench.store.current())?.number).toBe(1);
  expect(await bodyOf('/san-pham/nuoc-mam-phu-sang/')).toContain('2026-11-22');
});

test('a publish of the same register, day and code does nothing', async () => {
  const first = await bench.publish();
  const renderer = fakeRenderer();
  const second = await bench.publish({ renderer });
  expect(second).toMatchObject({ changed: false, made: 0, pages: first.pages });
  expect(renderer.rendered).toEqual([]);
  expect(await bench.store.nextNumber()).toBe(2);
});

test('a changed product makes its pages and the lists again and leaves the others', async () => {
  await bench.publish({ catalogue: two });
  const renderer = fakeRenderer();
  const { manifest, made, pages } = await bench.publish({ catalogue: twoRenamed, renderer });
  expect(renderer.rendered).toContain('/san-pham/a/');
  expect(renderer.rendered).toContain('/en/products/');
  expect(renderer.rendered).not.toContain('/404/');
  expect(made).toBeLessThan(pages);
  expect(manifest).toMatchObject({ number: 3, snapshot: 2 });
});

test('pages on which nothing changed are not rendered again', async () => {
  await bench.publish({ catalogue: two });
  const renderer = fakeRenderer();
  await bench.publish({ catalogue: smallCatalogue({ products: two.products, moved: { products: [{ id: 'cu', to: ['a'] }] } }), renderer });
  expect(renderer.rendered).toEqual(TOLD);
  expect((await bench.store.current())?.redirects.get('/san-pham/cu/')).toBe('/san-pham/a/');
});

test('a new day on which no status changes makes no page, only files that say the day, and keeps the snapshot number', async () => {
  await bench.publish();
  const renderer = fakeRenderer();
  const { manifest, made } = await bench.publish({ asOf: '2026-11-23', renderer });
  expect(renderer.rendered).toEqual(TOLD);
  expect(made).toBe([...TOLD, '/data/status.json', '/data/status-list.json', '/data/catalogue.json', '/data/products.csv', '/.well-known/security.txt'].length);
  expect(manifest).toMatchObject({ snapshot: 1, asOf: '2026-11-23' });
});

test('the day after the last valid one makes the pages that show the product, and no neighbour of its commune', async () => {
  await bench.publish({ asOf: '2027-10-15', catalogue: two });
  const renderer = fakeRenderer();
  await bench.publish({ asOf: '2027-10-16', catalogue: two, renderer });
  expect(renderer.rendered).toEqual(expect.arrayContaining(['/', '/san-pham/', '/san-pham/a/', '/en/certificates/a--2394/', '/hang-sao/4/', '/quyet-dinh/', '/xa/ha-tinh/thien-cam/']));
  for (const path of ['/chu-the/', '/tinh/', '/huong-dan/', '/404/', '/hang-sao/3/', '/map/dust.svg']) expect(renderer.rendered).not.toContain(path);
});

test('a photograph whose file was replaced makes the pages again, though no record changed', async () => {
  const photographs = (hash: string) =>
    new Map([['nuoc-mam-phu-sang', [{ photograph: { file: 'a.jpg', alt: { vi: 'a' } }, derivatives: { kind: 'photograph' as const, hash, width: 1, height: 1, colour: '#fff', sources: [] } }]]]);
  await bench.publish({ photographs: photographs('one') });
  expect((await bench.publish({ photographs: photographs('one') })).changed).toBe(false);
  const renderer = fakeRenderer();
  await bench.publish({ photographs: photographs('two'), renderer });
  expect(renderer.rendered).toEqual(expect.arrayContaining(['/san-pham/nuoc-mam-phu-sang/', '/san-pham/']));
  expect(renderer.rendered).not.toContain('/tinh/');
});

test('new code makes everything again', async () => {
  await bench.publish();
  const { made, pages } = await bench.publish({ renderer: fakeRenderer('build-2') });
  expect(made).toBe(pages);
});

test('assets of the build before stay for pages fetched just before the switch, older ones go', async () => {
  await bench.publish();
  const renamed = join(bench.clientDir, 'assets', 'site.def456.css');
  await writeFile(renamed, 'body{}');
  const { rm } = await import('node:fs/promises');
  await rm(join(bench.clientDir, 'assets', 'site.abc123.css'));
  const assets = async (build: string, asOf = '2026-11-22') =>
    [...(await bench.publish({ renderer: fakeRenderer(build), asOf })).manifest.entries.keys()].filter((path) => path.startsWith('/assets/')).sort();
  expect(await assets('build-2')).toEqual(['/assets/site.abc123.css', '/assets/site.def456.css']);
  expect(await assets('build-2', '2026-11-23')).toEqual(['/assets/site.abc123.css', '/assets/site.def456.css']);
  expect(await assets('build-3')).toEqual(['/assets/site.def456.css']);
});

test('a page that cannot be made stops the publish, names the page, and the site stays as it was', async () => {
  await bench.publish();
  const renderer = fakeRenderer('build-2', (path, view) => (path === '/nhom/' ? new Response('broken', { status: 500 }) : pageOf(path, view)));
  await expect(bench.publish({ renderer })).rejects.toThrow(/1 page\(s\) could not be made.*\n {2}\/nhom\/: answered 500 instead of 200/s);
  expect((await bench.store.current())?.build).toBe('build-1');
});

test('a policy that allows inline code is refused', async () => {
  const renderer = fakeRenderer('build-1', () => new Response('x', { headers: { 'content-type': 'text/html', 'content-security-policy': "script-src 'unsafe-inline'" } }));
  await expect(bench.publish({ renderer })).rejects.toThrow(/allows 'unsafe-inline'/);
});

test('every page carries a complete policy, and hashed assets are immutable', async () => {
  const { manifest } = await bench.publish();
  for (const [path, entry] of manifest.entries) {
    expect(entry.headers['content-security-policy'], path).toContain("default-src 'none'");
    expect(entry.headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
  }
  expect(manifest.entries.get('/')?.headers['content-security-policy']).toContain("script-src 'self' 'sha256-AAAA'");
  expect(manifest.entries.get('/assets/site.abc123.css')?.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(manifest.entries.get('/')?.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
});

test('the manifest read back is the manifest written', async () => {
  const { manifest } = await bench.publish();
  expect(await (await openPublishStore(bench.store.directory)).current()).toEqual(manifest);
  expect(serialiseManifest(manifest).match(/frame-ancestors/g)?.length).toBeLessThan(10);
});

test('a damaged manifest or pointer is an error with its name, not an empty site', async () => {
  await bench.publish();
  const path = join(bench.store.directory, 'manifests', '1.json');
  const text = await readFile(path, 'utf8');
  for (const [damaged, message] of [
    [text.slice(0, 100), 'manifests/1.json: is not JSON'],
    ['[]', 'manifests/1.json: is not an object'],
    [text.replace('"asOf":"2026-11-22"', '"asOf":"2026-13-01"'), 'manifests/1.json: asOf is not a day'],
    [text.replace(/"file":"[0-9a-f]{64}"/, '"file":"../../etc/passwd"'), 'is damaged'],
  ] as const) {
    await writeFile(path, damaged);
    await expect((await openPublishStore(bench.store.directory)).current()).rejects.toThrow(message);
  }
  await writeFile(join(bench.store.directory, 'current'), 'x\n');
  await expect(bench.store.current()).rejects.toThrow('expected a manifest number');
});

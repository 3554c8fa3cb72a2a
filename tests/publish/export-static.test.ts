import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportStatic } from '../../src/publish/export-static.ts';
import { fakeRenderer, pageOf } from './fake-renderer.ts';
import { product, smallCatalogue } from './small-catalogue.ts';
import { openWorkbench, STYLE, type Workbench } from './workbench.ts';

let bench: Workbench;
let outDir: string;
const read = (name: string): Promise<string> => readFile(join(outDir, name), 'utf8');

beforeEach(async () => {
  bench = await openWorkbench();
  outDir = join(bench.directory, 'static');
  await mkdir(outDir);
  await writeFile(join(outDir, 'left-over.html'), 'old');
  const renderer = fakeRenderer('build-1', (path, view) =>
    path === '/nhom/' ? new Response('<html><head></head><img src="/media/photo/abc-320.webp"><meta content="http://localhost:4321/media/share/communes/ha-tinh--thien-cam.en.png">', { headers: { 'content-type': 'text/html' } }) : pageOf(path, view),
  );
  const { manifest } = await bench.publish({ mode: 'static', renderer, catalogue: smallCatalogue({ moved: { products: [{ id: 'cu', to: ['nuoc-mam-phu-sang'] }] } }) });
  const media = async (path: string) => (path === '/media/photo/abc-320.webp' ? Buffer.from('photo') : undefined);
  await exportStatic({ manifest, files: bench.store.files, outDir, media });
});
afterEach(() => bench.remove());

test('every page is a plain file rendered for a plain host, with its policy inside', async () => {
  const page = await read('san-pham/nuoc-mam-phu-sang/index.html');
  expect(page).toContain(' static ');
  expect(page).toMatch(/<head><meta http-equiv="content-security-policy" content="default-src 'none'; [^"]*'sha256-AAAA'/);
  expect(page).not.toContain('frame-ancestors');
  expect(await read('en/index.html')).toContain('/en/');
});

test('the page of a pack and those of its lots lie in folders, one inside the other', async () => {
  const pack = { sku: 'chai', label: 'Chai 500 ml', gtin: '9524000000101', coveredByDecision: 'yes' } as const;
  const lot = { productId: 'a', sku: 'chai', code: 'L-1', steps: [], documents: [], photographs: [], declared: { by: 'HTX', on: '2026-11-01' }, sources: [], sample: false };
  const { manifest } = await bench.publish({ mode: 'static', catalogue: smallCatalogue({ products: [product('a', { packs: [pack] })], lots: [lot] }) });
  await exportStatic({ manifest, files: bench.store.files, outDir, media: async () => undefined });
  const address = '01/09524000000101';
  for (const page of [address, `${address}/10/L-1`, `en/${address}`, `ko/${address}/10/L-1`]) expect(await read(`${page}/index.html`), page).toContain(` static `);
});

test('assets, feeds and the pictures that pages name lie where pages look for them', async () => {
  expect(await read('assets/site.abc123.css')).toBe(STYLE);
  expect(JSON.parse(await read('data/catalogue.json'))).toMatchObject({ asOf: '2026-11-22' });
  expect(await read('media/photo/abc-320.webp')).toBe('photo');
  expect(await read('.well-known/security.txt')).toContain('Contact:');
});

test('previews of communes show the picture of the home page, which is one file', async () => {
  expect(await read('nhom/index.html')).toContain('content="http://localhost:4321/media/share/home/index.en.png"');
});

test('hosts find their error pages where they look for them', async () => {
  expect(await read('404.html')).toContain('/404/');
  expect(await read('en/404.html')).toContain('/en/404/');
});

test('a moved address is a page that leads on and a rule for hosts that know rules', async () => {
  const page = await read('san-pham/cu/index.html');
  expect(page).toContain('<link rel="canonical" href="http://localhost:4321/san-pham/nuoc-mam-phu-sang/">');
  expect(page).toContain('content="0; url=/san-pham/nuoc-mam-phu-sang/"');
  expect(await read('_redirects')).toContain('/san-pham/cu/ /san-pham/nuoc-mam-phu-sang/ 301\n');
});

test('_headers protects every path and keeps assets for a year', async () => {
  const headers = await read('_headers');
  expect(headers).toMatch(/^\/\*\n(?: {2}.*\n)* {2}content-security-policy: default-src 'none'/m);
  expect(headers).toContain("frame-ancestors 'none'");
  expect(headers).toContain('/assets/*\n  cache-control: public, max-age=31536000, immutable\n');
});

test('what an earlier export left is gone', async () => {
  await expect(read('left-over.html')).rejects.toThrow(/ENOENT/);
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFeed } from '../../src/publish/feeds/make-feed.ts';
import { hostHeaders } from '../../src/publish/host-files.ts';
import type { Manifest } from '../../src/publish/manifest.ts';
import { isFeed, type Feed } from '../../src/publish/page.ts';
import { openPublisher } from '../../src/publish/publisher.ts';
import { pagesOf } from '../../src/publish/site-pages.ts';
import { traceFilesOf } from '../../src/publish/trace-files.ts';
import { traceHeaders } from '../../src/publish/trace-headers.ts';
import { packTableIndexPath, traceWorkerPath } from '../../src/paths.ts';
import { catalogueOf, CHANGES, firstState } from './changing-register.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { lot, product, smallCatalogue } from './small-catalogue.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';

const MINE: ReadonlySet<string> = new Set<Feed['kind']>(['linkset', 'epcis', 'pack-table', 'pack-table-index']);
const packs = [
  { sku: 'a', label: 'Chai', gtin: '9524000000101', traceCode: '0S4GG9R83C', coveredByDecision: 'yes' as const },
  { sku: 'b', label: 'Hũ', coveredByDecision: 'yes' as const },
];

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.remove());

describe('the files', () => {
  test('a linkset by each code of a pack and of each of its lots, a journey by lot at its first address', () => {
    const mam = product('mam', { packs });
    const catalogue = smallCatalogue({ products: [mam], lots: [lot('mam', 'L-1', { sku: 'a', packedOn: '2026-06-01' }), lot('mam', 'L-2', { sku: 'a' }), lot('mam', 'L-3', { sku: 'b', packedOn: '2026-06-01' })] });
    expect(traceFilesOf(catalogue, mam).map(({ path }) => path)).toEqual([
      '/data/linksets/01/09524000000101.json',
      '/data/linksets/t/0S4GG9R83C.json',
      '/data/linksets/01/09524000000101/10/L-1.json',
      '/data/linksets/t/0S4GG9R83C/10/L-1.json',
      '/data/epcis/01/09524000000101/10/L-1.jsonld',
      '/data/linksets/01/09524000000101/10/L-2.json',
      '/data/linksets/t/0S4GG9R83C/10/L-2.json',
    ]);
  });

  test('may be read by scripts of other sites, and are what they say', async () => {
    const mam = product('mam', { packs });
    const { manifest } = await bench.publish({ catalogue: smallCatalogue({ products: [mam], lots: [lot('mam', 'L-1', { sku: 'a', packedOn: '2026-06-01' })] }) });
    const types = Object.fromEntries(['/data/linksets/t/0S4GG9R83C.json', '/data/epcis/01/09524000000101/10/L-1.jsonld', packTableIndexPath].map((path) => [path, manifest.entries.get(path)]));
    expect(Object.values(types).map((entry) => [entry?.type, entry?.headers['access-control-allow-origin']])).toEqual([
      ['application/linkset+json', '*'],
      ['application/ld+json', '*'],
      ['application/json; charset=utf-8', '*'],
    ]);
  });

  test.each(['/data/linksets/01/09524000000118.json', '/data/linksets/01/09524000000101/10/NONE.json', '/data/linksets/x.json', '/data/epcis/01/09524000000101.jsonld'])('%s is made for no pack', (path) => {
    const catalogue = smallCatalogue({ products: [product('mam', { packs })] });
    const feed = { kind: path.startsWith('/data/epcis') ? ('epcis' as const) : ('linkset' as const), path, inputs: [] };
    expect(() => makeFeed(feed, { catalogue, asOf: '2026-11-22', siteUrl: SITE_URL, sitemaps: [], statusIndex: new Map() })).toThrow(path);
  });
});

describe('hosts', () => {
  test('that read _headers serve linksets and journeys as what they are, and to scripts of other sites', async () => {
    const { manifest } = await bench.publish({ mode: 'static' });
    const rules = hostHeaders(manifest);
    expect(rules).toContain('/data/linksets/*\n  content-type: application/linkset+json\n');
    expect(rules).toContain('/data/epcis/*\n  content-type: application/ld+json\n');
    expect(rules).toContain('/01/*\n  access-control-allow-origin: *\n');
  });

  test('let the service worker fetch, and nothing else', async () => {
    await writeFile(join(bench.clientDir, 'trace-worker.js'), '1');
    const { manifest } = await bench.publish();
    expect(manifest.entries.get(traceWorkerPath)?.headers).toEqual({
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-security-policy': "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
    expect(manifest.entries.get('/favicon.svg')?.headers['content-security-policy']).not.toContain('connect-src');
  });
});

test.each([
  ['/01/09524000000101', '/01/09524000000101'],
  ['/ko/t/0S4GG9R83C/10/L-1', '/t/0S4GG9R83C/10/L-1'],
])('the page %s names its linkset', (path, packPath) => {
  expect(traceHeaders({ path }, { siteUrl: SITE_URL })).toMatchObject({ link: `<${SITE_URL}/data/linksets${packPath}.json>; rel="linkset"; type="application/linkset+json"`, vary: 'accept' });
});

test('after every change the files in force are those that the whole register gives, byte by byte', async () => {
  const publisher = openPublisher(bench.store);
  let state = firstState();
  let seen = 0;
  for (const [name, change] of [['the first publish', (same: typeof state) => same] as const, ...CHANGES]) {
    state = change(state);
    const catalogue = catalogueOf(state);
    const { asOf } = state;
    const { manifest }: { manifest: Manifest } = await publisher.publish({ catalogue, asOf, siteUrl: SITE_URL, clientDir: bench.clientDir, renderer: fakeRenderer() });
    for (const feed of pagesOf(catalogue).filter(isFeed).filter(({ kind }) => MINE.has(kind))) {
      const published = (await bench.store.files.read(manifest.entries.get(feed.path)?.file ?? '')).toString('utf8');
      expect(published, `${feed.path} after: ${name}`).toBe(makeFeed(feed, { catalogue, asOf, siteUrl: SITE_URL, sitemaps: [], statusIndex: new Map() }).body);
      if (feed.kind === 'epcis') seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(0);
}, 120_000);

import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPlaces } from '../../src/catalogue/places/load-places.ts';
import { readRegister } from '../../src/catalogue/read-register.ts';
import type { RawRegister } from '../../src/catalogue/raw-register.ts';
import { buildCatalogue } from '../../src/catalogue/snapshot.ts';
import { packAddresses } from '../../src/domain/pack-addresses.ts';
import { packPath } from '../../src/domain/pack-address.ts';
import { TRACE_LANGUAGES, tracePagePath } from '../../src/paths.ts';
import { builtDigest, sourceDigest } from '../../src/publish/astro-build.ts';
import type { Manifest } from '../../src/publish/manifest.ts';
import { pagesOfTrace, sameTracePages } from '../../src/publish/trace-pages.ts';
import { openRenderer } from '../../src/publish/renderer.ts';
import { newRing, signingWith } from '../trace/signing/test-keys.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const root = resolve('.');
const isBuilt = (await builtDigest(root)) === (await sourceDigest(root));

/** What all of a trace page may weigh on its way: HTML, styles and scripts, each compressed. */
const MOST_BYTES = 14_000;

const signing = signingWith(newRing());
const FULLEST = 'NM-260618';

/** The practice goods with their lots, one of them told as fully as a lot can be, and no places. */
const catalogue = (() => {
  const { register } = readRegister(resolve('content'), { samples: true });
  const { places } = loadPlaces(resolve('content/places'));
  const onlySamples = <T extends { sample: boolean }>(records: readonly T[]): T[] => records.filter(({ sample }) => sample);
  const samples = { ...register, products: onlySamples(register.products), producers: onlySamples(register.producers), decisions: onlySamples(register.decisions), moved: [] };
  return buildCatalogue(withFullestLot(samples), { ...places, provinces: [], communes: [], communesOfProvince: () => [] });
})();

/** Every part that a step can have on each of its steps, and twice as many steps as are usual. */
function withFullestLot(register: RawRegister): RawRegister {
  const more = register.lots.map((raw) => {
    if (!raw.id.endsWith(`/${FULLEST}`)) return raw;
    const note = { vi: 'Nội dung minh hoạ: làm tại chỗ, có người trông coi và sổ ghi chép từng mẻ.', en: 'Illustrative text: done on the spot, watched over and written down batch by batch.' };
    const steps = raw.record.steps.map((step) => ({ ...step, note, place: step.place ?? { commune: 'Xã Mẫu', province: 'Tỉnh Mẫu' }, placeCode: step.placeCode ?? 'MAU-XUONG-01', by: step.by ?? 'Tổ sản xuất mẫu' }));
    return { ...raw, record: { ...raw.record, steps: [...steps, ...steps], recall: { on: '2026-10-02', reason: note, whatToDo: note }, bestBefore: '2026-12-01', useBy: '2026-11-01' } };
  });
  return { ...register, lots: more };
}

const packs = catalogue.products.flatMap((product) => product.packs.map((pack) => ({ product, pack })));
const pathsOf = (lots: boolean): string[] =>
  packs.flatMap(({ product, pack }) => {
    const codes = lots ? catalogue.lots.filter((lot) => lot.productId === product.id && lot.sku === pack.sku).map(({ code }) => code) : [undefined];
    return codes.flatMap((code) => packAddresses(pack, code).map(packPath));
  });
const inAllLanguages = (all: readonly string[]): string[] => all.flatMap((path) => TRACE_LANGUAGES.map((language) => tracePagePath(language, path)));
const lotPages = inAllLanguages(pathsOf(true));
const packPages = inAllLanguages(pathsOf(false));

test('packs with a code and their lots have pages in four languages, under each code, out of search engines', () => {
  const pages = catalogue.products.flatMap((product) => pagesOfTrace(catalogue, product));
  expect(pages.map(({ path }) => path).sort()).toEqual([...lotPages, ...packPages].sort());
  expect(lotPages.length).toBeGreaterThanOrEqual(4 * 15);
  expect(pages.filter(({ indexed }) => indexed)).toEqual([]);
});

test('a page depends on its product and lot, that of a pack on the lots that it lists', () => {
  const product = catalogue.product('mien-dong-mau');
  const pages = product === undefined ? [] : pagesOfTrace(catalogue, product);
  expect(pages.find(({ path }) => path === '/01/09524000000705')?.inputs).toEqual(['product:mien-dong-mau', 'signing-key', 'lot:mien-dong-mau/MD-261015', 'lot:mien-dong-mau/MD-260903']);
  expect(pages.find(({ path }) => path === '/en/01/09524000000705/10/MD-260903')?.inputs).toEqual(['product:mien-dong-mau', 'signing-key', 'lot:mien-dong-mau/MD-260903']);
});

test('pages are looked at again when a code or a lot came or went, not when a lot only tells more', () => {
  const [product] = catalogue.products;
  if (product === undefined) throw new Error('no product');
  const lot = { productId: product.id, sku: 'a', code: 'A', packedOn: '2026-01-01', steps: [], documents: [], photographs: [], declared: { by: 'x', on: '2026-01-01' }, sources: [], sample: true };
  const withLots = (...lots: (typeof lot)[]) => ({ ...catalogue, lotsOf: () => lots });
  expect(sameTracePages(withLots(lot), withLots({ ...lot, packedOn: '2026-01-02' }), product)).toBe(true);
  expect(sameTracePages(withLots(lot), withLots({ ...lot, code: 'B' }), product)).toBe(false);
  expect(sameTracePages(withLots(lot), withLots(lot, { ...lot, code: 'B' }), product)).toBe(false);
  expect(sameTracePages(withLots(lot), withLots({ ...lot, sku: 'b' }), product)).toBe(false);
  const before = { ...catalogue, product: () => ({ ...product, packs: [] }) };
  expect(sameTracePages(before, catalogue, { ...product, packs: [{ sku: 'a', label: 'a', gtin: '9524000000101', coveredByDecision: 'yes' }] })).toBe(false);
});

test.each([
  ['/01/09524000000101', '/01/09524000000101/'],
  ['/ko/01/09524000000101/10/L-1', '/ko/01/09524000000101/10/L-1/'],
  ['/t/0ZBQSA2TB7?x=1', '/t/0ZBQSA2TB7/?x=1'],
  ['/01/09524000000101/', '/01/09524000000101/'],
  ['/san-pham/', '/san-pham/'],
  ['/map/dust.svg', '/map/dust.svg'],
  ['/tinh', '/tinh'],
])('the app, whose pages end with a slash, is asked for %s as %s', async (address, asked) => {
  const renderer = fakeRenderer();
  await renderer.render(address, { catalogue, asOf: '2026-11-22', siteUrl: 'https://ocop.example', mode: 'server' });
  expect(renderer.rendered).toEqual([asked]);
});

describe.skipIf(!isBuilt)('with the built app (only while dist/ is built from these sources: npm run build)', () => {
  let bench: Workbench;
  let manifest: Manifest;
  const publishOn = async (asOf: string): Promise<Manifest> => {
    const renderer = await openRenderer(resolve('dist'), 'build-1');
    return (await bench.publish({ catalogue, asOf, renderer, clientDir: resolve('dist/client'), signing })).manifest;
  };
  const read = async (path: string, from = manifest): Promise<Buffer> => {
    const entry = from.entries.get(path);
    if (entry === undefined) throw new Error(`${path} is not published`);
    return bench.store.files.read(entry.file);
  };
  const textOf = async (path: string): Promise<string> => (await read(path)).toString('utf8');

  beforeAll(async () => {
    bench = await openWorkbench();
    manifest = await publishOn('2026-11-22');
  }, 120_000);
  afterAll(() => bench.remove());

  test('every published lot page has the ten fields and those of the passport, in order, none empty', async () => {
    const published = [...manifest.entries.keys()].filter((path) => /^(?:\/(?:en|ko|zh))?\/(?:01|t)\/[^/]+\/10\//.test(path));
    expect(published.sort()).toEqual([...lotPages].sort());
    const ten = Array.from({ length: 10 }, (_, place) => `circular-${place + 1}`);
    const eight = Array.from({ length: 8 }, (_, place) => `passport-${place + 1}`);
    for (const path of published) expect(fieldsOf(await textOf(path)), path).toEqual([...ten, ...eight]);
  });

  test('every published page of a pack has them but for those that hang on a lot', async () => {
    for (const path of packPages) {
      const fields = fieldsOf(await textOf(path));
      expect(fields, path).toEqual([...[1, 2, 3, 4, 7, 8, 10].map((place) => `circular-${place}`), ...[1, 2, 3, 5, 7, 8].map((place) => `passport-${place}`)]);
    }
  });

  test('none weighs more than 14 KB with its styles and scripts, by gzip and by Brotli', async () => {
    const assets = new Map<string, Promise<Buffer>>();
    const readOnce = (path: string): Promise<Buffer> => assets.get(path) ?? (assets.set(path, read(path)).get(path) as Promise<Buffer>);
    const weights = new Map<Buffer, number>();
    const weigh = (part: Buffer): number => weights.get(part) ?? (weights.set(part, gzipSync(part, { level: 9 }).length).get(part) as number);
    const pages: { path: string; parts: Buffer[]; gzip: number }[] = [];
    for (const path of [...lotPages, ...packPages]) {
      const parts = await loadedWith(path, readOnce);
      pages.push({ path, parts, gzip: sum(parts.map(weigh)) });
    }
    const [heaviest, ...others] = pages.sort((a, b) => b.gzip - a.gzip);
    expect(heaviest?.path).toContain(FULLEST);
    expect(heaviest?.gzip).toBeLessThanOrEqual(MOST_BYTES);
    for (const { path, parts } of [heaviest, ...others].slice(0, 8).filter((page) => page !== undefined)) {
      expect(sum(parts.map((part) => brotliCompressSync(part).length)), path).toBeLessThanOrEqual(MOST_BYTES);
    }
    // The counting itself counts: no page comes without its text, and each with its scripts.
    expect(others.at(-1)?.gzip).toBeGreaterThan(6_000);
    for (const { parts } of pages) expect(parts.length).toBeGreaterThan(2);
  }, 60_000);

  test('each is read from one answer: no stylesheet and no font is fetched, and its policy knows its own style', async () => {
    for (const path of [...lotPages, ...packPages]) {
      const html = await textOf(path);
      expect(html, path).not.toMatch(/rel="?stylesheet|\.woff2?|@font-face|@import/);
      expect(html).toMatch(/<style>[^<]{2000,}<\/style>/);
      expect(manifest.entries.get(path)?.headers['content-security-policy']).toMatch(/style-src 'self' 'sha256-[^']+'/);
    }
  });

  test('none is indexed, none names a price, none promises what a code cannot', async () => {
    const sitemap = await textOf('/sitemap-1.xml').catch(() => '');
    expect(sitemap).not.toMatch(/\/(?:01|t)\//);
    for (const path of [...lotPages, ...packPages]) {
      const html = await textOf(path);
      expect(html, path).toContain('<meta name="robots" content="noindex">');
      expect(html, path).not.toMatch(/₫|\bVND\b|hàng thật|chính hãng|đã xác thực|authentic|genuine/i);
      expect(html, path).toMatch(/<title>(?:Trang thông tin sản phẩm|Product information page)<\/title>/);
    }
  });

  test('labels are in the language that the address asks for, and say so', async () => {
    const path = pathsOf(true)[0] as string;
    expect(await textOf(`/ko${path}`)).toMatch(/<html lang="en">.*<dt lang="ko">제품명<\/dt>/s);
    expect(await textOf(`/zh${path}`)).toMatch(/<html lang="en">.*<dt lang="zh-Hans">产品名称<\/dt>/s);
    expect(await textOf(path)).toMatch(/<html lang="vi">.*<dt>Tên sản phẩm<\/dt>/s);
  });

  test('the day after the last day of use makes the page of that lot and the list of its pack again, and no other page of a trace', async () => {
    const [before, after] = [await publishOn('2027-02-12'), await publishOn('2027-02-13')];
    const changed = [...lotPages, ...packPages].filter((path) => before.entries.get(path)?.inputs !== after.entries.get(path)?.inputs);
    const gtin = '/01/09524000000804';
    expect(changed.sort()).toEqual(inAllLanguages([gtin, `${gtin}/10/BD-261112`]).sort());
    const isHidden = async (from: Manifest): Promise<boolean> => /data-notice="use-by"[^>]* hidden/.test((await read(`${gtin}/10/BD-261112`, from)).toString('utf8'));
    expect([await isHidden(before), await isHidden(after)]).toEqual([true, false]);
  }, 60_000);
});

/** The fields of a page in its order; throws for one that says nothing. */
function fieldsOf(html: string): string[] {
  return [...html.matchAll(/<div data-field="([^"]+)"[^>]*>\s*<dt[^>]*>([^<]*)<\/dt>\s*<dd>(.*?)<\/dd>/gs)].map(([, id = '', label = '', value = '']) => {
    if (label.trim() === '' || value.replace(/<[^>]*>/g, '').trim() === '') throw new Error(`field ${id} says nothing`);
    return id;
  });
}

/** The page with every style and script that loads with it, each once; not what a tap loads. */
async function loadedWith(path: string, read: (path: string) => Promise<Buffer>): Promise<Buffer[]> {
  const html = await read(path);
  const parts = new Map<string, Buffer>([[path, html]]);
  const waiting = [...html.toString('utf8').matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] as string);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (parts.has(file)) continue;
    const body = await read(file);
    parts.set(file, body);
    const base = new URL(file, 'http://localhost');
    for (const match of body.toString('utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g)) waiting.push(new URL(match[1] as string, base).pathname);
  }
  return [...parts.values()];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

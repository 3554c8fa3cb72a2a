import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueJson, catalogueJsonBytes } from '../../src/publish/feeds/catalogue-json.ts';
import { productsCsv } from '../../src/publish/feeds/products-csv.ts';
import { robotsTxt } from '../../src/publish/feeds/robots.ts';
import { securityTxt } from '../../src/publish/feeds/security-txt.ts';
import { sitemap, sitemapIndex } from '../../src/publish/feeds/sitemap.ts';
import { sitePages } from '../../src/publish/site-pages.ts';
import { changedSitemapParts, SITEMAP_PAGES, sitemapParts } from '../../src/publish/sitemap-parts.ts';
import { certificate, product, smallCatalogue } from './small-catalogue.ts';

const siteUrl = 'https://ocop.example';
const asOf = '2026-11-22';
const wine = product('ruou', { alcohol: true, packs: [{ sku: 'ruou-500', label: '500 ml', priceDong: 90_000, coveredByDecision: 'yes' }] });
const catalogue = smallCatalogue({
  products: [product('a'), wine, product('mau', { sample: true, name: '=1+1', producerId: undefined, groupId: undefined })],
  certificates: [certificate('a'), certificate('ruou', { validUntil: '2026-11-21' })],
});
const { sitemaps } = sitePages(catalogue);
const context = { catalogue, asOf, siteUrl, sitemaps, statusIndex: new Map() };

interface Row {
  id: string;
  [field: string]: unknown;
}
const rowsOf = (json: unknown): Row[] => (JSON.parse(JSON.stringify(json)) as { products: Row[] }).products;

test('catalogue.json says stars, decision, dates, status and basis as one day sees them', () => {
  const json = JSON.parse(JSON.stringify(catalogueJson(context))) as Record<string, unknown>;
  expect(json).toMatchObject({ snapshot: 0, asOf });
  expect(rowsOf(json)[0]).toMatchObject({
    id: 'a',
    producer: 'phu-sang',
    commune: '18673',
    place: { kind: 'commune', commune: { code: '18673', name: 'Thiên Cầm' }, province: { code: '42', name: 'Hà Tĩnh' } },
    certificate: { stars: 4, decision: '2394-qd-ubnd', issuedOn: '2024-10-15', validUntil: '2027-10-15', status: 'valid', basis: 'inferred' },
    packs: [],
  });
});

test('the text of catalogue.json is the same whether a product was written before or not', () => {
  const fresh = JSON.stringify(catalogueJson(context));
  expect([String(catalogueJsonBytes(context)), String(catalogueJsonBytes(context))]).toEqual([fresh, fresh]);
  for (const changed of [{ ...context, asOf: '2027-10-16' }, { ...context, siteUrl: 'https://other.example' }, context]) {
    expect(String(catalogueJsonBytes(changed))).toBe(JSON.stringify(catalogueJson(changed)));
  }
});

test('a new page changes one of many sitemaps', () => {
  const paths = Array.from({ length: 3 * SITEMAP_PAGES - 1 }, (_, index) => `/p${index}/`);
  const [before, after] = [sitemapParts(paths), sitemapParts(['/new/', ...paths])];
  expect(after.filter((part, place) => part.length !== before[place]?.length)).toHaveLength(1);
});

test('sitemaps after pages came and went are those of the pages that are there now, and parts without a change stay', () => {
  const all = Array.from({ length: 2 * SITEMAP_PAGES + 60 }, (_, index) => `/p${index}/`);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(2 * SITEMAP_PAGES), { maxLength: 40 }), fc.nat(40), (goneAt, more) => {
      const old = all.slice(0, 2 * SITEMAP_PAGES + 1);
      const gone = new Set(goneAt.map((at) => `/p${at}/`));
      const come = all.slice(old.length, old.length + more);
      const before = sitemapParts(old);
      const now = sitemapParts([...old.filter((path) => !gone.has(path)), ...come]);
      const changed = changedSitemapParts(before, gone, come);
      expect(changed).toEqual(now.length === before.length ? now : undefined);
      for (const [place, part] of (changed ?? []).entries()) if (part.length === before[place]?.length && part.every((path, at) => path === before[place]?.[at])) expect(part).toBe(before[place]);
    }),
    { numRuns: 30 },
  );
});

test('the last valid day is valid and the next is not', () => {
  const statusOn = (day: string): unknown => (rowsOf(catalogueJson({ ...context, asOf: day }))[1]?.['certificate'] as Row)['status'];
  expect([statusOn('2026-11-21'), statusOn('2026-11-22')]).toEqual(['expiring', 'expired']);
});

test('alcohol is in catalogue.json, marked and without a price; what is unknown is absent', () => {
  const [, ruou, mau] = rowsOf(catalogueJson(context));
  expect(ruou).toMatchObject({ id: 'ruou', alcohol: true, packs: [{ sku: 'ruou-500' }] });
  expect(JSON.stringify(ruou)).not.toContain('90000');
  expect(mau).toMatchObject({ id: 'mau', sample: true });
  expect(mau).not.toHaveProperty('producer');
  expect(mau).not.toHaveProperty('certificate');
});

test('products.csv opens in a spreadsheet: byte order mark, Vietnamese headers, no alcohol, no formulas', () => {
  const text = String(productsCsv(context));
  expect(text.startsWith('\uFEFFMã sản phẩm,Tên sản phẩm,')).toBe(true);
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map((row) => row['Mã sản phẩm'])).toEqual(['a', 'mau']);
  expect(rows[0]).toMatchObject({
    'Chủ thể': 'HTX Phú Sáng',
    'Hạng sao': '4',
    'Số quyết định': '2394/QĐ-UBND',
    'Hiệu lực đến hết ngày': '2027-10-15',
    'Tình trạng': 'còn hiệu lực',
    'Cơ sở thông tin': 'suy ra',
    'Xã/phường/đặc khu': 'Thiên Cầm',
  });
  expect(rows[1]).toMatchObject({ 'Tên sản phẩm': "'=1+1", 'Chủ thể': 'chưa rõ', 'Hạng sao': 'chưa rõ', 'Ghi chú': 'dữ liệu minh hoạ' });
});

test('a day on which a source attests a star is not given out as the day of a decision', () => {
  const attested = certificate('a', { grantedOn: undefined, validUntil: undefined, number: undefined, attestedOn: '2025-01' });
  const [row] = parse(String(productsCsv({ ...context, catalogue: smallCatalogue({ products: [product('a')], certificates: [attested] }) })), { bom: true, columns: true }) as Record<string, string>[];
  expect(row).toMatchObject({ 'Ngày quyết định': 'chưa rõ', 'Nguồn ghi nhận sao vào': '2025-01', 'Hiệu lực đến hết ngày': 'chưa rõ' });
});

test('the sitemap names every indexable page with its twin, and no alcohol, sample or error page', () => {
  const xml = sitemap(context, '/sitemap-1.xml');
  expect(xml.match(/<loc>/g)).toHaveLength(sitemaps.flat().length);
  expect(xml).toContain(
    '<url><loc>https://ocop.example/san-pham/a/</loc><xhtml:link rel="alternate" hreflang="vi" href="https://ocop.example/san-pham/a/"/>' +
      '<xhtml:link rel="alternate" hreflang="en" href="https://ocop.example/en/products/a/"/><xhtml:link rel="alternate" hreflang="x-default" href="https://ocop.example/san-pham/a/"/></url>',
  );
  expect(xml).not.toMatch(/ruou|mau|404/);
});

test('more pages than one sitemap may hold are spread over several, none twice', () => {
  const paths = Array.from({ length: SITEMAP_PAGES + 5 }, (_, index) => `/p${index}/`);
  const many = sitemapParts(paths);
  expect(sitemapIndex({ siteUrl, sitemaps: many }).match(/<loc>[^<]*/g)).toEqual(['<loc>https://ocop.example/sitemap-1.xml', '<loc>https://ocop.example/sitemap-2.xml']);
  const listed = ['/sitemap-1.xml', '/sitemap-2.xml'].flatMap((path) => [...sitemap({ siteUrl, sitemaps: many }, path).matchAll(/<loc>https:\/\/ocop\.example([^<]*)/g)]);
  expect(listed.map(([, path]) => path).sort()).toEqual(paths.sort());
  expect(Math.max(...many.map((part) => part.length))).toBeLessThan(SITEMAP_PAGES);
});

test('robots.txt names the sitemap', () => {
  expect(robotsTxt({ siteUrl })).toBe('User-agent: *\nAllow: /\n\nSitemap: https://ocop.example/sitemap-index.xml\n');
});

test('security.txt has the fields that RFC 9116 asks for, from the office where there is one', () => {
  const office = { name: 'Văn phòng', phone: '0239 385 0000', email: 'vp@ocop.example' };
  const site = { name: { vi: 'Danh mục', en: 'Catalogue' }, office };
  expect(securityTxt({ ...context, catalogue: smallCatalogue({ site }) })).toBe(
    'Contact: mailto:vp@ocop.example\nContact: tel:02393850000\nExpires: 2027-05-21T00:00:00Z\nPreferred-Languages: vi, en\nCanonical: https://ocop.example/.well-known/security.txt\n',
  );
  expect(securityTxt(context)).toContain('Contact: https://ocop.example/huong-dan/\n');
});

import { expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../../src/catalogue/load.ts';
import { readRegister } from '../../../src/catalogue/read-register.ts';
import { buildCatalogue } from '../../../src/catalogue/snapshot.ts';
import { formatDong } from '../../../src/domain/money.ts';
import { productPage } from '../../../src/page-data/product-page.ts';
import { productSummary } from '../../../src/page-data/product-summary.ts';
import { catalogueJson } from '../../../src/publish/feeds/catalogue-json.ts';
import { productsCsv } from '../../../src/publish/feeds/products-csv.ts';
import type { View } from '../../../src/publish/view.ts';
import { searchDocuments } from '../../../src/search/search-documents.ts';
import { checkOrder } from '../../../src/server/orders/check-order.ts';
import { orderRequestSchema } from '../../../src/server/orders/order-request.ts';
import { merchantFeed } from '../../../src/server/shop/merchant-feed.ts';
import { orderBody } from './shop-server.ts';

const DAY = '2026-11-28';
const SITE = 'https://ocop.example';

/** Everything that states a price of a pack: SKU → where → đồng. */
function pricesOf(catalogue: Catalogue): Map<string, Record<string, number | undefined>> {
  const view: View = { catalogue, asOf: DAY, siteUrl: SITE, mode: 'server' };
  const feed = new Map([...merchantFeed({ catalogue, asOf: DAY, siteUrl: SITE, left: new Map() }).matchAll(/<g:id>([^<]*)<[\s\S]*?<g:price>(\d+) VND/g)].map(([, sku = '', dong = '']) => [sku, Number(dong)]));
  const json = new Map(catalogueJson({ catalogue, asOf: DAY, siteUrl: SITE }).products.flatMap(({ packs }) => packs.map((pack) => [pack.sku, pack.priceDong] as const)));
  const prices = new Map<string, Record<string, number | undefined>>();
  for (const product of catalogue.products) {
    const page = productPage(view, 'vi', product.id);
    const offers = (page?.head.jsonLd ?? []).flatMap((data) => (data['offers'] ?? []) as { sku: string; price: number; priceCurrency: string }[]);
    for (const pack of product.packs) {
      const shown = page?.packs.find(({ sku }) => sku === pack.sku)?.price;
      const minimum = catalogue.shop.offer(pack.sku)?.minimum ?? 1;
      prices.set(pack.sku, {
        page: shown === undefined ? undefined : Number(shown.replace(/\D/g, '')),
        jsonLd: offers.find(({ sku, priceCurrency }) => sku === pack.sku && priceCurrency === 'VND')?.price,
        json: json.get(pack.sku),
        feed: feed.has(pack.sku) ? (feed.get(pack.sku) ?? 0) / minimum : undefined,
        charge: charged(catalogue, pack.sku, minimum),
      });
    }
  }
  return prices;
}

/** What an order of the fewest packs that can be bought costs, for one pack. */
function charged(catalogue: Catalogue, sku: string, minimum: number): number | undefined {
  const request = orderRequestSchema.parse(orderBody({ lines: [{ sku, quantity: minimum }], delivery: { kind: 'home', province: 'ha-tinh', commune: 'Thiên Cầm', street: 'x' }, totalDong: -1 }));
  const checked = checkOrder({ catalogue, day: DAY, payments: ['cod', 'vietqr'] }, request);
  return 'changed' in checked ? checked.changed.lines[0]?.unitDong : undefined;
}

/** The lowest price of a product, wherever lists and search state it. */
function lowestOf(catalogue: Catalogue): Map<string, Record<string, number | undefined>> {
  const view: View = { catalogue, asOf: DAY, siteUrl: SITE, mode: 'server' };
  const documents = new Map(searchDocuments(catalogue, DAY).map((document) => [document.id, document]));
  const csv = new Map(productsCsv({ catalogue, asOf: DAY, siteUrl: SITE }).toString().split('\r\n').slice(1, -1).map((line) => [line.split(',')[0] ?? '', line] as const));
  return new Map(
    catalogue.products.map((product) => {
      const card = productSummary(view, product, 'vi').lowestPrice;
      const cells = csv.get(product.id)?.match(new RegExp(`/san-pham/${product.id}/,([^,]*),`))?.[1];
      const fact = { card: card === undefined ? undefined : Number(card.replace(/\D/g, '')), search: documents.get(product.id)?.priceDong, csv: product.alcohol ? undefined : cells === 'chưa rõ' ? undefined : Number(cells) };
      return [product.id, fact];
    }),
  );
}

function expectOnePrice(catalogue: Catalogue, isInFeed: boolean): number {
  let sold = 0;
  for (const [sku, { page, jsonLd, json, feed, charge }] of pricesOf(catalogue)) {
    const offer = catalogue.shop.offer(sku)?.priceDong;
    const isSold = offer !== undefined;
    if (isSold) sold += 1;
    const expected = isSold ? { page: offer, jsonLd: offer, json: offer, feed: isInFeed ? offer : undefined, charge: offer } : { page, jsonLd: undefined, json: page, feed: undefined, charge: undefined };
    expect({ sku, page, jsonLd, json, feed, charge }).toEqual({ sku, ...expected });
  }
  for (const [id, { card, search, csv }] of lowestOf(catalogue)) expect({ id, card, search, csv }).toEqual({ id, card, search: card, csv: card });
  return sold;
}

test('over the whole catalogue with its samples, a pack costs the same on page, in structured data, open data, search and charge; samples stand in no merchant feed', () => {
  const { catalogue } = loadCatalogue({ contentDir: 'content', samples: true, today: DAY });
  expect(expectOnePrice(catalogue as Catalogue, false)).toBe(29);
  expect(merchantFeed({ catalogue: catalogue as Catalogue, asOf: DAY, siteUrl: SITE, left: new Map() })).not.toContain('<item>');
});

test('of a real seller also in the merchant feed, with the fields that Google asks for; what is not sold has no offer anywhere', () => {
  const { register, places } = readRegister('content', { samples: true });
  const real = {
    ...register,
    practice: undefined,
    site: { ...register.site, ...register.practice },
    ...Object.fromEntries((['products', 'producers', 'decisions', 'lots', 'offers', 'outlets', 'events', 'baskets', 'vouchers'] as const).map((kind) => [kind, register[kind].map((record) => ({ ...record, sample: false }))])),
  };
  const catalogue = buildCatalogue(real, places);
  expect(expectOnePrice(catalogue, true)).toBe(29);
  const left = new Map([['nuoc-mam-cot-mau-chai-500ml', 3]]);
  const feed = merchantFeed({ catalogue, asOf: DAY, siteUrl: SITE, left });
  const item = /<item>\n<g:id>nuoc-mam-cot-mau-chai-500ml<[\s\S]*?<\/item>/.exec(feed)?.[0];
  for (const field of ['<g:availability>in_stock<', '<g:price>95000 VND<', '<g:link>https://ocop.example/san-pham/nuoc-mam-cot-mau/<', '<g:condition>new<', '<g:unit_pricing_measure>500 ml<', '<g:shipping_weight>950 g<', '<g:gtin>952', '<g:custom_label_0>OCOP']) expect(item).toContain(field);
  expect(feed).toContain('<g:availability>out_of_stock<');
  expect(feed).not.toMatch(/ruou/i);
});

test('whoever takes more pays the tier that the page promises', () => {
  const { catalogue } = loadCatalogue({ contentDir: 'content', samples: true, today: DAY });
  for (const { sku, tiers } of (catalogue as Catalogue).shop.offers) {
    for (const { from, priceDong } of tiers) expect([sku, from, formatDong(charged(catalogue as Catalogue, sku, from) ?? 0, 'vi')]).toEqual([sku, from, formatDong(priceDong, 'vi')]);
  }
});

import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { dayInVietnam } from '../../../src/domain/calendar-day.ts';
import { rendererOf } from '../../../src/publish/renderer.ts';
import type { View } from '../../../src/publish/view.ts';
import { openOffice, type Office } from '../../../src/server/desk/open-office.ts';
import { MORNING, temporaryFolder } from '../db/fresh-database.ts';
import { orderBody, practiceCatalogue } from '../orders/shop-server.ts';

const SITE = 'http://localhost:4321';
const SAUCE = 'nuoc-mam-cot-mau-chai-500ml';
const DAY = dayInVietnam(MORNING);

/** The practice shop with another price of the sauce. */
function dearer(priceDong: number): Catalogue {
  const catalogue = practiceCatalogue();
  const { shop } = catalogue;
  const priced = <T extends { sku: string } | undefined>(offer: T): T => (offer?.sku === SAUCE ? { ...offer, priceDong } : offer);
  return { ...catalogue, shop: { ...shop, offer: (sku) => priced(shop.offer(sku)), offersOf: (product) => shop.offersOf(product).map(priced) } };
}

let read: Catalogue;
let served: View | undefined;
let rendered: View | undefined;
let office: Office;
let errors: unknown[];

beforeEach(async () => {
  read = practiceCatalogue();
  served = { catalogue: { ...practiceCatalogue(), snapshot: 7 }, asOf: DAY, siteUrl: SITE, mode: 'server' };
  errors = [];
  const renderer = rendererOf(async (_request, view) => {
    rendered = view;
    return new Response('page', { headers: { 'content-type': 'text/plain' } });
  }, 'test');
  office = await openOffice({
    settings: { contentDir: join(import.meta.dirname, '../../../content'), dataDir: await temporaryFolder(), mediaCacheDir: await temporaryFolder(), siteUrl: SITE, databaseUrl: undefined, smtpUrl: undefined, mailFrom: 'OCOP <ocop@ocop.example>', officeEmail: undefined, samples: true, payments: [], paymentSettings: {} as never, stripeApiUrl: undefined },
    now: () => MORNING,
    catalogue: async () => read,
    served: () => served,
    renderer: async () => renderer,
    publish: async () => ({ published: true }),
    site: { publishes: async () => [], heldAt: async () => undefined, rollBack: async () => 1, publishAnew: async () => ({ published: true }) },
    lastPublish: async () => undefined,
    onError: (error) => void errors.push(error),
  });
});
afterEach(async () => {
  await office.close();
  expect(errors).toEqual([]);
});

let keys = 0;
async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const door = office.doors.find(({ takes }) => takes(path.split('?')[0] ?? ''));
  if (door === undefined) throw new Error(`no door takes ${path}`);
  return door.answer(new Request(SITE + path, init), { address: '203.0.113.7' });
}
const order = (totalDong: number) => ask('/api/orders', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': `khoa-mau-${String((keys += 1)).padStart(10, '0')}` }, body: JSON.stringify(orderBody({ totalDong })) });
const priced = async () => ((await (await ask('/api/cart/price', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ lines: [{ sku: SAUCE, quantity: 2 }] }) })).json()) as { totals: { goodsDong: number } }).totals.goodsDong;

test('a price that is read but not published is not charged: an order at the price that is shown goes through', async () => {
  read = dearer(99_000);
  expect(await priced()).toBe(190_000);
  const answer = await order(214_000);
  expect([answer.status, await answer.json()]).toEqual([201, expect.objectContaining({ totalDong: 214_000 })]);
  await ask('/gio-hang/', { headers: { cookie: `gio=1~${SAUCE}.2` } });
  expect(rendered?.catalogue.snapshot).toBe(7);
});

test('from the moment that it is served it is the price; who agreed to the other one is asked', async () => {
  read = dearer(99_000);
  served = { ...(served as View), catalogue: read };
  expect(await priced()).toBe(198_000);
  const answer = await order(214_000);
  expect([answer.status, await answer.json()]).toEqual([409, expect.objectContaining({ totals: expect.objectContaining({ totalDong: 222_000 }) as unknown })]);
  expect((await order(222_000)).status).toBe(201);
});

test('while nothing of what is published can be read, the records are the price list', async () => {
  read = dearer(99_000);
  served = undefined;
  expect(await priced()).toBe(198_000);
});

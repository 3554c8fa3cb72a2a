import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { buildShop } from '../../../src/catalogue/build-shop.ts';
import { practiceShopSchema } from '../../../src/catalogue/schemas/shop.ts';
import { openDatabase } from '../../../src/server/db/open-database.ts';
import { answerByDoor } from '../../../src/server/http/web-door.ts';
import { composeWithOrders } from '../../../src/server/mail/mail-kinds.ts';
import { startOutboxWorker } from '../../../src/server/mail/outbox-worker.ts';
import { product, smallCatalogue } from '../../publish/small-catalogue.ts';
import { offerOf } from './new-orders.ts';
import { openShop } from './shop-server.ts';

/** A shop to be killed: `node kill-shop.ts <data folder> <database or -> <clock ahead, ms>`. Says its port, then serves; every mail is a line of mails.log. */
const [dataDir = '', databaseUrl = '', ahead = '0'] = process.argv.slice(2);
const url = databaseUrl === '-' ? undefined : databaseUrl;
const now = (): number => Date.now() + Number(ahead);
const words = { vi: 'Thử' };
const practice = practiceShopSchema.parse({
  seller: { name: 'HTX Mẫu', taxCode: '0000000000', address: 'x', phone: '0', email: 'a@ocop.example' },
  delivery: { zones: [{ id: 'het', name: words, places: ['*'], baseDong: 20_000 }] },
  shop: { reservationMinutes: 10_080 },
});
const offers = [offerOf('mam', 100_000), offerOf('mat', 150)];
const record = { offers: offers.map(({ productId: _, sample: __, ...offer }) => ({ ...offer, tiers: [] })) };
const packs = offers.map(({ sku }) => ({ sku, label: 'Gói', coveredByDecision: 'yes' as const }));
const catalogue = {
  ...smallCatalogue({ products: [product('hang', { sample: true, packs })], certificates: [] }),
  shop: buildShop({ site: { name: { vi: 'x', en: 'x' } }, practice, offers: [{ id: 'hang', file: '', sample: true, record }], baskets: [], outlets: [], events: [], vouchers: [] }),
};

const db = await openDatabase({ dataDir, databaseUrl: url }, now);
const orders = await openShop(db, { dataDir, databaseUrl: url, now, catalogue: () => catalogue, mostTries: 1_000_000 });
const transport = { send: async ({ messageId }: { messageId: string }) => appendFileSync(join(dataDir, 'mails.log'), `${messageId}\n`), close: () => undefined };
startOutboxWorker({ db, transport, now, compose: composeWithOrders(orders.readOrder), everyMs: 20, onError: () => undefined });
const [door] = orders.doors;
const server = createServer((request, response) => {
  if (door !== undefined) answerByDoor(door, { trustProxy: false }, {}, request, response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => stdout.write(`${(server.address() as AddressInfo).port}\n`));

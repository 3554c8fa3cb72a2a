import { join } from 'node:path';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../../src/catalogue/load.ts';
import { waysToPay } from '../../../src/domain/payment-ways.ts';
import type { Database } from '../../../src/server/db/database.ts';
import { openOrders, type Orders } from '../../../src/server/orders/open-orders.ts';

export const SITE_URL = 'https://ocop.example';
let loaded: Catalogue | undefined;

/** The project's own records with the practice shop, read once. */
export function practiceCatalogue(): Catalogue {
  loaded ??= loadCatalogue({ contentDir: join(import.meta.dirname, '../../../content'), samples: true, today: '2026-11-24' }).catalogue;
  if (loaded === undefined) throw new Error('the records have errors');
  return loaded;
}

export interface ShopOptions {
  dataDir: string;
  databaseUrl?: string | undefined;
  now: () => number;
  catalogue?: () => Catalogue;
  mostTries?: number;
}

/** The orders of the practice shop on this database, without the rest of the site. */
export function openShop(db: Database, { dataDir, databaseUrl, now, catalogue = practiceCatalogue, mostTries }: ShopOptions, errors: unknown[] = []): Promise<Orders> {
  return openOrders({
    db,
    dataDir,
    databaseUrl,
    siteUrl: SITE_URL,
    mailDomain: 'ocop.example',
    now,
    catalogue: async () => catalogue(),
    payments: ({ shop: { seller } }) => waysToPay({ seller: seller && { sample: seller.sample, hasBank: seller.bank !== undefined }, transfers: true, cards: false, practice: true }),
    ...(mostTries !== undefined && { mostTries }),
    onError: (error) => void errors.push(error),
  });
}

/** A sound order; parts of it may be put in place of others. */
export function orderBody(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    lines: [{ sku: 'nuoc-mam-cot-mau-chai-500ml', quantity: 2 }],
    buyer: { name: 'Nguyễn Thị Mẫu', phone: '0905 000 111', email: 'mau@ocop.example' },
    delivery: { kind: 'home', province: 'Hà Tĩnh', commune: 'Thiên Cầm', street: 'Thôn Mẫu, số 5' },
    payment: 'cod',
    language: 'vi',
    totalDong: 214_000,
    ...more,
  };
}

export function postOrder(orders: Orders, body: unknown, { key = 'khoa-mau-0000000001', headers = {}, address = '203.0.113.7' }: { key?: string; headers?: Record<string, string>; address?: string } = {}): Promise<Response> {
  const [door] = orders.doors;
  if (door === undefined) throw new Error('no door takes orders');
  const request = new Request(`${SITE_URL}/api/orders`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return door.answer(request, { address });
}

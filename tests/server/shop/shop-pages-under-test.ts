import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { CHECKOUT_FIELDS } from '../../../src/publish/checkout-view.ts';
import type { ShopView } from '../../../src/publish/shop-view.ts';
import type { Database } from '../../../src/server/db/database.ts';
import { shopDoors } from '../../../src/server/shop/shop-doors.ts';
import { openPayments, type Payments } from '../../../src/server/payments/open-payments.ts';
import { freshDatabase, MORNING, temporaryFolder } from '../db/fresh-database.ts';
import { openShop, practiceCatalogue, SITE_URL } from '../orders/shop-server.ts';
import { STRIPE_KEY, STRIPE_WEBHOOK_SECRET, type FakeStripe } from '../payments/stripe/fake-stripe.ts';

export { SITE_URL };
export const HONEY = 'mat-ong-mau-chai-500ml';
export const SAUCE = 'nuoc-mam-cot-mau-chai-500ml';
export const BASKET = 'gio-bep-que-mau';
/** What a buyer in Hà Tĩnh types. */
export const TYPED = { ten: 'Nguyễn Thị Mẫu', 'dien-thoai': '0912 345 678', 'cach-giao': 'home', tinh: 'ha-tinh', xa: '', 'ten-xa': 'Thiên Cầm', 'dia-chi': 'Thôn Mẫu, số 5', 'tra-tien': 'cod' } as const;

/** The pages of the practice shop with a database of their own; what would be rendered is given back as JSON. */
export interface PagesUnderTest {
  db: Database;
  clock: { now: number };
  payments: Payments;
  errors: unknown[];
  /** A visitor with a browser's cookies. */
  visit(address?: string): Visitor;
  shown(answer: Response): Promise<ShopView & { path: string }>;
}

export interface Visitor {
  cookie: string;
  get(path: string): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Response>;
  json(path: string, body: unknown): Promise<Response>;
  /** Puts goods in, opens the checkout, and gives back its hidden fields. */
  fill(cart: Readonly<Record<string, number>>): Promise<Record<string, string>>;
}

/** `cards`: paid by card at this fake of Stripe instead of pretended payments. */
export async function openPages({ catalogue = practiceCatalogue, cards }: { catalogue?: () => Catalogue; cards?: FakeStripe } = {}): Promise<PagesUnderTest> {
  const [db, dataDir] = [await freshDatabase(), await temporaryFolder()];
  const clock = { now: MORNING };
  const errors: unknown[] = [];
  const now = (): number => clock.now;
  const onError = (error: unknown): void => void errors.push(error);
  const orders = await openShop(db, { dataDir, now, catalogue }, errors);
  const common = { siteUrl: 'http://localhost:4460', dataDir };
  const pretended = { ...common, payments: [], paymentSettings: {}, samples: true } as const;
  const byCard = { ...common, payments: ['stripe'], paymentSettings: { STRIPE_SECRET_KEY: STRIPE_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_ENTITY: 'Mẫu Ltd' }, stripeApiUrl: await cards?.listen(), samples: false } as const;
  const payments = await openPayments({ db, settings: cards === undefined ? pretended : byCard, catalogue: async () => catalogue(), eventParts: orders.eventParts, render: async (_, view) => Response.json(view), now, onError });
  const doors = shopDoors({ db, now, siteUrl: SITE_URL, catalogue: async () => catalogue(), orders, payments, render: async (path, shop) => Response.json({ path, ...shop }), onError });
  return {
    db,
    clock,
    payments,
    errors,
    shown: async (answer) => (await answer.json()) as ShopView & { path: string },
    visit(address = '203.0.113.7') {
      const ask = async (visitor: Visitor, path: string, init: RequestInit = {}): Promise<Response> => {
        const headers = new Headers(init.headers);
        if (visitor.cookie !== '') headers.set('cookie', visitor.cookie);
        const request = new Request(SITE_URL + path, { ...init, headers });
        const door = doors.find(({ takes }) => takes(new URL(request.url).pathname));
        if (door === undefined) throw new Error(`no door takes ${path}`);
        const answer = await door.answer(request, { address });
        for (const cookie of answer.headers.getSetCookie()) visitor.cookie = /^gio=;/.test(cookie) ? '' : (cookie.split(';')[0] ?? '');
        return answer;
      };
      const visitor: Visitor = {
        cookie: '',
        get: (path) => ask(visitor, path),
        post: (path, fields, headers = {}) => ask(visitor, path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: SITE_URL, 'sec-fetch-site': 'same-origin', ...headers } }),
        json: (path, body) => ask(visitor, path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        async fill(cart) {
          for (const [sku, quantity] of Object.entries(cart)) await visitor.post('/gio-hang/', { viec: 'them', 'quy-cach': sku, 'so-luong': String(quantity) });
          const view = (await (await visitor.get('/dat-hang/')).json()) as ShopView;
          if (view.page !== 'checkout') throw new Error(`shows ${view.page}`);
          const { key, kept } = view.checkout;
          // The total for the typed address, as the page shows it once it is chosen.
          const look = (await (await visitor.post('/dat-hang/', { ...TYPED, [CHECKOUT_FIELDS.cart]: kept, [CHECKOUT_FIELDS.key]: key, [CHECKOUT_FIELDS.step]: 'xem' })).json()) as ShopView;
          if (look.page !== 'checkout') throw new Error(`shows ${look.page}`);
          return { ...TYPED, [CHECKOUT_FIELDS.cart]: kept, [CHECKOUT_FIELDS.key]: key, [CHECKOUT_FIELDS.agreed]: String(look.checkout.cart.totals?.totalDong) };
        },
      };
      return visitor;
    },
  };
}

import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import type { DeskContent } from '../../../src/publish/desk-page.ts';
import type { ProducerOrderView } from '../../../src/publish/producer-order-view.ts';
import type { DialectName } from '../../../src/server/db/open-database.ts';
import { deskMoney } from '../../../src/server/desk/orders/desk-money.ts';
import { openPayments } from '../../../src/server/payments/open-payments.ts';
import { producerOrderDoor } from '../../../src/server/producer-orders/producer-order-door.ts';
import { freshDatabase, MORNING, temporaryFolder } from '../db/fresh-database.ts';
import { openDesk, SITE_URL, withToken, type DeskUnderTest } from '../desk/desk-under-test.ts';
import { openShop, orderBody, postOrder, practiceCatalogue } from '../orders/shop-server.ts';

/** `practiceCatalogue` with a producer that has an address for orders. */
export function shopCatalogue(): Catalogue {
  const catalogue = practiceCatalogue();
  return { ...catalogue, producer: (id) => (id === 'htx-mau' ? { ...(catalogue.producer(id) as NonNullable<ReturnType<Catalogue['producer']>>), orders: { email: 'htx-mau@ocop.example', phone: '0000 000 000' } } : catalogue.producer(id)) };
}

/** The desk with the practice shop, a clerk who approves and one who does not. */
export async function openOrderDesk(dialect: DialectName = 'sqlite', given?: () => Catalogue) {
  const dataDir = await temporaryFolder();
  const db = await freshDatabase(dialect, dialect === 'sqlite' ? dataDir : undefined);
  const clock = { now: MORNING };
  const withAddress = shopCatalogue();
  const catalogueNow = given ?? (() => withAddress);
  const errors: unknown[] = [];
  const orders = await openShop(db, { dataDir, now: () => clock.now, catalogue: catalogueNow, ...(dialect === 'postgres' && { databaseUrl: 'postgres://x' }) }, errors);
  const settings = { payments: [], paymentSettings: {}, siteUrl: 'http://localhost:4321', dataDir, samples: true } as unknown as Parameters<typeof openPayments>[0]['settings'];
  const payments = await openPayments({ db, settings, catalogue: async () => catalogueNow(), eventParts: () => ({ ...orders.eventParts(), now: clock.now }), render: async () => new Response(), now: () => clock.now, onError: (error) => void errors.push(error) });
  const shop = { dialect, tokens: orders.tokens, mailDomain: 'ocop.example', money: deskMoney(payments) };
  const desk = await openDesk({ db, now: () => clock.now, catalogue: async () => catalogueNow(), shop });
  await desk.user('Lan', 'approver');
  await desk.user('Minh', 'editor');
  const sessions = { Lan: await desk.enter('Lan'), Minh: await desk.enter('Minh') };
  const door = producerOrderDoor({ db, now: () => clock.now, catalogue: async () => catalogueNow(), shop, onError: (error) => void errors.push(error), render: async (path, view: ProducerOrderView) => Response.json({ path, ...view }) });
  let key = 0;
  return {
    db,
    clock,
    desk,
    errors,
    orders,
    payments,
    door,
    catalogue: withAddress,
    get: (path: string, who: keyof typeof sessions = 'Lan') => desk.get(path, { cookie: sessions[who].cookie }),
    post: (path: string, fields: Record<string, string>, who: keyof typeof sessions = 'Lan') => desk.post(path, withToken(sessions[who].formToken, fields), { cookie: sessions[who].cookie }),
    /** Places an order and gives back its row. */
    async order(more: Record<string, unknown> = {}) {
      key += 1;
      const answer = await postOrder(orders, orderBody(more), { key: `khoa-mau-${String(key).padStart(10, '0')}` });
      const { number } = (await answer.json()) as { number: string };
      return db.selectFrom('orders').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
    },
    state: async (id: string) => (await db.selectFrom('orders').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state,
    /** A producer's page. */
    part: (token: string, fields?: Record<string, string>) => door.answer(new Request(`${SITE_URL}/chu-the-tra-loi/${token}/`, fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) }), { address: '203.0.113.9' }),
    stop: async () => {
      await orders.stop();
      await payments.stop();
    },
  };
}

export type OrderDesk = Awaited<ReturnType<typeof openOrderDesk>>;

export async function contentOf<K extends DeskContent['kind']>(answer: Response, kind: K): Promise<Extract<DeskContent, { kind: K }>> {
  const { content } = (await answer.json()) as { content: DeskContent };
  if (content.kind !== kind) throw new Error(`shows ${content.kind}`);
  return content as Extract<DeskContent, { kind: K }>;
}

export type { DeskUnderTest };

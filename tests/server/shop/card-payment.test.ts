import { afterEach, expect, test } from 'vitest';
import type { OrderView } from '../../../src/publish/order-view.ts';
import { MORNING } from '../db/fresh-database.ts';
import { FakeStripe } from '../payments/stripe/fake-stripe.ts';
import { openPages, SAUCE, type PagesUnderTest, type Visitor } from './shop-pages-under-test.ts';

let stripe: FakeStripe | undefined;
let opened: PagesUnderTest | undefined;
afterEach(async () => {
  await opened?.payments.stop();
  await stripe?.close();
});

async function ordered(): Promise<{ pages: PagesUnderTest; buyer: Visitor; path: string; fake: FakeStripe; order(): Promise<OrderView> }> {
  const fake = (stripe = new FakeStripe(MORNING));
  const pages = (opened = await openPages({ cards: fake }));
  const buyer = pages.visit();
  const answer = await buyer.post('/en/checkout/', { ...(await buyer.fill({ [SAUCE]: 2 })), 'tra-tien': 'stripe' });
  const path = (answer.headers.get('location') ?? '').replace('?moi=1', '');
  const order = async (): Promise<OrderView> => {
    const view = await pages.shown(await buyer.get(path));
    if (view.page !== 'order') throw new Error(`shows ${view.page}`);
    return view.order;
  };
  return { pages, buyer, path, fake, order };
}

test('a card: the order stands first, its link leads to one session however often, coming back tells nothing, the signed event pays', async () => {
  const { pages, buyer, path, fake, order } = await ordered();
  expect(path).toMatch(/^\/en\/orders\/[\w-]{22}\/$/);
  expect(await order()).toMatchObject({ state: 'awaiting-payment', pay: { kind: 'redirect', provider: 'stripe', amountDong: 214_000, url: `${path}tra-tien` } });
  expect(fake.sessions.size).toBe(0);
  const [first, second] = [await buyer.get(`${path}tra-tien`), await buyer.get(`${path}tra-tien`)];
  const [session] = fake.sessions.values();
  expect([first.headers.get('location'), second.headers.get('location'), fake.sessions.size]).toEqual([session?.url, session?.url, 1]);
  expect(session).toMatchObject({ amount_total: 214_000, currency: 'vnd' });
  fake.pay(session?.id ?? '');
  expect((await order()).state).toBe('awaiting-payment');
  const { body, headers } = fake.event('checkout.session.completed', fake.sessions.get(session?.id ?? ''));
  const webhook = new Request('http://localhost/api/payments/stripe/webhook', { method: 'POST', body, headers });
  expect((await pages.payments.doors[0]?.answer(webhook, { address: '' }))?.status).toBe(200);
  expect(await order()).toMatchObject({ state: 'paid', paidDong: 214_000, mayCancel: true });
  expect(await order()).not.toHaveProperty('pay');
  expect(pages.errors).toEqual([]);
});

test('a provider that does not answer leaves the order as it is and says so; a cancelled one takes no money any more', async () => {
  const { pages, buyer, path, fake, order } = await ordered();
  fake.failing = 50;
  const failed = await buyer.get(`${path}tra-tien`);
  expect(failed.headers.get('location')).toBe(`${path}?loi=tra`);
  expect((await pages.shown(await buyer.get(`${path}?loi=tra`))) as object).toMatchObject({ order: { problem: 'not-now', state: 'awaiting-payment' } });
  fake.failing = 0;
  await buyer.get(`${path}tra-tien`);
  await buyer.post(path, { viec: 'huy' });
  expect([(await order()).state, [...fake.sessions.values()].map(({ status }) => status)]).toEqual(['cancelled', ['expired']]);
});

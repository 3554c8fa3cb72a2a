import { afterEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { openPayments, type Payments } from '../../../src/server/payments/open-payments.ts';
import type { Environment } from '../../../src/server/env.ts';
import type { OrderToPay } from '../../../src/server/payments/payment-provider.ts';
import { temporaryFolder } from '../db/fresh-database.ts';
import { FakeStripe, STRIPE_KEY, STRIPE_WEBHOOK_SECRET } from './stripe/fake-stripe.ts';
import { ACCOUNT, openShop, transfer, type ShopUnderTest } from './shop-under-test.ts';
import { SECRETS, sepayMessage } from './webhooks/signed-messages.ts';

const SELLER = { sample: false, name: 'HTX Thử', taxCode: '0000000000', address: 'x', phone: 'x', email: 'a@b.example', invoices: 'none' as const, bank: { bin: '970436', bank: 'Vietcombank', account: ACCOUNT, name: 'HTX THU' } };
const HOUR = 3_600_000;

let opened: Payments | undefined;
let fake: FakeStripe | undefined;
afterEach(async () => {
  await opened?.stop();
  await fake?.close();
  [opened, fake] = [undefined, undefined];
});

async function open(settings: Partial<Environment> = {}, seller: object | undefined = SELLER): Promise<{ shop: ShopUnderTest; money: Payments; faults: string[] }> {
  const shop = await openShop();
  const faults: string[] = [];
  if (settings.payments?.includes('stripe') === true) fake = new FakeStripe(shop.clock.now);
  opened = await openPayments({
    db: shop.db,
    settings: { payments: [], paymentSettings: {}, siteUrl: 'http://localhost:4321', dataDir: await temporaryFolder(), samples: false, ...(fake !== undefined && { stripeApiUrl: await fake.listen() }), ...settings },
    catalogue: async () => ({ shop: { seller } }) as Catalogue,
    eventParts: shop.parts,
    render: async () => new Response('x'),
    now: () => shop.clock.now,
    onError: (error) => faults.push(String(error)),
  });
  return { shop, money: opened, faults };
}

const CARDS = { payments: ['stripe'], paymentSettings: { STRIPE_SECRET_KEY: STRIPE_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_ENTITY: 'Mẫu Ltd' } } as const;
const toPay = (shop: ShopUnderTest, id: string): OrderToPay => ({ id, number: 'DH1', language: 'vi', dueDong: 250_000, transferCode: 'x', createdAt: shop.clock.now, reservedUntil: shop.clock.now + HOUR, returnPath: '/don-hang/x/' });

describe('which ways to pay there are', () => {
  test.each<[string, Partial<Environment>, object | undefined, string[]]>([
    ['nothing switched on', {}, SELLER, ['cod']],
    ['transfers', { payments: ['vietqr'] }, SELLER, ['cod', 'vietqr']],
    ['transfers told by SePay', { payments: ['sepay'], paymentSettings: { SEPAY_WEBHOOK_SECRET: 's' } }, SELLER, ['cod', 'vietqr']],
    ['transfers without an account', { payments: ['vietqr'] }, { ...SELLER, bank: undefined }, ['cod']],
    ['cards', CARDS, SELLER, ['cod', 'stripe']],
    ['practice', { samples: true }, { ...SELLER, sample: true }, ['cod', 'vietqr', 'practice']],
    ['nobody sells', { payments: ['vietqr'] }, undefined, []],
  ])('%s', async (_, settings, seller, methods) => {
    const { money } = await open(settings, seller);
    expect(money.of({ seller: seller as never }).methods).toEqual(seller === undefined ? [] : methods);
  });

  test('practice beside a real one, or on a public site, does not open', async () => {
    await expect(open({ samples: true, payments: ['vietqr'] })).rejects.toThrow('one of them must go');
    await expect(open({ samples: true, siteUrl: 'https://ocop.example' })).rejects.toThrow('public site');
  });

  test('only what is switched on has an address', async () => {
    const { money } = await open({ payments: ['sepay'], paymentSettings: { SEPAY_WEBHOOK_SECRET: SECRETS.sepay } });
    const ask = async (name: string): Promise<number | undefined> => {
      const request = new Request(`http://localhost/api/payments/${name}/webhook`, { method: 'POST', body: '{}' });
      return (await money.doors.find((door) => door.takes(new URL(request.url).pathname))?.answer(request, { address: '' }))?.status;
    };
    expect(await Promise.all(['sepay', 'casso', 'payos', 'stripe', 'practice'].map(ask))).toEqual([401, 404, 404, 404, 404]);
  });
});

test('a transfer: the symbol names bank, account, amount and code; a signed message pays the order', async () => {
  const { shop, money } = await open({ payments: ['sepay'], paymentSettings: { SEPAY_WEBHOOK_SECRET: SECRETS.sepay } });
  const { id, code } = await shop.order(1);
  expect(await money.of({ seller: SELLER }).provider('vietqr')?.begin({ ...toPay(shop, id), transferCode: code })).toMatchObject({ kind: 'vietqr', bank: 'Vietcombank', account: ACCOUNT, holder: 'HTX THU', amountDong: 250_000, content: code });
  const { body, headers } = sepayMessage({ id: 5, account: ACCOUNT, amount: 250_000, content: `x ${code} y`, reference: 'FT5', sentAt: shop.clock.now });
  const answer = await money.doors[0]?.answer(new Request('http://localhost/api/payments/sepay/webhook', { method: 'POST', body, headers }), { address: '' });
  expect(answer?.status).toBe(200);
  expect(await shop.state(id)).toMatchObject({ state: 'paid', paid: 250_000 });
});

describe('a bank statement', () => {
  const csv = (...rows: string[]): { bytes: Uint8Array; name: string } => ({ bytes: Buffer.from(['Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Mô tả', ...rows, ''].join('\n')), name: 'sao-ke.csv' });

  test('pays orders, asks about the rest, and changes nothing the second time', async () => {
    const { shop, money } = await open({ payments: ['vietqr'] });
    const [one, two] = [await shop.order(1), await shop.order(2)];
    const file = csv(`24/11/2026;FT1;;250.000;${one.code}`, `24/11/2026;FT2;;100.000;${two.code}`, '24/11/2026;FT3;;70.000;chuyen tien', '24/11/2026;FT4;55.000;;tien dien', '24/11/2026;FT5;;7,5;x');
    expect(await money.applyStatement(file)).toMatchObject({ rows: 4, outcomes: { paid: 1, 'part-paid': 1, 'unknown-order': 1 }, problems: [{ vi: expect.stringContaining('Hàng 6') as string }] });
    expect([await shop.state(one.id), await shop.state(two.id)]).toMatchObject([{ state: 'paid' }, { state: 'part-paid' }]);
    const before = [await shop.openTasks(), await shop.state(one.id), await shop.state(two.id)];
    expect(await money.applyStatement(file)).toMatchObject({ outcomes: { known: 3 } });
    expect([await shop.openTasks(), await shop.state(one.id), await shop.state(two.id)]).toEqual(before);
  });

  test('without an account of the seller it is not read', async () => {
    const { money } = await open({ payments: ['vietqr'] }, { ...SELLER, bank: undefined });
    expect(await money.applyStatement(csv())).toMatchObject({ refusal: { vi: expect.stringContaining('content/site.yaml') as string } });
  });
});

describe('a clerk', () => {
  const taskId = async (shop: ShopUnderTest): Promise<number> => (await shop.db.selectFrom('order_tasks').select('id').where('kind', '=', 'review').where('done_at', 'is', null).executeTakeFirstOrThrow()).id;

  test('gives money without a code to an order, once', async () => {
    const { shop, money } = await open({ payments: ['vietqr'] });
    const { id } = await shop.order(1);
    await shop.apply(transfer(undefined, 250_000, 1, { words: 'NGUYEN VAN A mua mam' }));
    const task = await taskId(shop);
    expect(await money.assign({ taskId: task, orderId: id, who: 'Chị Lan' })).toBeUndefined();
    expect(await shop.state(id)).toMatchObject({ state: 'paid', paid: 250_000 });
    expect(await money.assign({ taskId: task, orderId: id, who: 'Chị Lan' })).toContain('người khác');
    expect(await shop.apply(transfer(undefined, 250_000, 1))).toBe('known');
    expect(await shop.state(id)).toMatchObject({ paid: 250_000 });
    await money.forget(0);
    shop.clock.now += 1;
    await money.forget(0);
    expect(JSON.stringify(await shop.db.selectFrom('order_tasks').select('detail').execute())).not.toContain('NGUYEN');
  });

  test('counts what looked like the same money, for its own order only', async () => {
    const { shop, money } = await open({ payments: ['vietqr'] });
    const [one, two] = [await shop.order(1), await shop.order(2)];
    await shop.apply(transfer(one.code, 250_000, 1));
    await shop.apply(transfer(one.code, 250_000, 2, { eventId: 'bank:x:2', at: '2026-12-24T01:00:00.000Z' }));
    const task = await taskId(shop);
    expect(await money.assign({ taskId: task, orderId: two.id, who: 'Chị Lan' })).toContain('đơn khác');
    expect(await money.assign({ taskId: task, orderId: one.id, who: 'Chị Lan' })).toBeUndefined();
    expect(await shop.state(one.id)).toMatchObject({ paid: 500_000 });
    expect(await shop.openTasks()).toEqual([{ kind: 'refund', order: one.id, dong: 250_000 }]);
  });

  test('money in another currency, and other tasks, are given to nobody', async () => {
    const { shop, money } = await open({ payments: ['vietqr'] });
    const { id, code } = await shop.order(1);
    await shop.apply(transfer(code, 250_000, 1, { currency: 'USD' }));
    expect(await money.assign({ taskId: await taskId(shop), orderId: id, who: 'x' })).toContain('không gán được');
    expect(await money.assign({ taskId: 9_999, orderId: id, who: 'x' })).toContain('không phải xem');
  });

  test('pays back by hand, once; cards go back through Stripe', async () => {
    const { shop, money } = await open(CARDS);
    const { id, code } = await shop.order(1);
    await shop.apply(transfer(code, 300_000, 1));
    expect(await money.payBack({ orderId: id, dong: 50_000, key: '1' })).toBe('by-hand');
    expect(await money.paidBack({ orderId: id, dong: 50_000, key: '1' })).toBe(true);
    expect(await money.paidBack({ orderId: id, dong: 50_000, key: '1' })).toBe(true);
    expect(await shop.state(id)).toMatchObject({ back: 50_000 });
    expect(await shop.openTasks()).toEqual([]);
    expect(await money.paidBack({ orderId: 'nobody', dong: 50_000, key: '2' })).toBe(false);
  });
});

describe('cards', () => {
  test('buyers are told who charges them', async () => {
    const { money } = await open(CARDS);
    expect(money.of({ seller: SELLER }).provider('stripe')?.collectedBy).toBe('Mẫu Ltd');
  });

  test('a payment whose message got lost is found; the refund goes through Stripe and counts once', async () => {
    const { shop, money } = await open(CARDS);
    const { id } = await shop.order(1, { method: 'stripe' });
    await money.of({ seller: SELLER }).provider('stripe')?.begin(toPay(shop, id));
    const [session] = [...(fake as FakeStripe).sessions.values()];
    fake?.pay(session?.id as string);
    await money.look();
    await money.look();
    expect(await shop.state(id)).toMatchObject({ state: 'paid', paid: 250_000 });
    expect(await money.payBack({ orderId: id, dong: 100_000, key: 't1' })).toBe('done');
    const [refund] = [...(fake as FakeStripe).refunds.values()];
    const { body, headers } = (fake as FakeStripe).event('refund.created', refund);
    expect((await money.doors[0]?.answer(new Request('http://localhost/api/payments/stripe/webhook', { method: 'POST', body, headers }), { address: '' }))?.status).toBe(200);
    expect(await shop.state(id)).toMatchObject({ back: 100_000 });
  });

  test('the page of an order that is over ends; one order that cannot be asked for does not stop the others', async () => {
    const { shop, money, faults } = await open(CARDS);
    const [one, two] = [await shop.order(1, { method: 'stripe', reservedUntil: shop.clock.now + 60_000 }), await shop.order(2, { method: 'stripe', reservedUntil: shop.clock.now + 60_000 })];
    for (const { id } of [one, two]) await money.of({ seller: SELLER }).provider('stripe')?.begin({ ...toPay(shop, id), reservedUntil: shop.clock.now + 60_000 });
    await shop.db.updateTable('payment_sessions').set({ session_id: 'cs_gone' }).where('order_id', '=', one.id).execute();
    shop.clock.now += 60_000;
    await shop.release();
    await money.look();
    expect([...(fake as FakeStripe).sessions.values()].map(({ status }) => status)).toEqual(['open', 'expired']);
    expect(faults).toHaveLength(1);
  });

  test('Stripe does not answer: the message comes again', async () => {
    const { shop, money, faults } = await open(CARDS);
    const { id } = await shop.order(1, { method: 'stripe' });
    await money.of({ seller: SELLER }).provider('stripe')?.begin(toPay(shop, id));
    const [session] = [...(fake as FakeStripe).sessions.values()];
    fake?.pay(session?.id as string);
    const { body, headers } = (fake as FakeStripe).event('checkout.session.completed', session);
    const send = async (): Promise<number | undefined> => (await money.doors[0]?.answer(new Request('http://localhost/api/payments/stripe/webhook', { method: 'POST', body, headers }), { address: '' }))?.status;
    (fake as FakeStripe).failing = 3;
    expect(await send()).toBe(500);
    expect(faults).toHaveLength(1);
    expect(await send()).toBe(200);
    expect(await shop.state(id)).toMatchObject({ state: 'paid' });
  });
});

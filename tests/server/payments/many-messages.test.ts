import fc from 'fast-check';
import { sql, type KyselyPlugin } from 'kysely';
import { describe, expect, test } from 'vitest';
import { applyPayment } from '../../../src/server/payments/apply-payment.ts';
import { paymentWebhookDoor } from '../../../src/server/payments/payment-webhook-door.ts';
import { cassoWebhook } from '../../../src/server/payments/webhooks/casso.ts';
import { payosWebhook } from '../../../src/server/payments/webhooks/payos.ts';
import { sepayWebhook } from '../../../src/server/payments/webhooks/sepay.ts';
import type { WebDoor } from '../../../src/server/http/web-door.ts';
import type { ToldPayment } from '../../../src/server/payments/told-payment.ts';
import { ACCOUNT, openShop, type ShopUnderTest } from './shop-under-test.ts';
import { cassoMessage, payosMessage, SECRETS, sepayMessage, type Movement, type SentMessage } from './webhooks/signed-messages.ts';

const MESSAGES = process.env['LONG_TESTS'] ? 10_000 : 1_000;
/** A hang fails; ten thousand messages take their time. */
const PATIENCE_MS = process.env['LONG_TESTS'] ? 1_800_000 : 120_000;
const TOTAL = 250_000;
/** What buyers do, in shares of what is due; an order may get none. */
const HABITS: readonly (readonly number[])[] = [[1], [1], [1], [0.4], [0.4, 0.6], [0.2, 0.3], [1.2], [1, 1], [0.5, 0.5, 0.5], []];

type Channel = 'sepay' | 'casso' | 'payos';
const SIGN: Readonly<Record<Channel, (movement: Movement, secret?: string) => SentMessage>> = { sepay: sepayMessage, casso: cassoMessage, payos: payosMessage };
const CHANNELS = Object.keys(SIGN) as Channel[];

interface Message {
  channel: Channel;
  movement: Movement;
}

/** The same numbers in every run, so that a failure can be seen again. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Transfers of many buyers: good ones, ones without or with an unknown code, to another account; each told by one to three services. */
async function plan(shop: ShopUnderTest, roll: () => number, count: number): Promise<Message[]> {
  const messages: Message[] = [];
  let id = 1;
  const add = (amount: number, content: string, account = ACCOUNT): void => {
    const movement = { id, account, amount, content, reference: `FT${id}`, sentAt: shop.clock.now };
    id += 1;
    for (const channel of CHANNELS) if (channel === 'sepay' || roll() < 0.3) messages.push({ channel, movement });
  };
  for (let nth = 1; messages.length < count; nth += 1) {
    const isDeposit = nth % 7 === 0;
    const { code } = await shop.order(nth, isDeposit ? { method: 'cod', totalDong: TOTAL * 3, dueNowDong: TOTAL } : {});
    for (const share of HABITS[Math.floor(roll() * HABITS.length)] ?? []) add(Math.round(TOTAL * share), `MBVCB.${id}.${code.toLowerCase()}-chuyen tien`);
    if (nth % 20 === 0) add(90_000, 'NGUYEN VAN A chuyen tien');
    if (nth % 25 === 0) add(TOTAL, code, '9990001112223');
  }
  return messages;
}

function doorOf(shop: ShopUnderTest): WebDoor {
  return paymentWebhookDoor({
    webhooks: [sepayWebhook(SECRETS.sepay), cassoWebhook(SECRETS.casso), payosWebhook(SECRETS.payos)],
    receive: async (told) => {
      for (const one of told) await applyPayment(shop.db, one, shop.parts());
    },
    now: () => shop.clock.now,
    onError: (error) => {
      throw error;
    },
  });
}

async function send(door: WebDoor, channel: Channel, { body, headers }: SentMessage): Promise<number> {
  const request = new Request(`http://localhost/api/payments/${channel}/webhook`, { method: 'POST', body, headers });
  return (await door.answer(request, { address: '' })).status;
}

/** All that must be the same, whatever the way there. */
async function endOf(shop: ShopUnderTest): Promise<unknown> {
  const orders = await shop.db.selectFrom('orders').select(['id', 'state', 'paid_dong', 'refunded_dong', 'stock_state', 'reserved_until']).orderBy('id').execute();
  const tasks = await shop.db.selectFrom('order_tasks').select(['order_id', 'kind', sql<number>`sum(amount_dong)`.as('dong')]).where('done_at', 'is', null).groupBy(['order_id', 'kind']).orderBy('order_id').orderBy('kind').execute();
  const mails = await shop.db.selectFrom('outbox').select(['kind', 'subject_key']).orderBy('kind').orderBy('subject_key').execute();
  const money = await shop.db.selectFrom('payment_events').select(['bank_reference', 'amount_dong', 'order_id']).orderBy('bank_reference').execute();
  const stock = await shop.db.selectFrom('stock').selectAll().execute();
  return { orders, tasks, mails, money, stock };
}

/** A message with one thing changed under the old signature, or one that is signed by somebody else, or too old. */
function tampered({ channel, movement }: Message, roll: () => number, now: number): SentMessage {
  const good = SIGN[channel]({ ...movement, sentAt: now });
  const changes: (() => SentMessage)[] = [
    () => ({ ...good, body: good.body.replace(String(movement.amount), String(movement.amount + 1)) }),
    () => ({ ...good, body: good.body.replace(movement.account, '9990001112223') }),
    () => ({ ...good, body: good.body.replace(movement.content, `${movement.content} `) }),
    () => (channel === 'payos' ? { ...good, body: good.body.replace('"VND"', '"USD"') } : { ...good, headers: Object.fromEntries(Object.entries(good.headers).map(([name, value]) => [name, value.replace(/[0-9a-f]{8}$/, '00000000')])) }),
    () => SIGN[channel]({ ...movement, sentAt: now }, 'another secret'),
    () => (channel === 'payos' ? { ...good, body: good.body.replace(/"signature":"[^"]+"/, '"signature":""') } : SIGN[channel]({ ...movement, sentAt: now - 301_000 })),
    () => ({ body: good.body, headers: {} }),
  ];
  const made = (changes[Math.floor(roll() * (channel === 'payos' ? 6 : 7))] as () => SentMessage)();
  return made.body === good.body && JSON.stringify(made.headers) === JSON.stringify(good.headers) ? SIGN[channel](movement, 'another secret') : made;
}

function shuffled<T>(list: readonly T[], roll: () => number): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(roll() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

describe(`${MESSAGES} messages`, () => {
  test('told again, mixed, late and forged among them: the same end as told once, in order', async () => {
    const calm = await openShop({ quick: true });
    const planned = await plan(calm, dice(7), MESSAGES);
    for (const { channel, movement } of planned) expect(await send(doorOf(calm), channel, SIGN[channel](movement))).toBe(200);

    const wild = await openShop({ quick: true });
    const roll = dice(11);
    const again = await plan(wild, dice(7), MESSAGES);
    const door = doorOf(wild);
    const sendings = shuffled(again.flatMap((message) => [message, ...Array.from({ length: Math.floor(roll() * 3) }, () => message)]), roll);
    let forged = 0;
    for (const message of sendings) {
      // Services sign anew when they send again; the time in the message stays.
      wild.clock.now += Math.floor(roll() * 1000);
      if (roll() < 0.5) {
        forged += 1;
        expect([400, 401]).toContain(await send(door, message.channel, tampered(message, roll, wild.clock.now)));
      }
      expect(await send(door, message.channel, resigned(message, wild.clock.now))).toBe(200);
    }
    expect(forged).toBeGreaterThan(planned.length / 2);
    expect(await endOf(wild)).toEqual(await endOf(calm));
  }, PATIENCE_MS);

  test('ten at a time: the same end', async () => {
    const few = MESSAGES / 4;
    const calm = await openShop({ quick: true });
    for (const { channel, movement } of await plan(calm, dice(3), few)) await send(doorOf(calm), channel, SIGN[channel](movement));
    const wild = await openShop({ quick: true });
    const door = doorOf(wild);
    const sendings = shuffled((await plan(wild, dice(3), few)).flatMap((message) => [message, message]), dice(5));
    for (let at = 0; at < sendings.length; at += 10) {
      const statuses = await Promise.all(sendings.slice(at, at + 10).map(({ channel, movement }) => send(door, channel, SIGN[channel](movement))));
      expect(new Set(statuses)).toEqual(new Set([200]));
    }
    expect(await endOf(wild)).toEqual(await endOf(calm));
  }, PATIENCE_MS);
});

/** The same movement, signed at another time. */
function resigned({ channel, movement }: Message, now: number): SentMessage {
  return SIGN[channel]({ ...movement, sentAt: now });
}

test('what is not signed asks nothing of the database', async () => {
  const shop = await openShop({ quick: true });
  const { code } = await shop.order(1);
  let queries = 0;
  const counting: KyselyPlugin = { transformQuery: ({ node }) => ((queries += 1), node), transformResult: async ({ result }) => result };
  const door = doorOf({ ...shop, db: shop.db.withPlugin(counting) });
  const message: Message = { channel: 'sepay', movement: { id: 1, account: ACCOUNT, amount: TOTAL, content: code, reference: 'FT1', sentAt: shop.clock.now } };
  const roll = dice(1);
  for (let nth = 0; nth < 300; nth += 1) {
    const channel = CHANNELS[nth % 3] as Channel;
    expect([400, 401]).toContain(await send(door, channel, tampered({ ...message, channel }, roll, shop.clock.now)));
  }
  expect(queries).toBe(0);
  expect(await send(door, 'sepay', SIGN.sepay(message.movement))).toBe(200);
  expect(queries).toBeGreaterThan(0);
});

test('any payments of one order in any order, by webhook and statement, end the same', async () => {
  const told = fc.record({ amount: fc.constantFrom(50_000, 100_000, 250_000), byWebhook: fc.boolean(), byStatement: fc.boolean(), sameReference: fc.boolean() });
  const shop = await openShop({ quick: true });
  let orders = 0;
  /** One order of its own for every way of telling. */
  const end = async (payments: readonly { amount: number; byWebhook: boolean; byStatement: boolean; sameReference: boolean }[], mix: (messages: readonly ToldPayment[]) => readonly ToldPayment[]): Promise<unknown> => {
    orders += 1;
    const { id, code } = await shop.order(orders);
    const messages = payments.flatMap(({ amount, byWebhook, byStatement, sameReference }, nth): ToldPayment[] => {
      const name = `${orders}-${nth}`;
      const common = { provider: 'vietqr', kind: 'paid', amountDong: amount, currency: 'VND', reference: code, account: ACCOUNT, at: '2026-11-24T03:00:00.000Z' } as const;
      return [
        ...(byWebhook ? [{ ...common, eventId: `sepay:${name}`, bankReference: `${ACCOUNT}:FT${name}` }] : []),
        ...(byStatement ? [{ ...common, eventId: `bank:${name}`, bankReference: `${ACCOUNT}:${sameReference ? 'FT' : 'S'}${name}` }] : []),
      ];
    });
    for (const message of mix(messages)) await shop.apply(message);
    const tasks = (await shop.openTasks()).filter(({ order }) => order === id);
    return { ...(await shop.state(id)), tasks: tasks.map(({ kind, dong }) => [kind, dong]).sort() };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 5 }), fc.nat(1_000_000), async (payments, seed) => {
      const calm = await end(payments, (messages) => messages);
      for (const nth of [1, 2]) expect(await end(payments, (messages) => shuffled(messages, dice(seed + nth)))).toEqual(calm);
    }),
    { numRuns: process.env['LONG_TESTS'] ? 1_000 : 25 },
  );
}, PATIENCE_MS);

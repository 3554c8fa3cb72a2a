import { stderr } from 'node:process';
import { describe, expect, test } from 'vitest';
import { DIALECTS, postgresMissing } from '../db/fresh-database.ts';
import { ACCOUNT, codeOf, openShop, transfer } from './shop-under-test.ts';

if (postgresMissing !== undefined) stderr.write(`Payments are not tested on PostgreSQL here: ${postgresMissing}.\n`);

describe.each(DIALECTS)('on %s', (dialect) => {
  test('exactly what is due: paid, the producer told, one mail', async () => {
    const shop = await openShop({ dialect });
    const { id, code } = await shop.order(1);
    expect(await shop.apply(transfer(code, 250_000, 1))).toBe('paid');
    expect(await shop.state(id)).toEqual({ state: 'paid', paid: 250_000, back: 0, stock: 'held' });
    expect(await shop.openTasks()).toEqual([]);
    expect(await shop.db.selectFrom('outbox').select(['kind', 'subject_key']).execute()).toEqual([{ kind: 'order-paid', subject_key: id }]);
    expect(await shop.db.selectFrom('producer_order_links').select('producer_id').execute()).toHaveLength(1);
  });

  test('less, then the rest', async () => {
    const shop = await openShop({ dialect });
    const { id, code } = await shop.order(1);
    expect(await shop.apply(transfer(code, 200_000, 1))).toBe('part-paid');
    expect(await shop.state(id)).toMatchObject({ state: 'part-paid', paid: 200_000 });
    expect(await shop.openTasks()).toEqual([{ kind: 'part-paid', order: id, dong: 200_000 }]);
    expect(await shop.apply(transfer(code, 50_000, 2))).toBe('paid');
    expect(await shop.state(id)).toMatchObject({ state: 'paid', paid: 250_000 });
    expect((await shop.openTasks()).filter(({ kind }) => kind === 'refund')).toEqual([]);
  });

  test('more: paid, and the rest goes back', async () => {
    const shop = await openShop({ dialect });
    const { id, code } = await shop.order(1);
    expect(await shop.apply(transfer(code, 300_000, 1))).toBe('over-paid');
    expect(await shop.state(id)).toMatchObject({ state: 'paid', paid: 300_000 });
    expect(await shop.openTasks()).toEqual([{ kind: 'refund', order: id, dong: 50_000 }]);
  });

  test('twice: the second goes back; the same message twice is nothing', async () => {
    const shop = await openShop({ dialect });
    const { id, code } = await shop.order(1);
    await shop.apply(transfer(code, 250_000, 1));
    expect(await shop.apply(transfer(code, 250_000, 1))).toBe('known');
    expect(await shop.apply({ ...transfer(code, 250_000, 1), eventId: 'casso:77' })).toBe('known');
    expect(await shop.openTasks()).toEqual([]);
    expect(await shop.apply(transfer(code, 250_000, 2))).toBe('over-paid');
    expect(await shop.state(id)).toMatchObject({ state: 'paid', paid: 500_000 });
    expect(await shop.openTasks()).toEqual([{ kind: 'refund', order: id, dong: 250_000 }]);
  });

  test('no order, another account, another currency: a clerk looks, nothing is lost', async () => {
    const shop = await openShop({ dialect });
    const { id, code } = await shop.order(1);
    expect(await shop.apply(transfer(undefined, 90_000, 1, { words: 'NGUYEN VAN A chuyen tien' }))).toBe('unknown-order');
    expect(await shop.apply(transfer(codeOf(999), 90_000, 2))).toBe('unknown-order');
    expect(await shop.apply(transfer(code, 250_000, 3, { account: '999' }))).toBe('other-account');
    expect(await shop.apply(transfer(undefined, 250_000, 4, { account: '999' }))).toBe('ignored');
    expect(await shop.apply(transfer(code, 250_000, 5, { currency: 'USD' }))).toBe('other-currency');
    expect(await shop.state(id)).toMatchObject({ state: 'awaiting-payment', paid: 0 });
    expect(await shop.openTasks()).toEqual([
      { kind: 'review', order: null, dong: 90_000, because: 'unknown-order' },
      { kind: 'review', order: null, dong: 90_000, because: 'unknown-order' },
      { kind: 'review', order: id, dong: 250_000, because: 'other-account' },
      { kind: 'review', order: id, dong: 250_000, because: 'other-currency' },
    ]);
  });

  test('late, with goods left: held again and paid', async () => {
    const shop = await openShop({ dialect, onHand: 5 });
    const { id, code } = await shop.order(1, { quantity: 5 });
    shop.clock.now += 3_600_000;
    expect(await shop.release()).toBe(1);
    expect(await shop.state(id)).toMatchObject({ state: 'expired', stock: 'free' });
    expect(await shop.apply(transfer(code, 300_000, 1))).toBe('paid-late');
    expect(await shop.state(id)).toEqual({ state: 'paid', paid: 300_000, back: 0, stock: 'held' });
    expect(await shop.openTasks()).toEqual([{ kind: 'refund', order: id, dong: 50_000 }]);
  });

  test('late, with nothing left: all goes back, with a task and a mail', async () => {
    const shop = await openShop({ dialect, onHand: 5 });
    const { id, code } = await shop.order(1, { quantity: 5 });
    shop.clock.now += 3_600_000;
    await shop.release();
    await shop.order(2, { quantity: 1 });
    expect(await shop.apply(transfer(code, 250_000, 1))).toBe('paid-late');
    expect(await shop.state(id)).toEqual({ state: 'refund-due', paid: 250_000, back: 0, stock: 'free' });
    expect(await shop.openTasks()).toEqual([{ kind: 'refund', order: id, dong: 250_000 }]);
    expect(await shop.db.selectFrom('outbox').select('kind').where('subject_key', '=', id).execute()).toEqual([{ kind: 'order-cancelled' }]);
  });

  test('paid back: by hand and told by the bank is one refund; the task closes', async () => {
    const shop = await openShop({ dialect });
    const { id, code } = await shop.order(1);
    await shop.apply(transfer(code, 250_000, 1));
    await shop.apply(transfer(code, 250_000, 2));
    expect(await shop.apply(transfer(code, 250_000, 3, { kind: 'refunded', eventId: 'hand:1', bankReference: 'hand:1' }))).toBe('refunded');
    expect(await shop.openTasks()).toEqual([]);
    expect(await shop.apply(transfer(code, 250_000, 4, { kind: 'refunded' }))).toBe('refund-confirmed');
    expect(await shop.state(id)).toMatchObject({ state: 'paid', paid: 500_000, back: 250_000 });
    expect(await shop.apply(transfer(code, 250_000, 5, { kind: 'refunded' }))).toBe('refunded');
    expect(await shop.state(id)).toMatchObject({ back: 500_000 });
  });

  test('paid back in parts: the task says what is left; all of it ends the order', async () => {
    const shop = await openShop({ dialect });
    const { id, code } = await shop.order(1);
    shop.clock.now += 3_600_000;
    await shop.release();
    await shop.apply(transfer(code, 100_000, 1));
    await shop.apply(transfer(code, 150_000, 2));
    expect(await shop.state(id)).toMatchObject({ state: 'refund-due', paid: 250_000 });
    expect((await shop.openTasks()).reduce((sum, { dong }) => sum + dong, 0)).toBe(250_000);
    await shop.apply(transfer(code, 200_000, 3, { kind: 'refunded' }));
    expect((await shop.openTasks()).reduce((sum, { dong }) => sum + dong, 0)).toBe(50_000);
    expect((await shop.state(id))['state']).toBe('refund-due');
    await shop.apply(transfer(code, 50_000, 4, { kind: 'refunded' }));
    expect(await shop.openTasks()).toEqual([]);
    expect(await shop.state(id)).toMatchObject({ state: 'refunded', back: 250_000 });
    expect(await shop.apply(transfer(code, 10_000, 5, { kind: 'refunded' }))).toBe('refunded');
    expect(await shop.openTasks()).toEqual([{ kind: 'review', order: id, dong: 10_000, because: 'paid-back-too-much' }]);
  });

  test('a deposit for cash on delivery: the deposit confirms, more up to the total lowers what is collected, beyond goes back', async () => {
    const shop = await openShop({ dialect });
    const { id, code } = await shop.order(1, { method: 'cod', totalDong: 1_000_000, dueNowDong: 300_000 });
    expect(await shop.apply(transfer(code, 300_000, 1))).toBe('paid');
    expect(await shop.apply(transfer(code, 600_000, 2))).toBe('more-paid');
    expect(await shop.openTasks()).toEqual([]);
    expect(await shop.apply(transfer(code, 200_000, 3))).toBe('over-paid');
    expect(await shop.state(id)).toMatchObject({ paid: 1_100_000 });
    expect(await shop.openTasks()).toEqual([{ kind: 'refund', order: id, dong: 100_000 }]);
  });

  test('a page at a provider that ended ends the order only when its goods are not held any more', async () => {
    const shop = await openShop({ dialect });
    const { id } = await shop.order(1, { method: 'stripe' });
    const ended = { provider: 'stripe', kind: 'expired', amountDong: 250_000, currency: 'VND', reference: id, at: '2026-11-24T02:00:00.000Z' } as const;
    expect(await shop.apply({ ...ended, eventId: 'stripe:evt_1' })).toBe('ignored');
    shop.clock.now += 3_600_000;
    expect(await shop.apply({ ...ended, eventId: 'stripe:evt_2' })).toBe('expired');
    expect(await shop.state(id)).toMatchObject({ state: 'expired', stock: 'free' });
    expect(await shop.apply({ ...ended, kind: 'failed', eventId: 'stripe:evt_3' })).toBe('failed');
    expect(await shop.apply({ ...ended, reference: 'nobody', eventId: 'stripe:evt_4' })).toBe('ignored');
    expect(await shop.openTasks()).toEqual([]);
  });
});

describe('a webhook and a statement', () => {
  const stated = (code: string, amountDong: number, nth: number, at = '2026-11-24T05:00:00.000Z') => transfer(code, amountDong, nth, { eventId: `bank:${ACCOUNT}:S${nth}`, bankReference: `${ACCOUNT}:S${nth}`, at });

  test('one reference: one payment, whichever comes first', async () => {
    for (const statementFirst of [true, false]) {
      const shop = await openShop();
      const { id, code } = await shop.order(1);
      const both = [transfer(code, 250_000, 1), { ...stated(code, 250_000, 1), bankReference: `${ACCOUNT}:FT1` }];
      for (const told of statementFirst ? both.reverse() : both) await shop.apply(told);
      expect(await shop.state(id)).toMatchObject({ paid: 250_000 });
      expect(await shop.openTasks()).toEqual([]);
    }
  });

  test('two references, the same amount within two days: one payment, and nobody is asked', async () => {
    const shop = await openShop();
    const { id, code } = await shop.order(1);
    await shop.apply(transfer(code, 250_000, 1));
    expect(await shop.apply(stated(code, 250_000, 9))).toBe('same-money');
    expect(await shop.state(id)).toMatchObject({ paid: 250_000 });
    expect(await shop.openTasks()).toEqual([]);
    expect(await shop.apply(stated(code, 250_000, 10))).toBe('over-paid');
    expect(await shop.openTasks()).toEqual([{ kind: 'refund', order: id, dong: 250_000 }]);
  });

  test('two references, days apart: a clerk is asked; told by both it is two', async () => {
    const shop = await openShop();
    const { id, code } = await shop.order(1);
    await shop.apply(transfer(code, 250_000, 1));
    await shop.apply(stated(code, 250_000, 9, '2026-11-29T05:00:00.000Z'));
    expect(await shop.state(id)).toMatchObject({ paid: 250_000 });
    expect(await shop.openTasks()).toEqual([{ kind: 'review', order: id, dong: 250_000, because: 'maybe-known' }]);
    expect(await shop.apply({ ...stated(code, 250_000, 1), bankReference: `${ACCOUNT}:FT1` })).toBe('over-paid');
    expect(await shop.openTasks()).toEqual([{ kind: 'refund', order: id, dong: 250_000 }]);
  });

  test('one reference for two movements: both are kept', async () => {
    const shop = await openShop();
    const { id, code } = await shop.order(1);
    const same = { bankReference: `${ACCOUNT}:B1` };
    await shop.apply(transfer(code, 200_000, 1, same));
    expect(await shop.apply(transfer(code, 50_000, 2, same))).toBe('paid');
    expect(await shop.apply(transfer(code, 50_000, 3, same))).toBe('known');
    expect(await shop.state(id)).toMatchObject({ state: 'paid', paid: 250_000 });
  });
});

test('a fault on the way leaves nothing of the message, so that it can come again', async () => {
  const shop = await openShop();
  const { id, code } = await shop.order(1);
  await shop.db.schema.alterTable('outbox').renameTo('outbox_gone').execute();
  await expect(shop.apply(transfer(code, 250_000, 1))).rejects.toThrow();
  await shop.db.schema.alterTable('outbox_gone').renameTo('outbox').execute();
  expect(await shop.db.selectFrom('payment_tellings').selectAll().execute()).toEqual([]);
  expect(await shop.state(id)).toMatchObject({ state: 'awaiting-payment', paid: 0 });
  expect(await shop.apply(transfer(code, 250_000, 1))).toBe('paid');
});

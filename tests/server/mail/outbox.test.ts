import { describe, expect, test, vi } from 'vitest';
import type { Database } from '../../../src/server/db/database.ts';
import { drainOutbox, MAX_ATTEMPTS, retryDelay } from '../../../src/server/mail/drain-outbox.ts';
import { enqueueMail } from '../../../src/server/mail/enqueue-mail.ts';
import type { MailTransport, OutgoingMail } from '../../../src/server/mail/mail-transport.ts';
import { CLAIM_MS } from '../../../src/server/mail/outbox-row.ts';
import { outboxState } from '../../../src/server/mail/outbox-state.ts';
import { startOutboxWorker } from '../../../src/server/mail/outbox-worker.ts';
import { DIALECTS, freshDatabase, MORNING } from '../db/fresh-database.ts';
import { reminderPayload } from './reminder-payload.ts';

const PARTS = { now: MORNING, domain: 'ocop.example' };
const enqueue = (db: Database, subjectKey: string, more: { notBefore?: number } = {}) =>
  enqueueMail(db, { kind: 'expiry-reminder', subjectKey, recipient: 'van-phong@ocop.example', payload: reminderPayload(), ...more }, PARTS);

/** Takes mails, or fails as it is told. */
function fakeTransport(fails: (attempt: number) => boolean = () => false): MailTransport & { sent: OutgoingMail[]; attempts: number } {
  return {
    sent: [],
    attempts: 0,
    async send(mail) {
      this.attempts += 1;
      if (fails(this.attempts)) throw new Error(`no answer (attempt ${this.attempts})`);
      this.sent.push(mail);
    },
    close: () => undefined,
  };
}

describe.each(DIALECTS)('the outbox on %s', (dialect) => {
  test('one event is one mail, however often it is written', async () => {
    const db = await freshDatabase(dialect);
    expect(await enqueue(db, '2026-11-24')).toMatch(/^[\da-f-]{36}$/);
    expect(await enqueue(db, '2026-11-24')).toBeUndefined();
    expect(await enqueue(db, '2026-11-25')).toBeDefined();
    expect(await outboxState(db)).toEqual({ waiting: 2, dead: 0 });
  });

  test('a mail written in a transaction that fails is never sent', async () => {
    const db = await freshDatabase(dialect);
    const failing = db.transaction().execute(async (transaction) => {
      await enqueue(transaction, 'a');
      throw new Error('order refused');
    });
    await expect(failing).rejects.toThrow('order refused');
    const transport = fakeTransport();
    expect(await drainOutbox({ db, transport, now: () => MORNING })).toEqual({ sent: 0, failed: 0, dead: 0 });
    expect(transport.attempts).toBe(0);
  });

  test('what is due is sent once, the oldest first; what is not due waits', async () => {
    const db = await freshDatabase(dialect);
    await enqueue(db, 'b', { notBefore: MORNING - 1 });
    await enqueue(db, 'a', { notBefore: MORNING - 2 });
    await enqueue(db, 'later', { notBefore: MORNING + 1 });
    const transport = fakeTransport();
    expect(await drainOutbox({ db, transport, now: () => MORNING })).toEqual({ sent: 2, failed: 0, dead: 0 });
    expect(await drainOutbox({ db, transport, now: () => MORNING })).toEqual({ sent: 0, failed: 0, dead: 0 });
    expect(await outboxState(db)).toEqual({ waiting: 1, dead: 0 });
    const ids = await db.selectFrom('outbox').select('message_id').where('subject_key', 'in', ['a', 'b']).orderBy('subject_key').execute();
    expect(transport.sent.map(({ messageId }) => messageId)).toEqual(ids.map(({ message_id }) => message_id));
    expect(transport.sent[0]).toMatchObject({ to: 'van-phong@ocop.example', date: new Date(MORNING) });
    expect(transport.sent[0]?.messageId).toMatch(/^<[\da-f-]{36}@ocop\.example>$/);
  });

  test('two workers at once send each mail once', async () => {
    const db = await freshDatabase(dialect);
    for (let place = 0; place < 10; place += 1) await enqueue(db, String(place));
    const transport = fakeTransport();
    const reports = await Promise.all([1, 2].map(() => drainOutbox({ db, transport, now: () => MORNING })));
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(10);
    expect(new Set(transport.sent.map(({ messageId }) => messageId)).size).toBe(10);
    expect(transport.attempts).toBe(10);
  });

  test('a failure is tried again after the wait, not before, under the same Message-ID', async () => {
    const db = await freshDatabase(dialect);
    await enqueue(db, 'a');
    const transport = fakeTransport((attempt) => attempt <= 2);
    let now = MORNING;
    const drain = () => drainOutbox({ db, transport, now: () => now });
    expect(await drain()).toEqual({ sent: 0, failed: 1, dead: 0 });
    now += retryDelay(1) - 1;
    expect(await drain()).toEqual({ sent: 0, failed: 0, dead: 0 });
    now += 1;
    expect(await drain()).toEqual({ sent: 0, failed: 1, dead: 0 });
    const row = await db.selectFrom('outbox').select(['message_id', 'last_error', 'attempts']).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ last_error: 'no answer (attempt 2)', attempts: 2 });
    now += retryDelay(2);
    expect(await drain()).toEqual({ sent: 1, failed: 0, dead: 0 });
    expect(transport.sent[0]?.messageId).toBe(row.message_id);
  });

  test('a mail that fails every time is dead in the end, and says why', async () => {
    const db = await freshDatabase(dialect);
    await enqueue(db, 'a');
    const transport = fakeTransport(() => true);
    let now = MORNING;
    const reports = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      reports.push(await drainOutbox({ db, transport, now: () => now, maxAttempts: 3 }));
      now += retryDelay(attempt);
    }
    expect(reports).toEqual([{ sent: 0, failed: 1, dead: 0 }, { sent: 0, failed: 1, dead: 0 }, { sent: 0, failed: 0, dead: 1 }]);
    now += 1e9;
    await drainOutbox({ db, transport, now: () => now, maxAttempts: 3 });
    expect(transport.attempts).toBe(3);
    expect(await outboxState(db)).toEqual({ waiting: 0, dead: 1, lastError: 'no answer (attempt 3)' });
  });

  test('a mail that kills the process every time is dead in the end too', async () => {
    const db = await freshDatabase(dialect);
    await enqueue(db, 'a');
    await db.updateTable('outbox').set({ attempts: 3, claimed_until: new Date(MORNING).toISOString() }).execute();
    const transport = fakeTransport();
    expect(await drainOutbox({ db, transport, now: () => MORNING, maxAttempts: 3 })).toEqual({ sent: 0, failed: 0, dead: 1 });
    expect(transport.attempts).toBe(0);
    expect((await outboxState(db)).lastError).toBe('the process ended in the middle of every attempt');
  });

  test('one mail that cannot be composed does not stop the others', async () => {
    const db = await freshDatabase(dialect);
    await enqueue(db, 'bad', { notBefore: MORNING - 1 });
    await db.updateTable('outbox').set({ payload: '{"language":"vi"}' }).execute();
    await enqueue(db, 'good');
    await enqueue(db, 'unknown');
    await db.updateTable('outbox').set({ kind: 'horoscope' }).where('subject_key', '=', 'unknown').execute();
    const transport = fakeTransport();
    expect(await drainOutbox({ db, transport, now: () => MORNING })).toEqual({ sent: 1, failed: 2, dead: 0 });
    const row = await db.selectFrom('outbox').select('last_error').where('kind', '=', 'horoscope').executeTakeFirstOrThrow();
    expect(row.last_error).toBe('there is no mail of kind "horoscope"');
  });

  test('a mail that another worker holds is left alone until its claim runs out', async () => {
    const db = await freshDatabase(dialect);
    await enqueue(db, 'a');
    await db.updateTable('outbox').set({ attempts: 1, claimed_until: new Date(MORNING + CLAIM_MS).toISOString() }).execute();
    const transport = fakeTransport();
    expect((await drainOutbox({ db, transport, now: () => MORNING + CLAIM_MS - 1 })).sent).toBe(0);
    expect((await drainOutbox({ db, transport, now: () => MORNING + CLAIM_MS })).sent).toBe(1);
  });
});

test('the worker drains at once, tells of a broken database, and stops', async () => {
  const db = await freshDatabase();
  await enqueue(db, 'a');
  const transport = fakeTransport();
  const errors: unknown[] = [];
  const worker = startOutboxWorker({ db, transport, now: () => MORNING, onError: (error) => errors.push(error) });
  await worker.stop();
  expect(transport.sent).toHaveLength(1);
  expect(errors).toEqual([]);
  await db.schema.dropTable('outbox').execute();
  await startOutboxWorker({ db, transport, now: () => MORNING, onError: (error) => errors.push(error) }).stop();
  expect(String(errors[0])).toMatch(/no such table/);
});

test('a worker that is woken looks at once, and once more when it was looking already', async () => {
  const db = await freshDatabase();
  const errors: unknown[] = [];
  let goOn = (): void => undefined;
  const transport = fakeTransport();
  const held: MailTransport = {
    send: async (mail) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return transport.send(mail);
    },
    close: () => undefined,
  };
  const worker = startOutboxWorker({ db, transport: held, now: () => MORNING, onError: (error) => errors.push(error) });
  const sent = (count: number): Promise<void> => vi.waitFor(() => {
    goOn();
    expect(transport.sent).toHaveLength(count);
  });
  await enqueue(db, 'one');
  worker.wake();
  worker.wake();
  await sent(1);
  await enqueue(db, 'two');
  worker.wake();
  await sent(2);
  await worker.stop();
  expect(errors).toEqual([]);
});

test('the waits double from a minute to twelve hours, and all of them take more than three days', () => {
  expect([1, 2, 3, 11, 16].map(retryDelay)).toEqual([60_000, 120_000, 240_000, 12 * 3_600_000, 12 * 3_600_000]);
  const all = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, place) => retryDelay(place + 1));
  expect(all.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3 * 24 * 3_600_000);
});

import { describe, expect, test } from 'vitest';
import { keepHouse } from '../../../src/server/automatic/keep-house.ts';
import { instant } from '../../../src/server/db/database.ts';
import { keepPhotograph } from '../../../src/server/reports/kept-photographs.ts';
import { addReport, moveReport } from '../../../src/server/reports/report-store.ts';
import { mayVisit, visitKey } from '../../../src/server/reports/visit-limit.ts';
import { DIALECTS, freshDatabase, MORNING } from '../db/fresh-database.ts';

const DAY_MS = 24 * 3_600_000;
const KEEP = { keepContactDays: 90 };

describe.each(DIALECTS)('on %s', (dialect) => {
  test('contact and photograph of a closed report go after the days that were set; the words stay, open reports keep theirs', async () => {
    const db = await freshDatabase(dialect);
    const report = { kind: 'other', words: 'Điều muốn nói.', about: undefined, language: 'vi', contact: 'a@b.vn', photograph: new Uint8Array([1]) } as const;
    const [closed, open] = [(await addReport(db, { ...report, sameKey: '1' }, MORNING)).reference, (await addReport(db, { ...report, sameKey: '2' }, MORNING)).reference];
    await moveReport(db, { id: closed, from: 'new', event: 'close', who: 'Lan' }, MORNING);
    const contacts = async () => Object.fromEntries((await db.selectFrom('reports').select(['id', 'contact']).execute()).map(({ id, contact }) => [id, contact]));

    await keepHouse(db, KEEP, MORNING + 90 * DAY_MS);
    expect(await contacts()).toEqual({ [closed]: 'a@b.vn', [open]: 'a@b.vn' });
    await keepHouse(db, KEEP, MORNING + 90 * DAY_MS + 1);
    await keepHouse(db, KEEP, MORNING + 91 * DAY_MS);
    expect(await contacts()).toEqual({ [closed]: null, [open]: 'a@b.vn' });
    expect(await db.selectFrom('report_photographs').select('report_id').execute()).toEqual([{ report_id: open }]);
    expect((await db.selectFrom('reports').select('words').where('id', '=', closed).executeTakeFirstOrThrow()).words).toBe('Điều muốn nói.');
    expect(await db.selectFrom('audit').select(['who', 'subject']).where('action', '=', 'report-contact-deleted').execute()).toEqual([{ who: 'đồng hồ', subject: `report:${closed}` }]);
  });

  test('a report that was opened again keeps its contact', async () => {
    const db = await freshDatabase(dialect);
    const { reference: id } = await addReport(db, { kind: 'other', words: 'x', about: undefined, language: 'vi', contact: 'a@b.vn', photograph: undefined, sameKey: '1' }, MORNING);
    await moveReport(db, { id, from: 'new', event: 'close', who: 'Lan' }, MORNING);
    await moveReport(db, { id, from: 'closed', event: 'reopen', who: 'Lan' }, MORNING);
    await keepHouse(db, KEEP, MORNING + 400 * DAY_MS);
    expect((await db.selectFrom('reports').select('contact').executeTakeFirstOrThrow()).contact).toBe('a@b.vn');
  });

  test('old mail goes, what waits stays', async () => {
    const db = await freshDatabase(dialect);
    const mail = (id: string, more: { sent_at?: string; dead_at?: string }) => ({ id, kind: 'x', subject_key: id, recipient: 'a@b.vn', payload: '{}', message_id: id, created_at: instant(MORNING), not_before: instant(MORNING), attempts: 0, ...more });
    const ago = (days: number): string => instant(MORNING - days * DAY_MS);
    await db.insertInto('outbox').values([mail('waiting', {}), mail('sent-lately', { sent_at: ago(29) }), mail('sent-long-ago', { sent_at: ago(31) }), mail('dead-lately', { dead_at: ago(179) }), mail('dead-long-ago', { dead_at: ago(181) })]).execute();
    await keepHouse(db, KEEP, MORNING);
    expect((await db.selectFrom('outbox').select('id').orderBy('id').execute()).map(({ id }) => id)).toEqual(['dead-lately', 'sent-lately', 'waiting']);
  });

  test('sessions, failed logins, kept photographs and counts of visits go when their time is over', async () => {
    const db = await freshDatabase(dialect);
    await db.insertInto('users').values({ id: 'u', name: 'Lan', name_key: 'lan', role: 'editor', passphrase_hash: '', created_at: instant(MORNING), last_login_at: null }).execute();
    await db.insertInto('sessions').values({ token_hash: 't', user_id: 'u', created_at: instant(MORNING), seen_at: instant(MORNING), ends_at: instant(MORNING + DAY_MS) }).execute();
    await db.insertInto('login_failures').values({ key: 'name:x', failures: 3, last_at: instant(MORNING), blocked_until: null }).execute();
    await keepPhotograph(db, new Uint8Array([1]), MORNING);
    await mayVisit(db, await visitKey(db, 'x', '203.0.113.7', MORNING), 1, MORNING);
    const left = async () => {
      const tables = ['sessions', 'login_failures', 'kept_photographs', 'visit_counts', 'visit_salts'] as const;
      return Promise.all(tables.map(async (table) => (await db.selectFrom(table).selectAll().execute()).length));
    };
    await keepHouse(db, KEEP, MORNING + 60_000);
    expect(await left()).toEqual([1, 1, 1, 1, 1]);
    await keepHouse(db, KEEP, MORNING + 2 * DAY_MS);
    expect(await left()).toEqual([0, 0, 0, 0, 0]);
    expect(await db.selectFrom('users').select('id').execute()).toHaveLength(1);
  });
});

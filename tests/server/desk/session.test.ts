import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { SESSION_IDLE_MS, SESSION_LASTS_MS } from '../../../src/server/desk/session.ts';
import { findUser, removeUser, setPassphrase } from '../../../src/server/desk/users.ts';
import { DIALECTS } from '../db/fresh-database.ts';
import { cookieOf, openDesk, PASSPHRASE, shown, withToken, type DeskUnderTest } from './desk-under-test.ts';

describe.each(DIALECTS)('a session on %s', (dialect) => {
  let desk: DeskUnderTest;
  beforeEach(async () => {
    desk = await openDesk({ dialect });
    await desk.user('Lan', 'approver');
  });
  const isIn = async (cookie: string): Promise<boolean> => (await desk.get('/quan-ly/', { cookie })).status === 200;

  test('only a digest of its token is kept', async () => {
    const { cookie } = await desk.enter('Lan');
    const token = cookie.replace('quan-ly=', '');
    const rows = await desk.db.selectFrom('sessions').selectAll().execute();
    expect(rows.map((row) => row.token_hash)).toEqual([createHash('sha256').update(token).digest('hex')]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('ends after two hours without a request, and says so at the door', async () => {
    const { cookie } = await desk.enter('Lan');
    desk.clock.now += SESSION_IDLE_MS - 1;
    expect(await isIn(cookie)).toBe(true);
    desk.clock.now += SESSION_IDLE_MS;
    const answer = await desk.get('/quan-ly/', { cookie });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/quan-ly/dang-nhap/?bao=het']);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^quan-ly=; Path=\/; Max-Age=0;/);
  });

  test('ends after twelve hours, however much it is used', async () => {
    const { cookie } = await desk.enter('Lan');
    for (let spent = 0; spent < SESSION_LASTS_MS - 3_600_000; spent += 3_600_000) {
      desk.clock.now += 3_600_000;
      expect(await isIn(cookie)).toBe(true);
    }
    desk.clock.now += 3_600_000;
    expect(await isIn(cookie)).toBe(false);
  });

  test('a form sent after the session ended goes to the door and does nothing', async () => {
    const { cookie, formToken } = await desk.enter('Lan');
    desk.clock.now += SESSION_LASTS_MS;
    const answer = await desk.post('/quan-ly/dang-xuat/', withToken(formToken), { cookie });
    expect(answer.headers.get('location')).toBe('/quan-ly/dang-nhap/?bao=het');
    expect(await desk.db.selectFrom('audit').select('action').execute()).toEqual([{ action: 'login' }]);
  });

  test('a token planted before login opens nothing afterwards', async () => {
    const planted = `quan-ly=${'A'.repeat(43)}`;
    const own = cookieOf(await desk.logIn('Lan', PASSPHRASE, { cookie: planted }));
    expect(own).not.toBe(planted);
    expect(await isIn(planted)).toBe(false);
    expect(await isIn(own)).toBe(true);
  });

  test("an attacker's own session in the victim's browser ends when the victim logs in", async () => {
    await desk.user('Kẻ Gian', 'editor');
    const { cookie: planted } = await desk.enter('Kẻ Gian');
    await desk.logIn('Lan', PASSPHRASE, { cookie: planted });
    expect(await isIn(planted)).toBe(false);
  });

  test('logging out ends it in the database, not only in the browser', async () => {
    const { cookie, formToken } = await desk.enter('Lan');
    const answer = await desk.post('/quan-ly/dang-xuat/', withToken(formToken), { cookie });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/quan-ly/dang-nhap/?bao=ra']);
    expect(await isIn(cookie)).toBe(false);
    expect(await desk.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });

  test('a new passphrase and a removed user end every session at once', async () => {
    const [phone, computer] = [await desk.enter('Lan'), await desk.enter('Lan')];
    const user = await findUser(desk.db, 'Lan');
    await setPassphrase(desk.db, user?.id ?? '', 'x');
    expect([await isIn(phone.cookie), await isIn(computer.cookie)]).toEqual([false, false]);
    await desk.user('Hoa', 'editor');
    const { cookie } = await desk.enter('Hoa');
    await removeUser(desk.db, (await findUser(desk.db, 'Hoa'))?.id ?? '');
    expect(await isIn(cookie)).toBe(false);
  });

  test('a role taken away counts from the next request', async () => {
    const { cookie } = await desk.enter('Lan');
    await desk.db.updateTable('users').set({ role: 'editor' }).execute();
    expect((await desk.get('/quan-ly/nguoi-dung/', { cookie })).status).toBe(403);
  });

  test('ended sessions are cleared away at the next login', async () => {
    await desk.enter('Lan');
    desk.clock.now += SESSION_IDLE_MS;
    await desk.enter('Lan');
    expect(await desk.db.selectFrom('sessions').select('user_id').execute()).toHaveLength(1);
  });
});

test('over https the cookie is Secure and bound to this host', async () => {
  const desk = await openDesk({ siteUrl: 'https://ocop.example' });
  await desk.user('Lan', 'editor');
  const answer = await desk.logIn('Lan');
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-quan-ly=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/);
  const plain = cookieOf(answer).replace('__Host-', '');
  expect((await desk.get('/quan-ly/', { cookie: plain })).status).toBe(303);
  expect((await shown(await desk.get('/quan-ly/', { cookie: cookieOf(answer) }))).user?.name).toBe('Lan');
});

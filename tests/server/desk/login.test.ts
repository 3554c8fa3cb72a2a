import { beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS } from '../db/fresh-database.ts';
import { cookieOf, openDesk, PASSPHRASE, shown, withToken, type DeskUnderTest } from './desk-under-test.ts';

describe.each(DIALECTS)('the door on %s', (dialect) => {
  let desk: DeskUnderTest;
  beforeEach(async () => {
    desk = await openDesk({ dialect });
    await desk.user('Chị Lan', 'approver');
  });

  test('the right passphrase opens it: 303 to the desk, with a cookie that scripts cannot read', async () => {
    const response = await desk.logIn('Chị Lan');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/quan-ly/']);
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^quan-ly=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)]);
    const page = await shown(await desk.get('/quan-ly/', { cookie: cookieOf(response) }));
    expect(page).toMatchObject({ path: '/quan-ly/', user: { name: 'Chị Lan', role: 'approver' }, content: { kind: 'home', mail: { waiting: 0, dead: 0 } } });
  });

  test('capitals, spaces and the Unicode form of name and passphrase do not matter', async () => {
    const response = await desk.logIn(' CHỊ  lan '.normalize('NFD'), PASSPHRASE.normalize('NFD'));
    expect(response.headers.get('location')).toBe('/quan-ly/');
  });

  test('a wrong passphrase and an unknown name get the very same answer', async () => {
    const [wrong, unknown] = [await desk.logIn('Chị Lan', 'sai sai sai sai'), await desk.logIn('Không Có', 'sai sai sai sai')];
    const answerOf = async (response: Response) => ({ status: response.status, headers: [...response.headers], body: await response.text() });
    expect(await answerOf(wrong)).toEqual(await answerOf(unknown));
    expect(wrong.headers.get('location')).toBe('/quan-ly/dang-nhap/?bao=sai');
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('the sixth attempt at a name waits, with the right passphrase too, and after the wait it opens', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) expect((await desk.logIn('Chị Lan', 'sai')).headers.get('location')).toBe('/quan-ly/dang-nhap/?bao=sai');
    const locked = await desk.logIn('chị lan');
    expect(locked.headers.get('location')).toBe('/quan-ly/dang-nhap/?bao=cho&phut=1');
    expect(locked.headers.getSetCookie()).toEqual([]);
    desk.clock.now += 29_999;
    expect((await desk.logIn('Chị Lan')).headers.get('location')).toContain('bao=cho');
    desk.clock.now += 1;
    expect((await desk.logIn('Chị Lan')).headers.get('location')).toBe('/quan-ly/');
  });

  test('a name that does not exist is locked in the same way', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) await desk.logIn('Không Có', 'sai');
    expect((await desk.logIn('Không Có')).headers.get('location')).toBe('/quan-ly/dang-nhap/?bao=cho&phut=1');
    expect((await desk.logIn('Chị Lan')).headers.get('location')).toBe('/quan-ly/');
  });

  test('many guesses at once are counted one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => desk.logIn('Chị Lan', 'sai')));
    const kinds = answers.map((response) => /bao=(\w+)/.exec(response.headers.get('location') ?? '')?.[1]);
    expect(kinds.filter((kind) => kind === 'sai')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'cho')).toHaveLength(7);
  });

  test('one address that tries many names waits; another address does not', async () => {
    for (let attempt = 1; attempt <= 20; attempt += 1) await desk.logIn(`tên ${attempt}`, 'sai', {}, '2001:db8::1');
    expect((await desk.logIn('Chị Lan', PASSPHRASE, {}, '2001:db8::ffff')).headers.get('location')).toContain('bao=cho');
    expect((await desk.logIn('Chị Lan', PASSPHRASE, {}, '2001:db8:0:1::1')).headers.get('location')).toBe('/quan-ly/');
  });

  test('an account of their own does not let guessers start anew from the same address', async () => {
    await desk.user('Kẻ Gian', 'editor');
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      await desk.logIn(`tên ${attempt}`, 'sai');
      if (attempt === 10) expect((await desk.logIn('Kẻ Gian')).headers.get('location')).toBe('/quan-ly/');
    }
    expect((await desk.logIn('Kẻ Gian')).headers.get('location')).toContain('bao=cho');
  });

  test('a success forgets the failures of the name', async () => {
    for (let round = 1; round <= 3; round += 1) {
      for (let attempt = 1; attempt <= 4; attempt += 1) await desk.logIn('Chị Lan', 'sai');
      expect((await desk.logIn('Chị Lan')).headers.get('location')).toBe('/quan-ly/');
    }
  });

  test('login and logout are written down', async () => {
    const { cookie, formToken } = await desk.enter('Chị Lan');
    await desk.post('/quan-ly/dang-xuat/', withToken(formToken), { cookie });
    const entries = await desk.db.selectFrom('audit').select(['who', 'action', 'subject', 'at']).orderBy('id').execute();
    expect(entries).toEqual(['login', 'logout'].map((action) => ({ who: 'Chị Lan', action, subject: 'user:Chị Lan', at: '2026-11-24T01:30:00.000Z' })));
  });
});

describe('where login leads', () => {
  test('back to the page that was asked for, and nowhere else', async () => {
    const desk = await openDesk();
    await desk.user('Lan', 'approver');
    const closed = await desk.get('/quan-ly/nguoi-dung/?trang=2');
    expect(closed.headers.get('location')).toBe('/quan-ly/dang-nhap/?ve=%2Fquan-ly%2Fnguoi-dung%2F%3Ftrang%3D2');
    expect((await shown(await desk.get(closed.headers.get('location') ?? ''))).content).toEqual({ kind: 'login', returnTo: '/quan-ly/nguoi-dung/?trang=2' });
    const asking = (ve: string) => desk.post('/quan-ly/dang-nhap/', { ten: 'Lan', 'mat-khau': PASSPHRASE, ve });
    expect((await asking('/quan-ly/nguoi-dung/?trang=2')).headers.get('location')).toBe('/quan-ly/nguoi-dung/?trang=2');
    expect((await asking('https://evil.example/quan-ly/')).headers.get('location')).toBe('/quan-ly/');
    expect((await asking('/quan-ly/../../evil')).headers.get('location')).toBe('/quan-ly/');
  });

  test('who is in already is led inside', async () => {
    const desk = await openDesk();
    await desk.user('Lan', 'editor');
    const { cookie } = await desk.enter('Lan');
    expect((await desk.get('/quan-ly/dang-nhap/', { cookie })).headers.get('location')).toBe('/quan-ly/');
  });

  test('without any user the desk says which command makes the first', async () => {
    const desk = await openDesk();
    expect((await desk.get('/quan-ly/dang-nhap/')).headers.get('location')).toBe('/quan-ly/');
    expect((await shown(await desk.get('/quan-ly/'))).content).toEqual({ kind: 'first-user', command: 'npm run desk-user -- add "Tên của bạn" --role approver' });
  });
});

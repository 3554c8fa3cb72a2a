import { describe, expect, test } from 'vitest';
import { isDeskPath } from '../../../src/server/desk/answer-desk.ts';
import { openDesk, shown } from './desk-under-test.ts';

async function deskWith(...names: readonly ['editor' | 'approver', string][]) {
  const desk = await openDesk();
  for (const [role, name] of names) await desk.user(name, role);
  return desk;
}

test('the list of users is for approvers: who, which role, when last', async () => {
  const desk = await deskWith(['approver', 'Lan'], ['editor', 'Đức']);
  const { cookie } = await desk.enter('Lan');
  const page = await shown(await desk.get('/quan-ly/nguoi-dung/', { cookie }));
  expect(page.content).toEqual({
    kind: 'users',
    command: 'npm run desk-user -- --help',
    users: [{ name: 'Đức', role: 'editor' }, { name: 'Lan', role: 'approver', lastLoginAt: desk.clock.now }],
  });
});

test('an editor is refused there, on a page with a way out', async () => {
  const desk = await deskWith(['editor', 'Đức']);
  const { cookie } = await desk.enter('Đức');
  const answer = await desk.get('/quan-ly/nguoi-dung/', { cookie });
  expect(answer.status).toBe(403);
  expect(await shown(answer)).toMatchObject({ path: '/quan-ly/tu-choi/', user: { name: 'Đức' }, content: { kind: 'refusal', reason: 'role' } });
});

test('the home page carries what the last publish did and how the mail stands', async () => {
  const lastPublish = { at: 1, snapshot: 7, reason: 'sang ngày mới', pages: 10, made: 2, tookMs: 50 };
  const desk = await openDesk({ lastPublish: async () => lastPublish });
  await desk.user('Lan', 'editor');
  const { cookie } = await desk.enter('Lan');
  expect((await shown(await desk.get('/quan-ly/', { cookie }))).content).toEqual({ kind: 'home', lastPublish, mail: { waiting: 0, dead: 0 }, open: [] });
});

describe('every answer is private', () => {
  const isPrivate = (response: Response) => expect([response.headers.get('cache-control'), response.headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex']);

  test('pages, redirects, refusals, unknown addresses, wrong methods', async () => {
    const desk = await deskWith(['editor', 'Lan']);
    const { cookie } = await desk.enter('Lan');
    const answers: [Response, number][] = [
      [await desk.get('/quan-ly/', { cookie }), 200],
      [await desk.get('/quan-ly/dang-nhap/'), 200],
      [await desk.get('/quan-ly/'), 303],
      [await desk.get('/quan-ly'), 308],
      [await desk.get('/quan-ly/nguoi-dung/', { cookie }), 403],
      [await desk.logIn('Lan', 'sai'), 303],
      [await desk.get('/quan-ly/khong-co/', { cookie }), 404],
      [await desk.get('/quan-ly/dang-xuat/', { cookie }), 405],
      [await desk.post('/quan-ly/', {}, { cookie }), 405],
    ];
    for (const [answer, status] of answers) {
      expect(answer.status).toBe(status);
      isPrivate(answer);
    }
    expect(answers.at(-2)?.[0].headers.get('allow')).toBe('POST');
    expect(answers.at(-1)?.[0].headers.get('allow')).toBe('GET, HEAD');
  });

  test('a cache header of the renderer does not come through', async () => {
    const desk = await openDesk({ renderPage: async () => new Response('', { headers: { 'cache-control': 'public, max-age=60', etag: '"x"' } }) });
    await desk.user('Lan', 'editor');
    const answer = await desk.get('/quan-ly/dang-nhap/');
    isPrivate(answer);
    expect(answer.headers.get('etag')).toBeNull();
  });

  test('a fault too, and it tells nothing about the inside', async () => {
    const desk = await openDesk({ renderPage: () => Promise.reject(new Error('secret path /srv/ocop')) });
    await desk.user('Lan', 'editor');
    const answer = await desk.get('/quan-ly/dang-nhap/');
    isPrivate(answer);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('Máy chủ gặp lỗi, việc vừa làm có thể chưa được ghi. Xin thử lại sau.\n');
    expect(desk.faults).toEqual(['GET /quan-ly/dang-nhap/: secret path /srv/ocop']);
  });
});

test('what belongs to the desk', () => {
  expect(['/quan-ly', '/quan-ly/', '/quan-ly/x/y'].map(isDeskPath)).toEqual([true, true, true]);
  expect(['/', '/quan-ly-khac/', '/en/quan-ly/', '/Quan-ly/'].map(isDeskPath)).toEqual([false, false, false, false]);
});

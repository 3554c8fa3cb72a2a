import { beforeEach, describe, expect, test } from 'vitest';
import type { PublishesView } from '../../../src/publish/desk-publishes.ts';
import type { PublishLogEntry } from '../../../src/publish/publish-log.ts';
import { RollbackError } from '../../../src/publish/rollback.ts';
import { openDesk, shown, withToken, type DeskUnderTest } from './desk-under-test.ts';

const entry = (number: number, more: Partial<PublishLogEntry> = {}): PublishLogEntry => ({
  number,
  at: `2026-11-2${number}T01:00:00.000Z`,
  why: ['desk'],
  snapshot: number,
  asOf: '2026-11-22',
  build: 'b',
  pages: { all: 100, made: number, removed: 0 },
  bytes: 0,
  steps: {} as PublishLogEntry['steps'],
  ...more,
});

let desk: DeskUnderTest;
let site: { list: PublishLogEntry[]; heldAt: number | undefined; done: string[]; problem?: string };
beforeEach(async () => {
  site = { list: [entry(3, { changed: { product: { added: 0, changed: 1, removed: 0, ids: ['nuoc-mam'] } } }), entry(2), entry(1)], heldAt: undefined, done: [] };
  desk = await openDesk({
    site: {
      publishes: async () => site.list,
      heldAt: async () => site.heldAt,
      async rollBack(to) {
        if (to === 1) throw new RollbackError('Publish 1 cannot be brought back.');
        site.done.push(`back to ${to}`);
        return 4;
      },
      async publishAnew() {
        site.done.push('anew');
        return site.problem === undefined ? { published: true } : { problem: site.problem };
      },
    },
  });
  await desk.user('Lan', 'approver');
  await desk.user('Đức', 'editor');
});

const PATH = '/quan-ly/xuat-ban/';
const viewOf = async (answer: Response): Promise<PublishesView> => ((await shown(answer)).content as unknown as { publishes: PublishesView }).publishes;

describe('an approver', () => {
  let cookie: string;
  let formToken: string;
  beforeEach(async () => {
    ({ cookie, formToken } = await desk.enter('Lan'));
  });
  const send = (path: string) => desk.post(path, withToken(formToken), { cookie });

  test('sees which publishes are kept, why each was made and what it changed', async () => {
    const view = await viewOf(await desk.get(PATH, { cookie }));
    expect(view.publishes.map(({ number, reason, made, changed }) => [number, reason, made, changed])).toEqual([
      [3, 'văn phòng duyệt', 3, ['nuoc-mam']],
      [2, 'văn phòng duyệt', 2, []],
      [1, 'văn phòng duyệt', 1, []],
    ]);
    expect([view.mayRollBack, view.heldAt]).toEqual([true, undefined]);
  });

  test('is asked once more before one is brought back; the audit says who did it', async () => {
    expect((await viewOf(await desk.get(`${PATH}2/`, { cookie }))).chosen).toBe(2);
    expect(site.done).toEqual([]);
    const answer = await send(`${PATH}2/`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PATH}?xong=quay-lai`]);
    expect(site.done).toEqual(['back to 2']);
    const audit = await desk.db.selectFrom('audit').select(['who', 'action', 'subject', 'note']).where('action', '=', 'publish-rolled-back').execute();
    expect(audit).toEqual([{ who: 'Lan', action: 'publish-rolled-back', subject: 'publish:2', note: 'from 3, as 4' }]);
  });

  test('is told when it is in force already, or is no longer kept', async () => {
    expect((await viewOf(await send(`${PATH}3/`))).refusal).toBe('Bản số 3 đang được dùng.');
    expect((await viewOf(await send(`${PATH}1/`))).refusal).toContain('không còn được giữ');
    expect((await desk.get(`${PATH}9/`, { cookie })).status).toBe(404);
    expect((await desk.get(`${PATH}3/`, { cookie })).status).toBe(404);
    expect(await desk.db.selectFrom('audit').select('id').where('action', '=', 'publish-rolled-back').execute()).toEqual([]);
  });

  test('sees that one is held, and ends that by publishing what the records say', async () => {
    site.heldAt = 2;
    expect((await viewOf(await desk.get(PATH, { cookie }))).heldAt).toBe(2);
    expect((await send(`${PATH}moi-nhat/`)).headers.get('location')).toBe(`${PATH}?xong=moi-nhat`);
    expect(site.done).toEqual(['anew']);
    expect((await viewOf(await desk.get(`${PATH}?xong=moi-nhat`, { cookie }))).done).toBe('anew');
  });

  test('is told why it could not be published', async () => {
    site.problem = 'Hồ sơ có lỗi.';
    const answer = await send(`${PATH}moi-nhat/`);
    expect([answer.status, (await viewOf(answer)).refusal]).toEqual([409, 'Chưa xuất bản được: Hồ sơ có lỗi.']);
  });
});

describe('an editor beside an approver', () => {
  test('looks, and can neither bring back nor end it', async () => {
    const { cookie, formToken } = await desk.enter('Đức');
    expect((await viewOf(await desk.get(PATH, { cookie }))).mayRollBack).toBe(false);
    for (const path of [`${PATH}2/`, `${PATH}moi-nhat/`]) expect((await desk.post(path, withToken(formToken), { cookie })).status).toBe(403);
    expect(site.done).toEqual([]);
  });
});

test('the only user does it alone', async () => {
  await desk.db.deleteFrom('users').where('name', '=', 'Lan').execute();
  const { cookie, formToken } = await desk.enter('Đức');
  expect((await desk.post(`${PATH}2/`, withToken(formToken), { cookie })).status).toBe(303);
  expect(site.done).toEqual(['back to 2']);
});

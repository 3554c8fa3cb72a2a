import { expect, test } from 'vitest';
import { countSearch } from '../../../src/server/empty-searches/empty-search-store.ts';
import type { Database } from '../../../src/server/db/database.ts';
import { MORNING } from '../db/fresh-database.ts';
import { openDesk, shown } from '../desk/desk-under-test.ts';

const PAGE = '/quan-ly/tim-khong-thay/';
const FILE = `${PAGE}tim-khong-thay.csv`;
const search = (db: Database, text: string, hosts: number) => Promise.all(Array.from({ length: hosts }, (_, host) => countSearch(db, { text, foundNothing: true, address: `203.0.113.${host + 1}` }, MORNING)));

test('both open to whoever works at the desk, and to nobody else', async () => {
  const desk = await openDesk();
  for (const path of [PAGE, FILE]) {
    const answer = await desk.get(path);
    expect([path, answer.status, answer.headers.get('location')?.startsWith('/quan-ly/dang-nhap/'), answer.headers.get('cache-control')]).toEqual([path, 303, true, 'no-store']);
  }
  await desk.user('Minh', 'editor');
  const { cookie } = await desk.enter('Minh');
  for (const path of [PAGE, FILE]) expect([path, (await desk.get(path, { cookie })).status]).toEqual([path, 200]);
  expect((await desk.post(PAGE, {}, { cookie })).status).toBe(405);
  expect((await desk.get(`${FILE}x`, { cookie })).status).toBe(404);
  expect(desk.faults).toEqual([]);
});

test('the page names what three networks looked for in vain; the file has it day by day, in a form that Excel reads', async () => {
  const desk = await openDesk();
  await desk.user('Minh', 'editor');
  const { cookie } = await desk.enter('Minh');
  await search(desk.db, 'Bưởi Phúc Trạch', 3);
  await search(desk.db, 'chỉ một nơi tìm', 1);
  const page = await shown(await desk.get(PAGE, { cookie }));
  expect([page.path, page.content]).toEqual([PAGE, { kind: 'empty-searches', searches: { days: 30, searches: 4, empty: 4, rows: [{ text: 'buoi phuc trach', searches: 3, days: 1, lastDay: '2026-11-24' }] } }]);
  const file = await desk.get(FILE, { cookie });
  expect([file.headers.get('content-type'), file.headers.get('content-disposition'), file.headers.get('cache-control')]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="tim-khong-thay.csv"', 'no-store']);
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('Ngày,Cách gõ (không dấu),Số lần\r\n2026-11-24,buoi phuc trach,3\r\n');
});

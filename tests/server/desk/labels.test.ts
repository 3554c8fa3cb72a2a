import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../../src/catalogue/load.ts';
import { dayInVietnam } from '../../../src/domain/calendar-day.ts';
import type { LabelsView } from '../../../src/publish/desk-labels.ts';
import { serialHash } from '../../../src/trace/labels/serials.ts';
import { contentCopy } from '../../importing/content-copy.ts';
import { openDesk, shown, withToken, type DeskUnderTest } from './desk-under-test.ts';

const PAGE = '/quan-ly/nhan/';
const LOT = 'san-pham=nuoc-mam-cot-mau&cho=lot:NM-261020';
let catalogue: Catalogue;

beforeAll(() => {
  const loaded = loadCatalogue({ contentDir: 'content', samples: true, today: '2026-11-22' });
  if (loaded.catalogue === undefined) throw new Error('the records have errors');
  catalogue = loaded.catalogue;
});

/** `contentDir`: where records are written; only serials are. */
async function opened(role: 'editor' | 'approver' = 'approver', contentDir = '/nowhere/content'): Promise<DeskUnderTest & { contentDir: string; published: string[]; clerk: { cookie: string; formToken: string } }> {
  const published: string[] = [];
  const desk = await openDesk({ contentDir, catalogue: async () => catalogue, publish: async ({ what }) => (published.push(what), { published: true }) });
  await desk.user('Lan', role);
  return { ...desk, contentDir, published, clerk: await desk.enter('Lan') };
}

async function labels(desk: Awaited<ReturnType<typeof opened>>, query: string): Promise<LabelsView> {
  const { content } = await shown(await desk.get(`${PAGE}?${query}`, { cookie: desk.clerk.cookie }));
  if (content.kind !== 'labels') throw new Error(content.kind);
  return content.labels;
}

test('a stranger is sent to the door, from the page and from its files', async () => {
  const desk = await opened();
  for (const path of [PAGE, `${PAGE}tep/?${LOT}&o=3x8&dang=pdf`]) expect((await desk.get(path)).status).toBe(303);
});

describe('the page of labels', () => {
  test('finds products by name without accents and offers packs and lots', async () => {
    const desk = await opened();
    expect((await labels(desk, 'tim=nuoc mam cot')).found).toEqual([{ id: 'nuoc-mam-cot-mau', name: 'Nước mắm cốt Mẫu', note: '3 quy cách, dữ liệu minh hoạ' }]);
    const { chosen } = await labels(desk, 'san-pham=nuoc-mam-cot-mau');
    expect(chosen?.subjects.map(({ value }) => value)).toContain('lot:NM-261020');
    expect(chosen?.subjects.filter(({ selected }) => selected)).toHaveLength(1);
  });

  test('shows the label, whether the star is printed, and what to take home', async () => {
    const { chosen } = await labels(await opened(), LOT);
    expect(chosen?.preview?.image).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(chosen?.preview?.facts[0]).toEqual({ label: 'Sao OCOP', value: 'in 4 sao, hiệu lực đến 05/11/2027' });
    expect(chosen?.preview?.downloads.map(({ href }) => new URLSearchParams(href.split('?')[1]).get('dang'))).toEqual(['pdf', 'svg', 'png']);
    expect(chosen?.preview?.warnings.join()).toContain('THỬ NGHIỆM');
  });

  test('says why a star is not printed', async () => {
    const { chosen } = await labels(await opened(), 'san-pham=khan-lua-mau');
    expect(chosen?.preview?.facts[0]?.value).toMatch(/^không in: sao OCOP hết hiệu lực từ/);
  });

  test('a recalled lot is not offered, and the page says so', async () => {
    const recalled = catalogue.lots.find(({ recall }) => recall !== undefined);
    const { chosen } = await labels(await opened(), `san-pham=${recalled?.productId}&cho=lot:${recalled?.code}`);
    expect(chosen?.subjects.map(({ value }) => value)).not.toContain(`lot:${recalled?.code}`);
    expect(chosen?.without.join()).toContain('đã thu hồi');
    expect(chosen?.problems).toHaveLength(1);
  });

  test('a pack without number and code is named with the way to get one', async () => {
    const { chosen } = await labels(await opened(), 'san-pham=nha-vuon-mau');
    expect(chosen?.subjects).toEqual([]);
    expect(chosen?.without.join()).toContain('cấp mã truy vết');
  });

  test.each(['0', '-1', '2001', 'nhiều'])('"%s" labels are refused with a sentence, and nothing can be taken', async (count) => {
    const { chosen } = await labels(await opened(), `${LOT}&so=${encodeURIComponent(count)}`);
    expect(chosen?.problems.join()).toContain(`Số nhãn "${count}" chưa đúng`);
    expect(chosen?.preview?.downloads).toEqual([]);
  });
});

test.each([
  ['pdf', 'application/pdf', '%PDF-'],
  ['png', 'image/png', '\x89PNG'],
  ['svg', 'image/svg+xml; charset=utf-8', '<svg'],
])('a %s is a download that nobody keeps', async (format, type, start) => {
  const desk = await opened('editor');
  const answer = await desk.get(`${PAGE}tep/?${LOT}&o=3x8&dang=${format}`, { cookie: desk.clerk.cookie });
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, type, 'no-store']);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="nhan-[\w.-]+"$/);
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1').slice(0, start.length)).toBe(start);
});

test.each(['', 'dang=gif', 'cho=lot:KHONG&dang=pdf', 'so=0&dang=pdf'])('a file that cannot be is not found: %s', async (more) => {
  const desk = await opened();
  expect((await desk.get(`${PAGE}tep/?san-pham=nuoc-mam-cot-mau&${more}`, { cookie: desk.clerk.cookie })).status).toBe(404);
});

describe('a batch of serials', () => {
  const fields = { 'san-pham': 'nuoc-mam-cot-mau', cho: 'lot:NM-261020', o: '3x8', so: '5', dang: 'csv' };
  const SERIALS = 'samples/lots/nuoc-mam-cot-mau/NM-261020/serials.txt';
  const issue = (desk: Awaited<ReturnType<typeof opened>>, more: Record<string, string> = {}, formToken = desk.clerk.formToken) => desk.post(`${PAGE}so-se-ri/`, withToken(formToken, { ...fields, ...more }), { cookie: desk.clerk.cookie });

  test('leaves with the answer; the record keeps hashes, the audit who and how many, and the site is published', async () => {
    const desk = await opened('approver', contentCopy('real'));
    const answer = await issue(desk);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const serials = (await answer.text()).split('\r\n').slice(1, -1).map((row) => row.split(',')[1] as string);
    const kept = readFileSync(join(desk.contentDir, SERIALS), 'utf8');
    expect(kept).toBe(`${serials.map((serial) => serialHash('NM-261020', serial)).sort().join('\n')}\n`);
    expect(desk.published).toEqual(['Số sê-ri lô NM-261020']);
    const audit = await desk.db.selectFrom('audit').selectAll().where('action', '=', 'serials-issued').execute();
    expect(audit).toMatchObject([{ who: 'Lan', subject: 'lot:nuoc-mam-cot-mau/NM-261020', note: '5' }]);
    expect(JSON.stringify(audit)).not.toContain(serials[0]);
    expect(loadCatalogue({ contentDir: desk.contentDir, samples: true, today: dayInVietnam(desk.clock.now) }).catalogue?.lot('nuoc-mam-cot-mau', 'NM-261020')?.serials?.count).toBe(5);
  });

  test.each([
    ['an editor', 'editor', {}, 403],
    ['a pack without lot', 'approver', { cho: 'pack:nuoc-mam-cot-mau-chai-1l' }, 404],
    ['no number', 'approver', { so: 'nhiều' }, 422],
    ['a form of another session', 'approver', {}, 403, 'x'],
  ] as const)('%s issues none', async (...[, role, more, status, formToken]) => {
    const desk = await opened(role, contentCopy('real'));
    expect((await issue(desk, more, formToken)).status).toBe(status);
    expect([existsSync(join(desk.contentDir, SERIALS)), desk.published]).toEqual([false, []]);
  });
});

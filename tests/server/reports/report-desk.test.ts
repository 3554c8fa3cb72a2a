import { beforeEach, describe, expect, test } from 'vitest';
import type { ReportDetails, ReportInbox } from '../../../src/publish/desk-report.ts';
import type { DeskForm } from '../../../src/publish/desk-form.ts';
import { digestOf } from '../../../src/server/desk/audit.ts';
import { addReport } from '../../../src/server/reports/report-store.ts';
import { MORNING } from '../db/fresh-database.ts';
import { openOffice, type Clerk, type Office } from '../desk/changes/office.ts';
import { shown } from '../desk/desk-under-test.ts';

let office: Office;
let lan: Clerk;
let id: string;
const add = async (words: string, more: { contact?: string; photograph?: Uint8Array; about?: string } = {}): Promise<string> =>
  (await addReport(office.desk.db, { kind: 'star-misuse', words, language: 'vi', about: more.about, contact: more.contact, photograph: more.photograph, sameKey: digestOf(words) }, MORNING)).reference;

beforeEach(async () => {
  office = await openOffice();
  lan = await office.clerk('Lan', 'editor');
  id = await add('In bốn sao trên chai ba sao.', { contact: 'lan@example.vn', photograph: new Uint8Array([0xff, 0xd8, 0xff]), about: '/san-pham/nuoc-mam-phu-sang/' });
});

const at = (rest = ''): string => `/quan-ly/phan-anh/${id}/${rest}`;
const details = async (answer?: Response): Promise<ReportDetails> => ((await shown(answer ?? (await lan.get(at())))).content as unknown as { report: ReportDetails }).report;
const inbox = async (query = ''): Promise<ReportInbox> => ((await shown(await lan.get(`/quan-ly/phan-anh/${query}`))).content as unknown as { inbox: ReportInbox }).inbox;

describe('the inbox', () => {
  test('lists what came, newest first, by state and with counts', async () => {
    await office.desk.db.updateTable('reports').set({ created_at: '2026-11-23T00:00:00.000Z' }).where('id', '=', id).execute();
    const second = await add('Sai tên xã trên trang.');
    expect((await inbox()).reports.map(({ reference, hasPhotograph }) => [reference, hasPhotograph])).toEqual([[second, false], [id, true]]);
    await lan.send(at('viec/'), { viec: 'take', dang: 'new' });
    expect((await inbox()).counts).toEqual({ new: 1, looking: 1, answered: 0, closed: 0 });
    expect((await inbox('?loc=dang-xem')).reports.map(({ reference }) => reference)).toEqual([id]);
    expect((await inbox('?loc=la&trang=99')).reports).toHaveLength(2);
  });

  test('is announced on the first page while somebody has to look', async () => {
    expect((await shown(await lan.get('/quan-ly/'))).content).toMatchObject({ newReports: 1 });
    await lan.send(at('viec/'), { viec: 'close', dang: 'new' });
    expect((await shown(await lan.get('/quan-ly/'))).content).not.toHaveProperty('newReports');
  });

  test('is closed to strangers', async () => {
    for (const path of ['/quan-ly/phan-anh/', at(), at('anh.jpg')]) expect((await office.desk.get(path)).status).toBe(303);
  });
});

describe('one report', () => {
  test('goes from state to state, and the record tells who and when', async () => {
    for (const [viec, dang] of [['take', 'new'], ['answer', 'looking'], ['close', 'answered'], ['reopen', 'closed']] as const) {
      expect((await lan.send(at('viec/'), { viec, dang, 'ghi-chu': `vì ${viec}` })).status).toBe(303);
    }
    const { state, steps, events } = await details();
    expect([state, events]).toEqual(['looking', ['answer', 'close']]);
    expect(steps.map(({ what, who, note }) => [what, who, note])).toEqual([
      ['report-received', 'người gửi phản ánh', undefined],
      ['report-take', 'Lan', 'vì take'],
      ['report-answer', 'Lan', 'vì answer'],
      ['report-close', 'Lan', 'vì close'],
      ['report-reopen', 'Lan', 'vì reopen'],
    ]);
    expect((await office.desk.db.selectFrom('reports').select('closed_at').executeTakeFirstOrThrow()).closed_at).toBeNull();
  });

  test.each([
    ['that cannot happen', { viec: 'reopen', dang: 'new' }],
    ['that does not exist', { viec: 'delete', dang: 'new' }],
    ['on a page that is no longer so', { viec: 'close', dang: 'looking' }],
  ])('an event %s changes nothing and says so', async (_, fields) => {
    const answer = await lan.send(at('viec/'), fields);
    expect(answer.status).toBe(409);
    expect((await details(answer)).refusal).toMatch(/./);
    expect((await details()).state).toBe('new');
  });

  test('shows its photograph to the office alone', async () => {
    const answer = await lan.get(at('anh.jpg'));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'image/jpeg', 'no-store']);
  });

  test('loses telephone, mail and photograph by a button; the words stay, and the record says who did it', async () => {
    await lan.send(at('xoa-lien-he/'));
    const report = await details();
    expect([report.contact, report.hasPhotograph, report.words]).toEqual([undefined, false, 'In bốn sao trên chai ba sao.']);
    expect(report.steps.at(-1)).toMatchObject({ what: 'report-contact-deleted', who: 'Lan' });
    expect((await lan.get(at('anh.jpg'))).status).toBe(404);
    expect(JSON.stringify(await office.desk.db.selectFrom('audit').selectAll().execute())).not.toContain('lan@example.vn');
  });
});

test('what was written goes too when it names somebody, and stands nowhere afterwards', async () => {
  await lan.send(at('xoa-lien-he/'), { 'ca-noi-dung': 'on' });
  const report = await details();
  expect([report.words, report.steps.at(-1)?.what]).toEqual(['(nội dung đã xoá)', 'report-words-deleted']);
  const tables = ['reports', 'audit', 'outbox'] as const;
  expect(JSON.stringify(await Promise.all(tables.map((table) => office.desk.db.selectFrom(table).selectAll().execute())))).not.toContain('bốn sao');
});

describe('an inspection', () => {
  const FOUND = { 'bien-ban': 'Biên bản kiểm tra số 12/BB-KT', ngay: '2026-11-20', 'ket-luan': 'Chai in 4 sao, quyết định ghi 3 sao.' };

  test('is written down and becomes the source of a draft revocation, which the report then names', async () => {
    expect((await lan.send(at('kiem-tra/'), FOUND)).status).toBe(303);
    expect((await details()).inspection).toMatchObject({ paper: FOUND['bien-ban'], on: '2026-11-20', finding: FOUND['ket-luan'], by: 'Lan' });
    const revoke = `/quan-ly/thu-hoi/nuoc-mam-phu-sang/?phan-anh=${id}`;
    const form: DeskForm = await lan.form(revoke);
    const fields = Object.fromEntries(form.sections.flatMap((section) => section.fields).map(({ name, value }) => [name, value]));
    expect(fields).toMatchObject({ nguon: 'Biên bản kiểm tra số 12/BB-KT ngày 20/11/2026', 'phan-anh': id });
    expect(JSON.stringify(form)).not.toContain(FOUND['ket-luan']);

    const answer = await lan.send('/quan-ly/thu-hoi/nuoc-mam-phu-sang/', { ...fields, so: '15/QĐ-UBND', ngay: '2026-11-22', 'co-quan': 'UBND tỉnh Hà Tĩnh' } as Record<string, string>);
    const change = answer.headers.get('location') ?? '';
    expect((await lan.change(change)).kind).toBe('revocation');
    expect(`/quan-ly/thay-doi/${(await details()).changeId}/`).toBe(change);
  });

  test.each([
    ['without a paper', { ...FOUND, 'bien-ban': '' }],
    ['without a finding', { ...FOUND, 'ket-luan': ' ' }],
    ['on a day that is none', { ...FOUND, ngay: '2026-02-30' }],
  ])('%s is refused', async (_, fields) => {
    expect((await lan.send(at('kiem-tra/'), fields)).status).toBe(409);
    expect((await details()).inspection).toBeUndefined();
  });

  test('a report that was not inspected prefills nothing', async () => {
    const form = await lan.form(`/quan-ly/thu-hoi/nuoc-mam-phu-sang/?phan-anh=${id}`);
    expect(form.sections.flatMap((section) => section.fields).find(({ name }) => name === 'nguon')?.value).toBe('');
  });
});

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { filesIn } from '../../../importing/content-copy.ts';
import { HEADERS, NEW_ROW, openOffice, type Clerk, type Office } from './office.ts';

const SURE_ROW = [...NEW_ROW.slice(0, 2), 'HTX Dịch vụ chế biến hải sản Phú Sáng', ...NEW_ROW.slice(3)];
const QUESTION_ROW = [2, 'Mắm ruốc Thiên Cầm', 'HTX Dịch vụ chế biến hải sản Phú Sáng', 'Xã Không Có Ở Đâu', 'Tỉnh Hà Tĩnh', '3 sao', '3100/QĐ-UBND', '20/10/2026', 'UBND tỉnh Hà Tĩnh'];
const PRODUCT = 'content/products/nuoc-mam-huong-bien/product.yaml';

let office: Office;
let lan: Clerk;
beforeEach(async () => {
  office = await openOffice();
  lan = await office.clerk('Lan', 'approver');
});

const audit = async () => (await office.desk.db.selectFrom('audit').select(['who', 'action', 'subject', 'before_digest', 'after_digest', 'note']).orderBy('id').execute()).filter(({ action }) => action !== 'login');
const exists = (path: string): boolean => existsSync(join(dirname(office.contentDir), path));

describe('a lone clerk', () => {
  test('drops a file, sees what was understood, and nothing is written', async () => {
    const before = filesIn(office.contentDir);
    const path = await lan.drop([HEADERS, SURE_ROW]);
    const change = await lan.change(path);
    expect(change).toMatchObject({ state: 'draft', title: 'phu-luc.xlsx', problems: [], may: { send: true, sendSound: false, alone: true } });
    expect(change.annex?.rows).toMatchObject([{ status: 'sound', product: 'Nước mắm Hương Biển', newProduct: true, stars: '4 sao', decision: '3100/QĐ-UBND, 20/10/2026' }]);
    expect(change.annex?.options).toMatchObject({ number: '3100/QĐ-UBND', signedOn: '2026-10-20', issuer: 'UBND tỉnh Hà Tĩnh' });
    expect(change.records.map(({ path: file, isNew }) => [file, isNew])).toEqual([['content/decisions/2026/ha-tinh-3100-qd-ubnd-2026.yaml', true], [PRODUCT, true]]);
    expect(filesIn(office.contentDir)).toEqual(before);
    expect(office.published).toEqual([]);
  });

  test('confirms: the records are written, published, and it is recorded that one person did both', async () => {
    const path = await lan.drop([HEADERS, SURE_ROW]);
    expect((await lan.send(`${path}gui/`)).status).toBe(303);
    expect(office.text(PRODUCT)).toContain('name: Nước mắm Hương Biển');
    expect(office.published).toEqual([{ who: 'Lan', what: 'phu-luc.xlsx' }]);
    const change = await lan.change(path);
    expect(change).toMatchObject({ state: 'written', may: { undo: true, send: false } });
    expect(change.steps.map(({ what, who }) => [what, who])).toEqual([['created', 'Lan'], ['confirmed', 'Lan'], ['published', 'Lan']]);
    expect(await audit()).toMatchObject([
      { action: 'change-made', who: 'Lan' },
      { action: 'change-confirmed', who: 'Lan' },
      { action: 'change-written', note: 'confirmed by the only user' },
      { action: 'record-written', subject: 'content/decisions/2026/ha-tinh-3100-qd-ubnd-2026.yaml', before_digest: null, after_digest: expect.stringMatching(/^[0-9a-f]{16}$/) },
      { action: 'record-written', subject: PRODUCT },
    ]);
  });

  test('undoes: every record is as it was, and the site is published again', async () => {
    const before = filesIn(office.contentDir);
    const path = await lan.drop([HEADERS, SURE_ROW]);
    await lan.send(`${path}gui/`);
    expect((await lan.send(`${path}hoan-tac/`)).status).toBe(303);
    expect(filesIn(office.contentDir)).toEqual(before);
    expect(exists(dirname(PRODUCT))).toBe(false);
    expect((await lan.change(path)).state).toBe('undone');
    expect(office.published).toHaveLength(2);
    expect((await audit()).slice(-3)).toMatchObject([{ action: 'change-undone' }, { action: 'record-restored', after_digest: null }, { action: 'record-restored' }]);
  });

  test('cannot undo when a record was changed since; the record is named', async () => {
    const path = await lan.drop([HEADERS, SURE_ROW]);
    await lan.send(`${path}gui/`);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(dirname(office.contentDir), PRODUCT), `${office.text(PRODUCT)}confidence: medium\n`);
    const answer = await lan.send(`${path}hoan-tac/`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(`${PRODUCT} đã được sửa sau đó`);
    expect((await lan.change(path)).state).toBe('written');
    expect(office.published).toHaveLength(1);
  });

  test('cannot undo what a later decision needs', async () => {
    const first = await lan.drop([HEADERS, SURE_ROW]);
    await lan.send(`${first}gui/`);
    const second = await lan.drop([[...HEADERS, 'Hình thức'], [...SURE_ROW.with(5, '5 sao').with(6, '3200/QĐ-UBND').with(7, '02/11/2026'), 'nâng hạng']], 'nang-hang.xlsx');
    expect((await lan.send(`${second}gui/`)).status).toBe(303);
    const answer = await lan.send(`${first}hoan-tac/`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('hồ sơ sẽ có lỗi');
    await lan.send(`${second}hoan-tac/`);
    expect((await lan.send(`${first}hoan-tac/`)).status).toBe(303);
  });

  test('answers a question, is no longer asked, and can be asked again', async () => {
    const path = await lan.drop([HEADERS, SURE_ROW, QUESTION_ROW]);
    const asked = (await lan.change(path)).annex?.questions ?? [];
    expect(asked).toHaveLength(1);
    await lan.send(`${path}tra-loi/`, { [asked[0]?.name ?? '']: 'bo-qua' });
    const answered = await lan.change(path);
    expect(answered.annex?.questions).toEqual([]);
    expect(answered.annex?.answers).toEqual([{ key: 'PL!3:skip', text: 'PL, dòng 3: bỏ qua dòng' }]);
    await lan.send(`${path}hoi-lai/`, { bo: 'PL!3:skip' });
    expect((await lan.change(path)).annex?.questions).toHaveLength(1);
  });

  test('writes the sound part; the rest goes home with reasons', async () => {
    const path = await lan.drop([HEADERS, SURE_ROW, QUESTION_ROW]);
    expect((await lan.change(path)).may).toMatchObject({ send: false, sendSound: true });
    expect((await lan.send(`${path}gui/`)).status).toBe(409);
    expect((await lan.send(`${path}gui/`, { phan: 'on' })).status).toBe(303);
    expect(exists(PRODUCT)).toBe(true);
    const rest = await lan.get(`${path}con-lai.csv`);
    expect(rest.headers.get('content-disposition')).toContain('phu-luc.xlsx.con-lai.csv');
    const csv = await rest.text();
    expect(csv).toContain('Mắm ruốc Thiên Cầm');
    expect(csv).not.toContain('Hương Biển');
    expect(csv).toContain('Lý do');
  });

  test('says what the file does not: number, day and issuer', async () => {
    const bare = SURE_ROW.slice(0, 6);
    const path = await lan.drop([HEADERS.slice(0, 6), bare]);
    const asked = await lan.change(path);
    expect(asked.annex?.counts.question).toBe(1);
    expect(asked.annex?.questions[0]?.text).toContain('phần Văn bản');
    expect(JSON.stringify(asked)).not.toMatch(/ --[a-z]/);
    await lan.send(`${path}lua-chon/`, { so: '3100 / QĐ - UBND', ngay: '2026-10-20', 'co-quan': 'UBND tỉnh Hà Tĩnh', nguon: 'https://hatinh.gov.vn/3100' });
    const change = await lan.change(path);
    expect(change.annex?.rows[0]).toMatchObject({ status: 'sound', decision: '3100/QĐ-UBND, 20/10/2026' });
    expect(change.records[0]?.diff).toContain('https://hatinh.gov.vn/3100');
  });

  test('the same file again leads to the open draft, and after writing changes nothing', async () => {
    const path = await lan.drop([HEADERS, SURE_ROW]);
    const again = await lan.drop([HEADERS, SURE_ROW]);
    if (again !== path) expect((await lan.change(again)).annex?.counts).toEqual((await lan.change(path)).annex?.counts);
    await lan.send(`${path}gui/`);
    const after = await lan.drop([HEADERS, SURE_ROW], 'lai.xlsx');
    const change = await lan.change(after);
    expect(change.annex?.counts).toMatchObject({ unchanged: 1, sound: 0 });
    expect(change.may.send).toBe(false);
    expect((await lan.send(`${after}gui/`)).status).toBe(409);
  });

  test('a publish that fails is told, and can be tried again', async () => {
    office.failing.problem = 'đĩa đầy';
    const path = await lan.drop([HEADERS, SURE_ROW]);
    await lan.send(`${path}gui/`);
    expect(await lan.change(path)).toMatchObject({ state: 'written', publishProblem: 'đĩa đầy', may: { publish: true } });
    delete office.failing.problem;
    await lan.send(`${path}xuat-ban/`);
    const change = await lan.change(path);
    expect([change.publishProblem, change.may.publish]).toEqual([undefined, false]);
  });
});

describe('a file that cannot be taken', () => {
  test.each([
    ['no file', undefined, 'Chưa chọn tệp nào.'],
    ['an old Excel file', new File([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])], 'cu.xls'), 'kiểu cũ (.xls)'],
    ['a PDF', new File(['%PDF-1.7'], 'quyet-dinh.pdf'), 'là tệp PDF'],
    ['an empty file', new File([''], 'rong.xlsx'), 'trống'],
  ])('%s is refused in words', async (_, file, words) => {
    const answer = await lan.upload('/quan-ly/nhap/', file === undefined ? {} : { tep: file });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
    expect(await office.desk.db.selectFrom('changes').select('id').execute()).toEqual([]);
  });

  test('more than 10 MB is refused, however it is announced', async () => {
    const answer = await lan.upload('/quan-ly/nhap/', { tep: new File([new Uint8Array(10_100_000)], 'to.xlsx') });
    expect(answer.status).toBe(413);
  });

  test('a form without the session token is refused', async () => {
    const form = new FormData();
    form.set('tep', new File(['a;b'], 'a.csv'));
    const answer = await office.desk.post('/quan-ly/nhap/', form, { cookie: (await office.desk.enter('Lan')).cookie });
    expect(answer.status).toBe(403);
  });
});

test('the template and the register can be taken home', async () => {
  for (const name of ['mau.xlsx', 'quyet-dinh.xlsx']) {
    const answer = await lan.get(`/quan-ly/nhap/${name}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
  }
  expect((await office.desk.get('/quan-ly/nhap/quyet-dinh.xlsx')).status).toBe(303);
});

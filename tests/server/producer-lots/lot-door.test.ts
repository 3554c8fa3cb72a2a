import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ProducerFormView } from '../../../src/publish/producer-form-view.ts';
import { composeMail } from '../../../src/server/mail/mail-kinds.ts';
import { revokeLotLink } from '../../../src/server/producer-lots/lot-link.ts';
import { DIALECTS } from '../db/fresh-database.ts';
import { PRODUCT, SKU, fieldsOf, formOf, openLots, type LotsUnderTest } from './lot-under-test.ts';

let lots: LotsUnderTest;
beforeEach(async () => {
  lots = await openLots();
});

const DAY_MS = 24 * 3_600_000;
const RECORD = `content/lots/${PRODUCT}/NM-2611.yaml`;
const changes = () => lots.office.desk.db.selectFrom('changes').selectAll().execute();
const lotFile = (path = RECORD): string => join(dirname(lots.office.contentDir), path);
const photograph = async (): Promise<File> =>
  new File([new Uint8Array(await sharp({ create: { width: 400, height: 300, channels: 3, background: '#1f6b45' } }).withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '18/1 16/1 0/1' } }).jpeg().toBuffer())], 'IMG.jpg');

describe('the form behind a link', () => {
  test('offers the packs and a lot code, is kept by nobody and sends no address along', async () => {
    const answer = await lots.open();
    const header = (name: string) => answer.headers.get(name);
    expect([answer.status, header('cache-control'), header('x-robots-tag'), header('referrer-policy')]).toEqual([200, 'no-store', 'noindex', 'no-referrer']);
    const text = await answer.clone().text();
    expect(text).not.toContain(lots.token);
    const form = await formOf(answer);
    expect([form.product, form.producer, form.until, form.sent]).toEqual(['Nước mắm Phú Sáng', 'HTX Dịch vụ chế biến hải sản Phú Sáng', '2027-02-22', []]);
    const fields = fieldsOf(form);
    expect([fields['quy-cach']?.value, fields['ma-lo']?.value]).toEqual([SKU, 'L261124']);
  });

  const closed = async (answer: Response): Promise<[number, string]> => {
    const view = (await answer.json()) as ProducerFormView;
    return [answer.status, view.step === 'closed' ? view.reason : view.step];
  };

  test.each([['a token that is none', 'abc'], ['another token', 'x'.repeat(43)], ['a path', '..%2f..%2fquan-ly']])('opens nothing for %s', async (_, token) => {
    expect(await closed(await lots.open(token))).toEqual([404, 'unknown']);
    expect(await closed(await lots.send(await lots.filled(), token))).toEqual([404, 'unknown']);
    expect(await changes()).toEqual([]);
  });

  test('ends with its last day', async () => {
    const filled = await lots.filled();
    lots.office.desk.clock.now += 90 * DAY_MS;
    expect(await closed(await lots.open())).toEqual([410, 'ended']);
    expect(await closed(await lots.send(filled))).toEqual([410, 'ended']);
  });

  test('is closed by the office', async () => {
    expect(await revokeLotLink(lots.office.desk.db, lots.linkId, 'Lan', lots.office.desk.clock.now)).toBe(true);
    expect(await closed(await lots.open())).toEqual([410, 'revoked']);
    expect(await revokeLotLink(lots.office.desk.db, lots.linkId, 'Lan', lots.office.desk.clock.now)).toBe(false);
  });

  test('opens nothing from the database: only a digest of the token is there', async () => {
    const rows = JSON.stringify(await lots.office.desk.db.selectFrom('lot_links').selectAll().execute());
    expect(rows).not.toContain(lots.token);
  });

  test('takes so many sendings a day', async () => {
    expect((await lots.send({ lan: 'x'.repeat(20) })).status).toBe(422);
    await lots.office.desk.db.updateTable('visit_counts').set({ count: 60 }).execute();
    expect(await closed(await lots.send(await lots.filled()))).toEqual([429, 'too-many']);
    lots.office.desk.clock.now += DAY_MS;
    expect((await lots.send(await lots.filled())).status).toBe(303);
  });
});

describe('a lot that is declared', () => {
  test('waits for the office, and says so when the link is opened again', async () => {
    const answer = await lots.send(await lots.filled());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/chu-the-tra-loi/${lots.token}/?da-gui=NM-2611`]);
    const [change, ...more] = await changes();
    expect([change?.kind, change?.state, change?.created_by, change?.title, more]).toEqual(['lot', 'waiting', 'chủ thể HTX Dịch vụ chế biến hải sản Phú Sáng', 'Lô NM-2611: Nước mắm Phú Sáng', []]);
    expect(existsSync(lotFile())).toBe(false);
    const [mail, ...others] = await lots.office.desk.db.selectFrom('outbox').select(['kind', 'recipient', 'payload']).execute();
    expect([mail?.kind, mail?.recipient, others]).toEqual(['lot-declared', 'vp@example.vn', []]);
    expect(composeMail('lot-declared', mail?.payload ?? '').text).toContain(`http://localhost:4321/quan-ly/thay-doi/${change?.id}/`);
    expect(mail?.payload).not.toContain(lots.token);
    const form = await formOf(await lots.open(lots.token, '?da-gui=NM-2611'));
    expect([form.justSent, form.sent.map(({ code, state }) => [code, state])]).toEqual(['NM-2611', [['NM-2611', 'waiting']]]);
    expect((await formOf(await lots.open(lots.token, '?da-gui=KHAC'))).justSent).toBeUndefined();
  });

  test.each(DIALECTS)('sent twice is one proposal, one after the other or at one moment (%s)', async (dialect) => {
    lots = await openLots(dialect);
    const filled = await lots.filled();
    const answers = await Promise.all([lots.send(filled), lots.send(filled), lots.send(filled)]);
    answers.push(await lots.send(filled));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await changes()).toHaveLength(1);
    expect(await lots.office.desk.db.selectFrom('lot_sendings').select('form_key').execute()).toHaveLength(1);
  });

  test('becomes a record when the office approves it, which says who declared and who approved; undone, it is gone', async () => {
    const chi = await lots.office.clerk('Chi', 'approver');
    await lots.office.clerk('Lan', 'editor');
    const steps = { 'nguyen-lieu-tu': 'purchase', 'nguyen-lieu': 'cá cơm', 'nguyen-lieu-ngay': '2026-10-01', 'nguyen-lieu-kg': '1.500', 'che-bien-ngay': '2026-11-02', 'che-bien-vao': '1500', 'che-bien-ra': '620,5' };
    const filled = await lots.filled({ ...steps, 'anh-loi': 'Các chai vừa dán nhãn', 'anh-quyen': 'on' });
    expect((await lots.send({ ...filled, anh: await photograph() })).status).toBe(303);
    const path = `/quan-ly/thay-doi/${(await changes())[0]?.id}/`;
    const view = await chi.change(path);
    expect([view.state, view.may.approve, view.records.length]).toEqual(['waiting', true, 2]);
    const picture = await chi.get(view.records[1]?.picture ?? '');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await chi.send(`${path}duyet/`)).status).toBe(303);
    expect((await chi.change(path)).state).toBe('written');

    const [file] = readdirSync(lotFile(RECORD.replace('.yaml', '')));
    expect(readFileSync(lotFile(), 'utf8')).toBe(
      `sku: ${SKU}\nproducedOn: 2026-11-02\npackedOn: 2026-11-10\nuseBy: 2028-11-10\nquantity: 1200\nsteps:\n` +
        '  - kind: purchase\n    on: 2026-10-01\n    material: cá cơm\n    kg: 1500\n' +
        '  - kind: processing\n    on: 2026-11-02\n    inputs:\n      - material: cá cơm\n        kg: 1500\n    outputKg: 620.5\n' +
        '  - kind: packing\n    on: 2026-11-10\n    packs: 1200\n' +
        `photographs:\n  - file: ${file}\n    alt:\n      vi: Các chai vừa dán nhãn\n` +
        'declared:\n  by: HTX Dịch vụ chế biến hải sản Phú Sáng\n  on: 2026-11-24\napproved:\n  by: Danh mục OCOP\n  on: 2026-11-24\n',
    );
    const { exif } = await sharp(readFileSync(lotFile(`content/lots/${PRODUCT}/NM-2611/${file}`))).metadata();
    expect(exif).toBeUndefined();
    expect((await formOf(await lots.open())).sent.map(({ state }) => state)).toEqual(['written']);

    await chi.send(`${path}hoan-tac/`);
    expect(existsSync(lotFile())).toBe(false);
    expect((await formOf(await lots.open())).sent.map(({ state }) => state)).toEqual(['undone']);
  });

  test('is confirmed by the only user, who did not declare it', async () => {
    const lan = await lots.office.clerk('Lan', 'editor');
    await lots.send(await lots.filled());
    const path = `/quan-ly/thay-doi/${(await changes())[0]?.id}/`;
    expect((await lan.change(path)).may.approve).toBe(true);
    await lan.send(`${path}duyet/`);
    expect(readFileSync(lotFile(), 'utf8')).toContain('approved:');
  });

  test('that the office does not take can be sent again under the same code', async () => {
    const chi = await lots.office.clerk('Chi', 'approver');
    await lots.send(await lots.filled());
    await chi.send(`/quan-ly/thay-doi/${(await changes())[0]?.id}/bo/`);
    expect((await formOf(await lots.open())).sent.map(({ state }) => state)).toEqual(['withdrawn']);
    expect((await lots.send(await lots.filled())).status).toBe(303);
  });
});

describe('a declaration with a fault comes back with a sentence beside the field, and all that was typed', () => {
  test.each([
    ['no code', { 'ma-lo': '' }, 'ma-lo', 'Xin ghi mã lô.'],
    ['a code that cannot be printed', { 'ma-lo': 'LÔ 7' }, 'ma-lo', '"LÔ 7" chưa dùng làm mã lô được'],
    ['no pack', { 'quy-cach': 'khac' }, 'quy-cach', 'Xin chọn quy cách.'],
    ['no day at all', { 'ngay-lam': '', 'ngay-goi': '' }, 'ngay-lam', 'Xin ghi ngày sản xuất hoặc ngày đóng gói.'],
    ['a day that is none', { 'ngay-lam': '2026-02-30' }, 'ngay-lam', 'Ngày không đọc được'],
    ['a quantity in words', { 'so-luong': 'nhiều' }, 'so-luong', '"nhiều" không phải là số nguyên lớn hơn 0.'],
    ['no confirmation', { 'dung-su-that': '' }, 'dung-su-that', 'Xin đánh dấu xác nhận.'],
    ['weights without a kind of material', { 'nguyen-lieu-kg': '12' }, 'nguyen-lieu-tu', 'Xin chọn tự thu hoạch hay thu mua'],
    ['processing without its weights', { 'nguyen-lieu': 'cá', 'che-bien-ngay': '2026-11-02' }, 'che-bien-ra', 'Xin ghi khối lượng thành phẩm.'],
    ['weights that are none', { 'nguyen-lieu': 'cá', 'che-bien-ngay': '2026-11-02', 'che-bien-vao': 'một tạ', 'che-bien-ra': '5' }, 'che-bien-vao', '"một tạ" không phải là số kg'],
    ['more out than in', { 'nguyen-lieu': 'cá', 'che-bien-ngay': '2026-11-02', 'che-bien-vao': '100', 'che-bien-ra': '120' }, 'che-bien-ra', '120 kg ra từ 100 kg đưa vào: hãy sửa lại khối lượng'],
    ['an end before the beginning', { 'han-dung': '2026-11-01' }, 'han-dung', '01/11/2026 trước ngày đóng gói 10/11/2026'],
    ['packed before it was made', { 'ngay-goi': '2026-11-01' }, 'ngay-goi', '01/11/2026 trước ngày sản xuất 02/11/2026'],
    ['made tomorrow', { 'ngay-lam': '2026-11-25', 'ngay-goi': '' }, 'ngay-lam', '25/11/2026'],
  ])('%s', async (_, fields, field, words) => {
    const answer = await lots.send(await lots.filled(fields as Record<string, string>));
    expect(answer.status).toBe(422);
    const form = await formOf(answer);
    const shown = fieldsOf(form);
    expect(shown[field]?.problem).toContain(words);
    expect(form.faults).toBeGreaterThan(0);
    for (const [name, value] of Object.entries(fields)) expect(shown[name]?.value).toBe(value);
    expect(await changes()).toEqual([]);
  });

  test('a healing claim is refused as in every record', async () => {
    const answer = await lots.send(await lots.filled({ 'nguyen-lieu-tu': 'harvest', 'nguyen-lieu': 'lá trị bệnh, chữa ung thư', 'nguyen-lieu-ngay': '2026-11-01' }));
    expect(fieldsOf(await formOf(answer))['nguyen-lieu']?.problem).toContain('chữa');
  });

  test('a code that is taken, on the site or waiting', async () => {
    const lan = await lots.office.clerk('Lan', 'approver');
    await lots.send(await lots.filled());
    expect(fieldsOf(await formOf(await lots.send(await lots.filled())))['ma-lo']?.problem).toBe('Lô NM-2611 đã gửi và đang chờ văn phòng duyệt.');
    await lan.send(`/quan-ly/thay-doi/${(await changes())[0]?.id}/duyet/`);
    expect(fieldsOf(await formOf(await lots.send(await lots.filled())))['ma-lo']?.problem).toBe('Lô NM-2611 đã có trên trang. Mỗi lô có một mã riêng.');
  });

  test('a photograph is kept while the rest is mended, and is not taken without permission', async () => {
    const first = await lots.send({ ...(await lots.filled({ 'ma-lo': '' })), anh: await photograph() });
    const fields = fieldsOf(await formOf(first));
    expect(fields['anh-quyen']?.problem).toContain('Chỉ đăng ảnh khi được phép');
    const key = fields['anh-da-gui']?.value ?? '';
    expect(key).toMatch(/^[\w-]{32}$/);
    expect((await lots.send(await lots.filled({ 'anh-da-gui': key, 'anh-quyen': 'on' }))).status).toBe(303);
    const files = await lots.office.desk.db.selectFrom('change_files').select('role').execute();
    expect(files.map(({ role }) => role)).toEqual([expect.stringMatching(/^content\/lots\/nuoc-mam-phu-sang\/NM-2611\/anh-[0-9a-f]{8}\.jpg$/)]);
  });
});

test('the next code that is offered is a free one', async () => {
  await lots.send(await lots.filled({ 'ma-lo': 'L261124' }));
  expect(fieldsOf(await formOf(await lots.open()))['ma-lo']?.value).toBe('L261124-2');
});

test('a fault is told plainly, and no log names the key', async () => {
  await lots.office.desk.db.schema.dropTable('lot_sendings').execute();
  const answer = await lots.open();
  expect([answer.status, ((await answer.json()) as { reason: string }).reason]).toEqual([500, 'fault']);
  expect(lots.faults).toHaveLength(1);
  expect(lots.faults.join()).not.toContain(lots.token);
});

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { filesIn } from '../../../importing/content-copy.ts';
import { contentOf, openOffice, type Clerk, type Office } from './office.ts';
import { sentBack } from './sent-back.ts';

let office: Office;
let lan: Clerk;
beforeEach(async () => {
  office = await openOffice();
  lan = await office.clerk('Lan', 'approver');
});

const PRODUCT = 'content/products/nuoc-mam-phu-sang/product.yaml';
const FORM = '/quan-ly/ho-so/san-pham/nuoc-mam-phu-sang/';
const NEW_PRODUCER = '/quan-ly/ho-so/chu-the-moi/';

async function refusedWith(answer: Response): Promise<string> {
  expect(answer.status).toBe(422);
  return (await contentOf(answer, 'form')).problems.join(' ');
}

async function confirmed(answer: Response): Promise<string> {
  expect(answer.status).toBe(303);
  const path = answer.headers.get('location') ?? '';
  expect((await lan.send(`${path}gui/`)).status).toBe(303);
  expect((await lan.change(path)).state).toBe('written');
  return path;
}

describe('a product', () => {
  test('sent back as it was shown changes nothing', async () => {
    expect(await refusedWith(await lan.send(FORM, sentBack(await lan.form(FORM))))).toContain('Chưa có gì thay đổi');
  });

  test('changes only what was typed; comments and order stay', async () => {
    const file = join(dirname(office.contentDir), PRODUCT);
    writeFileSync(file, `# Ghi chú của văn phòng.\n${office.text(PRODUCT)}`);
    const before = office.text(PRODUCT);
    const path = await confirmed(await lan.send(FORM, { ...sentBack(await lan.form(FORM)), 'ten-en': 'Phú Sáng anchovy sauce', chuyen: 'Ủ chượp trong chum sành.' }));
    const after = office.text(PRODUCT);
    expect(after).toBe(before.replace('Phú Sáng fish sauce', 'Phú Sáng anchovy sauce').replace('confidence: medium', 'story:\n  vi: Ủ chượp trong chum sành.\nconfidence: medium'));
    await lan.send(`${path}hoan-tac/`);
    expect(office.text(PRODUCT)).toBe(before);
  });

  test('gets a pack with its code, price and who declared them', async () => {
    const fields = { 'qc-0-ten': 'Chai 500 ml', 'qc-0-gia': '95.000', 'qc-0-khai': 'HTX Phú Sáng', 'qc-0-ngay': '2026-11-01', 'qc-0-phu': 'yes' };
    await confirmed(await lan.send(FORM, { ...sentBack(await lan.form(FORM)), ...fields }));
    const code = /traceCode: "?([0-9A-Z]{10})"?\n/.exec(office.text(PRODUCT))?.[0] ?? 'no trace code';
    expect(office.text(PRODUCT)).toContain(`packs:\n  - sku: nuoc-mam-phu-sang-chai-500-ml\n    label: Chai 500 ml\n    ${code}    priceDong: 95000\n    coveredByDecision: yes\n    declared:\n      by: HTX Phú Sáng\n      on: 2026-11-01\n`);
    await confirmed(await lan.send(FORM, { ...sentBack(await lan.form(FORM)), 'qc-0-ten': '' }));
    expect(office.text(PRODUCT)).not.toContain('packs');
  });

  test.each([
    ['a price that nobody declared', { 'qc-0-ten': 'Chai', 'qc-0-gia': '95000' }, 'declared'],
    ['a price in words', { 'qc-0-ten': 'Chai', 'qc-0-gia': 'chín mươi' }, 'priceDong'],
    ['a wrong bar code', { 'qc-0-ten': 'Chai', 'qc-0-gtin': '8930000000001', 'qc-0-khai': 'HTX', 'qc-0-ngay': '2026-11-01' }, 'gtin'],
    ['a producer that is not there', { 'chu-the': 'HTX Không Có' }, 'Không có chủ thể "HTX Không Có"'],
    ['a place that is not there', { xa: 'Xã Không Có' }, 'place'],
    ['a claim to heal', { chuyen: 'Giúp chữa bệnh dạ dày.' }, 'chữa bệnh'],
    ['no name', { ten: '' }, 'name'],
  ])('%s is refused, nothing is kept, and what was typed still stands', async (_, fields, words) => {
    const answer = await lan.send(FORM, { ...sentBack(await lan.form(FORM)), ...fields });
    const form = await contentOf(answer.clone() as Response, 'form');
    expect(await refusedWith(answer)).toContain(words);
    const [name, value] = Object.entries(fields)[0] as [string, string];
    expect(form.sections.flatMap((section) => section.fields).find((field) => field.name === name)?.value).toBe(value);
    expect(await office.desk.db.selectFrom('changes').select('id').execute()).toEqual([]);
  });

  test('that was changed since the form was opened is not overwritten', async () => {
    const fields = sentBack(await lan.form(FORM));
    writeFileSync(join(dirname(office.contentDir), PRODUCT), office.text(PRODUCT).replace('fish sauce', 'sauce'));
    expect(await refusedWith(await lan.send(FORM, { ...fields, 'ten-en': 'X' }))).toContain('đã được sửa từ lúc mở trang');
  });

  test('that changes between the form and the confirmation is not overwritten either', async () => {
    const path = (await lan.send(FORM, { ...sentBack(await lan.form(FORM)), 'ten-en': 'X' })).headers.get('location') ?? '';
    writeFileSync(join(dirname(office.contentDir), PRODUCT), office.text(PRODUCT).replace('fish sauce', 'sauce'));
    const answer = await lan.send(`${path}gui/`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('đã đổi từ lúc điền');
    expect(office.text(PRODUCT)).not.toContain('nameEn: X');
  });

  test('that is new gets an id from its name and needs a source', async () => {
    const fields = { ...sentBack(await lan.form('/quan-ly/ho-so/san-pham-moi/')), ten: 'Mật ong Kẽ Gỗ', nhom: 'thuc-pham' };
    expect(await refusedWith(await lan.send('/quan-ly/ho-so/san-pham-moi/', fields))).toContain('sources');
    await confirmed(await lan.send('/quan-ly/ho-so/san-pham-moi/', { ...fields, 'nguon-ten': 'Danh sách của huyện' }));
    expect(office.text('content/products/mat-ong-ke-go/product.yaml')).toBe(
      'name: Mật ong Kẽ Gỗ\nnameEn: Mật ong Kẽ Gỗ\ngroup: thuc-pham\ngroupBasis: read\ndrawing: honey\nsources:\n  - title: Danh sách của huyện\n    readOn: 2026-11-24\n',
    );
  });

  test.each(['khong-co', 'nuoc-mam-phu-sang-cam-xuyen', 'mat-ong-mau'])('%s has no form: unknown, moved or practice', async (id) => {
    expect((await lan.get(`/quan-ly/ho-so/san-pham/${id}/`)).status).toBe(404);
    expect((await lan.send(`/quan-ly/ho-so/san-pham/${id}/`, { ten: 'X' })).status).toBe(404);
  });
});

describe('a producer', () => {
  test('keeps no telephone without consent', async () => {
    const fields = { ...sentBack(await lan.form(NEW_PRODUCER)), ten: 'Hộ Nguyễn Thị Thử', loai: 'business-household', 'nguon-ten': 'Danh sách', 'dien-thoai': '0912 000 000' };
    expect(await refusedWith(await lan.send(NEW_PRODUCER, fields))).toContain('khi chủ thể đồng ý');
    await confirmed(await lan.send(NEW_PRODUCER, { ...fields, 'dong-y': 'on' }));
    expect(office.text('content/producers/ho-nguyen-thi-thu.yaml')).toContain('contact:\n  phone: 0912 000 000\n  consent: true\n');
  });

  test('gets a former name', async () => {
    const path = '/quan-ly/ho-so/chu-the/phu-sang/';
    await confirmed(await lan.send(path, { ...sentBack(await lan.form(path)), 'ten-cu': 'THT Phú Sáng\n\n' }));
    expect(office.text('content/producers/phu-sang.yaml')).toBe('name: HTX Dịch vụ chế biến hải sản Phú Sáng\nkind: cooperative\nformerNames:\n  - THT Phú Sáng\n');
  });
});

describe('the settings of the site', () => {
  const PATH = '/quan-ly/ho-so/trang/';

  test('name the office; an empty part is left out', async () => {
    await confirmed(await lan.send(PATH, { ...sentBack(await lan.form(PATH)), 'vp-ten': 'Văn phòng Điều phối nông thôn mới tỉnh Mẫu' }));
    expect(office.text('content/site.yaml')).toContain('office:\n  name: Văn phòng Điều phối nông thôn mới tỉnh Mẫu\n');
    expect(office.text('content/site.yaml')).not.toContain('seller');
  });

  test('refuse a seller without a tax code', async () => {
    expect(await refusedWith(await lan.send(PATH, { ...sentBack(await lan.form(PATH)), 'ban-ten': 'HTX' }))).toContain('seller.taxCode');
  });

  test('are for approvers', async () => {
    const hoa = await office.clerk('Hoa', 'editor');
    expect([(await hoa.get(PATH)).status, (await hoa.send(PATH, { ten: 'X' })).status]).toEqual([403, 403]);
  });
});

describe('a photograph', () => {
  const PATH = `${FORM}anh/`;
  const jpeg = async () => new File([new Uint8Array(await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a63' } }).jpeg().toBuffer())], 'IMG 01.JPG');
  const folder = () => readdirSync(join(office.contentDir, 'products/nuoc-mam-phu-sang')).sort();

  test('is written beside the record, named there with its words, and gone after an undo', async () => {
    const before = [folder(), filesIn(office.contentDir)];
    const fields = { ...sentBack(await lan.form(PATH)), anh: await jpeg(), loi: 'Chai nước mắm trên bàn gỗ', nguon: 'HTX Phú Sáng', quyen: 'on' };
    const path = await confirmed(await lan.upload(PATH, fields));
    const [name] = folder().filter((file) => file.endsWith('.jpg'));
    expect(name).toMatch(/^chai-nuoc-mam-tren-ban-[0-9a-f]{8}\.jpg$/);
    expect(office.text(PRODUCT)).toContain(`photographs:\n  - file: ${name}\n    alt:\n      vi: Chai nước mắm trên bàn gỗ\n    credit: HTX Phú Sáng\n`);
    await lan.send(`${path}hoan-tac/`);
    expect([folder(), filesIn(office.contentDir)]).toEqual(before);
  });

  test.each([
    ['no picture', { anh: new File(['xin chào'], 'ghi-chu.txt'), loi: 'a', quyen: 'on' }, 'không phải ảnh đọc được'],
    ['a drawing', { anh: new File(['<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'], 'a.svg'), loi: 'a', quyen: 'on' }, 'không phải ảnh'],
    ['nothing', { loi: 'a', quyen: 'on' }, 'Chưa chọn ảnh'],
  ])('%s is refused', async (_, fields, words) => {
    expect(await refusedWith(await lan.upload(PATH, { ...sentBack(await lan.form(PATH)), ...fields }))).toContain(words);
  });

  test('without words or without leave is refused', async () => {
    const fields = { ...sentBack(await lan.form(PATH)), anh: await jpeg() };
    expect(await refusedWith(await lan.upload(PATH, { ...fields, loi: 'Chai' }))).toContain('đã cho phép');
    expect(await refusedWith(await lan.upload(PATH, { ...fields, quyen: 'on' }))).toContain('alt');
    expect(existsSync(join(office.contentDir, 'products/nuoc-mam-phu-sang/product.yaml'))).toBe(true);
    expect(folder()).toEqual(['product.yaml']);
  });
});

describe('a star that is taken back', () => {
  const PATH = '/quan-ly/thu-hoi/nuoc-mam-phu-sang/';
  const DOCUMENT = { so: '15/QĐ-UBND', ngay: '2026-03-02', 'co-quan': 'UBND tỉnh Hà Tĩnh', nguon: 'Quyết định 15/QĐ-UBND' };

  test('becomes a decision of its own, and an undo gives it back', async () => {
    const before = filesIn(office.contentDir);
    const path = await confirmed(await lan.send(PATH, { ...sentBack(await lan.form(PATH)), ...DOCUMENT }));
    expect(office.text('content/decisions/2026/ha-tinh-15-qd-ubnd-2026.yaml')).toBe(
      'number: 15/QĐ-UBND\nsignedOn: 2026-03-02\nissuer:\n  level: province\n  name: UBND tỉnh Hà Tĩnh\nsources:\n  - title: Quyết định 15/QĐ-UBND\n    readOn: 2026-11-24\nlines:\n  - product: nuoc-mam-phu-sang\n    act: revocation\n    basis: read\n',
    );
    expect((await lan.change(path)).title).toBe('Thu hồi: Nước mắm Phú Sáng');
    await lan.send(`${path}hoan-tac/`);
    expect(filesIn(office.contentDir)).toEqual(before);
  });

  test.each([
    ['a number that is none', { so: 'mười lăm' }, 'Số quyết định'],
    ['no day', { ngay: '' }, 'Hãy ghi ngày ký'],
    ['a day to come', { ngay: '2027-01-01' }, 'sau ngày hôm nay'],
    ['a day before the star was given', { ngay: '2024-01-01' }, 'trước ngày cấp'],
    ['no source', { nguon: '' }, 'nguồn'],
    ['an office of unknown level', { 'co-quan': 'Ban chỉ đạo' }, 'cấp nào'],
    ['a certificate of another product', { giay: 'ruou-sim--2024-03' }, 'chọn giấy'],
  ])('%s is refused', async (_, fields, words) => {
    expect(await refusedWith(await lan.send(PATH, { ...sentBack(await lan.form(PATH)), ...DOCUMENT, ...fields }))).toContain(words);
  });
});

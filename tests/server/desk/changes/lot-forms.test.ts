import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { lotSchema } from '../../../../src/catalogue/schemas/lot.ts';
import { parseYaml } from '../../../../src/catalogue/yaml-file.ts';
import { parseTraceCode } from '../../../../src/domain/trace-code.ts';
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
const NEW = `${FORM}lo-moi/`;
const LOT = 'content/lots/nuoc-mam-phu-sang/NM-01.yaml';
const LOT_FORM = `${FORM}lo/NM-01/`;
const SKU = 'nuoc-mam-phu-sang-chai-500-ml';

async function refusedWith(answer: Response): Promise<string> {
  expect(answer.status).toBe(422);
  return (await contentOf(answer, 'form')).problems.join(' ');
}

async function confirmed(answer: Response): Promise<string> {
  expect(answer.status === 422 ? (await contentOf(answer, 'form')).problems : answer.status).toBe(303);
  const path = answer.headers.get('location') ?? '';
  expect((await lan.send(`${path}gui/`)).status).toBe(303);
  expect((await lan.change(path)).state).toBe('written');
  return path;
}

async function change(path: string, fields: Record<string, string>): Promise<Response> {
  return lan.send(path, { ...sentBack(await lan.form(path)), ...fields });
}

const givePack = async (): Promise<string> => confirmed(await change(FORM, { 'qc-0-ten': 'Chai 500 ml' }));

/** Names of the fields of the open part in which a step of this kind is added. */
async function stepPrefix(path: string, kind: string): Promise<string> {
  const fields = (await lan.form(path)).sections.flatMap((section) => section.fields);
  return fields.findLast(({ name, value }) => name.endsWith('-loai') && value === kind)?.name.replace(/-loai$/, '') ?? '';
}

async function declareLot(more: Record<string, string> = {}): Promise<string> {
  return confirmed(await change(NEW, { ma: 'nm-01', 'ngay-lam': '9/2026', 'ngay-goi': '1/10/2026', 'tot-nhat': '2028-10', 'so-luong': '1.200', 'ai-khai': 'HTX Phú Sáng', ...more }));
}

const record = (path = LOT) => lotSchema.parse((parseYaml(office.text(path)) as { value: unknown }).value);

describe('a pack', () => {
  test('without GTIN is given a trace code when it is saved, which no form can change', async () => {
    await givePack();
    const code = /traceCode: "?(\w+)"?/.exec(office.text(PRODUCT))?.[1] ?? '';
    expect(parseTraceCode(code)).toEqual({ code });
    await confirmed(await change(FORM, { 'qc-0-ten': 'Chai 0,5 lít', 'qc-0-traceCode': 'AAAAAAAAAA', 'qc-0-ma-truy-vet': 'AAAAAAAAAA' }));
    expect(/traceCode: "?(\w+)"?/.exec(office.text(PRODUCT))?.[1]).toBe(code);
  });

  test('keeps its trace code when it gets a GTIN later, and one that has a GTIN is given none', async () => {
    await givePack();
    const declared = { 'qc-0-khai': 'HTX', 'qc-0-ngay': '2026-11-01' };
    await confirmed(await change(FORM, { 'qc-0-gtin': '8938500000010', ...declared }));
    expect(office.text(PRODUCT)).toMatch(/traceCode: /);
    await confirmed(await change(FORM, { 'qc-1-ten': 'Chai 1 lít', 'qc-1-gtin': '8938500000027', 'qc-1-khai': 'HTX', 'qc-1-ngay': '2026-11-01' }));
    expect(office.text(PRODUCT).match(/traceCode: /g)).toHaveLength(1);
  });
});

describe('what a producer declares of a product', () => {
  test('is written with who declared it, and gone when all of it is emptied', async () => {
    const before = office.text(PRODUCT);
    const declared = { 'khai-nguoi': 'HTX Phú Sáng', 'khai-ngay': '2026-11-20' };
    await confirmed(await change(FORM, { 'khai-thuong-hieu': 'Phú Sáng', 'khai-thanh-phan': 'Cá, muối', 'giay-0-ten': 'Giấy về an toàn thực phẩm', 'giay-0-han': '2027-01-31', ...declared }));
    expect(office.text(PRODUCT)).toContain(
      'declaration:\n  brand: Phú Sáng\n  papers:\n    - name: Giấy về an toàn thực phẩm\n      validUntil: 2027-01-31\n  ingredients:\n    vi: Cá, muối\n  declared:\n    by: HTX Phú Sáng\n    on: 2026-11-20\n',
    );
    await confirmed(await change(FORM, { 'khai-thuong-hieu': '', 'khai-thanh-phan': '', 'giay-0-ten': '' }));
    expect(office.text(PRODUCT)).toBe(before);
  });

  test('is refused without who declared it, and with a claim to heal', async () => {
    expect(await refusedWith(await change(FORM, { 'khai-thuong-hieu': 'Phú Sáng' }))).toContain('declaration.declared');
    const declared = { 'khai-nguoi': 'HTX', 'khai-ngay': '2026-11-20' };
    expect(await refusedWith(await change(FORM, { 'khai-canh-bao': 'Chữa ho', ...declared }))).toContain('chữa bệnh');
  });
});

describe('a lot', () => {
  beforeEach(givePack);

  test('is declared with the day and the producer filled in, and an undo leaves nothing behind', async () => {
    const before = filesIn(office.contentDir);
    const path = await declareLot();
    expect(office.text(LOT)).toBe(
      `sku: ${SKU}\nproducedOn: 2026-09\npackedOn: 2026-10-01\nbestBefore: 2028-10\nquantity: 1200\ndeclared:\n  by: HTX Phú Sáng\n  on: 2026-11-24\n`,
    );
    expect((await lan.change(path)).title).toBe('Lô NM-01: Nước mắm Phú Sáng');
    expect((await lan.form(FORM)).links?.map(({ text }) => text)).toContain('Lô NM-01');
    expect((await lan.send(`${path}hoan-tac/`)).status).toBe(303);
    expect(filesIn(office.contentDir)).toEqual(before);
  });

  test('sent back as it was shown changes nothing', async () => {
    await declareLot();
    expect(await refusedWith(await change(LOT_FORM, {}))).toContain('Chưa có gì thay đổi');
  });

  test('with everything in it, written by hand in an order of its own, is not rewritten by being shown and sent back', async () => {
    const full = readFileSync('tests/fixtures/content/samples/lots/mat-ong-mau/MO-2603.yaml', 'utf8');
    const folder = join(office.contentDir, 'lots/nuoc-mam-phu-sang');
    cpSync('tests/fixtures/content/samples/lots/mat-ong-mau/MO-2603', join(folder, 'NM-01'), { recursive: true });
    const text = full.replace('mat-ong-mau-500', SKU).replace('      commune: Xã Mẫu', '      district: Cẩm Xuyên\n      commune: Cẩm Nhượng').replace('producedOn: 2026-03', '# từ sổ\nproducedOn: 2026');
    writeFileSync(join(folder, 'NM-01.yaml'), text);
    expect(await refusedWith(await change(LOT_FORM, {}))).toContain('Chưa có gì thay đổi');
    await confirmed(await change(LOT_FORM, { 'cd-3-goi': '230' }));
    expect(office.text(LOT)).toBe(text.replace('packs: 240', 'packs: 230'));
  });

  test('gets steps of every kind, oldest first, and loses one whose day is emptied', async () => {
    await declareLot();
    const [purchase, processing, testing, packing, shipping] = await Promise.all(['purchase', 'processing', 'testing', 'packing', 'shipping'].map((kind) => stepPrefix(LOT_FORM, kind)));
    await confirmed(
      await change(LOT_FORM, {
        [`${shipping}-ngay`]: '2026-10-05', [`${shipping}-den`]: 'Hà Nội', [`${shipping}-goi`]: '400',
        [`${packing}-ngay`]: '2026-10-01', [`${packing}-goi`]: '1.200',
        [`${testing}-ngay`]: '2026-09-28', [`${testing}-phong`]: 'Phòng thử', [`${testing}-ket-qua`]: 'Đạt',
        [`${processing}-ngay`]: '2026-09-01', [`${processing}-vao`]: 'Cá cơm; CA-1; 1.200\nMuối; 400,5', [`${processing}-ra`]: '700',
        [`${purchase}-ngay`]: '2025-08-30', [`${purchase}-nguyen-lieu`]: 'Cá cơm', [`${purchase}-lo-nguyen-lieu`]: 'CA-1', [`${purchase}-kg`]: '1.200 kg', [`${purchase}-ho`]: '6', [`${purchase}-xa`]: 'Xã Thiên Cầm', [`${purchase}-tinh`]: 'Hà Tĩnh',
      }),
    );
    expect(record().steps).toEqual([
      { kind: 'purchase', on: '2025-08-30', place: { commune: 'Xã Thiên Cầm', province: 'Hà Tĩnh' }, material: 'Cá cơm', materialLot: 'CA-1', kg: 1200, households: 6 },
      { kind: 'processing', on: '2026-09-01', inputs: [{ material: 'Cá cơm', lot: 'CA-1', kg: 1200 }, { material: 'Muối', kg: 400.5 }], outputKg: 700 },
      { kind: 'testing', on: '2026-09-28', laboratory: 'Phòng thử', result: 'Đạt' },
      { kind: 'packing', on: '2026-10-01', packs: 1200 },
      { kind: 'shipping', on: '2026-10-05', to: 'Hà Nội', packs: 400 },
    ]);
    expect(await refusedWith(await change(LOT_FORM, {}))).toContain('Chưa có gì thay đổi');
    await confirmed(await change(LOT_FORM, { 'cd-2-ngay': '' }));
    expect(record().steps.map(({ kind }) => kind)).toEqual(['purchase', 'processing', 'packing', 'shipping']);
  });

  test.each([
    ['a code in small letters with marks', { ma: 'lô-1' }, 'Mã lô "LÔ-1"'],
    ['a code that leads elsewhere', { ma: '../../x' }, 'Mã lô'],
    ['no code', { ma: '' }, 'Mã lô'],
    ['a pack of another product', { 'quy-cach': 'mat-ong-mau-500' }, 'Quy cách: "mat-ong-mau-500" không có'],
    ['use ending before the making', { 'han-dung': '08/2026' }, 'trước ngày'],
    ['packing before making', { 'ngay-goi': '31/08/2026' }, 'trước ngày sản xuất'],
    ['a day to come', { 'ngay-goi': '01/12/2026' }, 'sau ngày hôm nay'],
    ['a day in words', { 'ngay-goi': 'hôm qua' }, 'Ngày đóng gói: là "hôm qua"'],
    ['a number in words', { 'so-luong': 'nhiều' }, 'Số lượng: là "nhiều"'],
    ['nobody who declared it', { 'ai-khai': '' }, 'Ai khai: còn thiếu'],
  ])('with %s is refused, and what was typed still stands', async (_, fields, words) => {
    const answer = await change(NEW, { ma: 'NM-01', 'ngay-lam': '2026-09', 'ngay-goi': '2026-10-01', 'so-luong': '12', 'ai-khai': 'HTX', ...fields });
    const form = await contentOf(answer.clone() as Response, 'form');
    expect(await refusedWith(answer)).toContain(words);
    const [name, value] = Object.entries(fields)[0] as [string, string];
    expect(form.sections.flatMap((section) => section.fields).find((field) => field.name === name)?.value).toBe(name === 'ma' ? value.toUpperCase() : value);
    expect(existsSync(join(office.contentDir, 'lots'))).toBe(false);
  });

  test('that puts out more than was put in is refused', async () => {
    const processing = await stepPrefix(NEW, 'processing');
    const step = { [`${processing}-ngay`]: '2026-09-01', [`${processing}-vao`]: 'Cá; 100', [`${processing}-ra`]: '101' };
    expect(await refusedWith(await change(NEW, { ma: 'NM-01', 'ai-khai': 'HTX', ...step }))).toContain('Công đoạn 1 (Sơ chế, chế biến), ra thành phẩm: 101 kg ra từ 100 kg');
  });

  test('loses nothing that was typed over several refusals: steps added to a form shown again count as well', async () => {
    const first = await stepPrefix(NEW, 'harvest');
    const refused = await contentOf(await change(NEW, { ma: 'NM-01', 'ai-khai': '', [`${first}-ngay`]: '2026-08-01', [`${first}-nguyen-lieu`]: 'Cá' }), 'form');
    const spare = refused.sections.flatMap((section) => section.fields).findLast(({ name, value }) => name.endsWith('-loai') && value === 'shipping')?.name.replace(/-loai$/, '') ?? '';
    await confirmed(await lan.send(NEW, { ...sentBack(refused), 'ai-khai': 'HTX', [`${spare}-ngay`]: '2026-10-01', [`${spare}-den`]: 'Hà Nội' }));
    expect(record().steps.map(({ kind }) => kind)).toEqual(['harvest', 'shipping']);
  });

  test('with a step that has words but no day is asked for the day', async () => {
    const testing = await stepPrefix(NEW, 'testing');
    expect(await refusedWith(await change(NEW, { ma: 'NM-01', 'ai-khai': 'HTX', [`${testing}-phong`]: 'Phòng thử', [`${testing}-ket-qua`]: 'Đạt' }))).toContain('Công đoạn 1 (Kiểm nghiệm), ngày: còn thiếu');
  });

  test('that is there already is not declared a second time', async () => {
    await declareLot();
    expect(await refusedWith(await change(NEW, { ma: 'NM-01', 'ai-khai': 'HTX' }))).toContain('đã có lô NM-01');
  });

  test('keeps what the form does not ask: approval, recall, serials and sources', async () => {
    await declareLot();
    const more = 'approved:\n  by: Văn phòng\n  on: 2026-11-24\nrecall:\n  on: 2026-11-24\n  reason:\n    vi: a\n  whatToDo:\n    vi: b\nsources:\n  - title: Sổ lô\n';
    writeFileSync(join(office.contentDir, 'lots/nuoc-mam-phu-sang/NM-01.yaml'), `${office.text(LOT)}${more}`);
    await confirmed(await change(LOT_FORM, { 'so-luong': '1000' }));
    expect(office.text(LOT)).toContain('quantity: 1000');
    expect(office.text(LOT)).toContain(more);
  });

  test.each(['khong-co/lo-moi/', 'mat-ong-mau/lo-moi/', 'mat-ong-mau/lo/MO-2603/', 'nuoc-mam-phu-sang/lo/KHONG-CO/', 'nuoc-mam-phu-sang/lo/KHONG-CO/thu-hoi/', 'nuoc-mam-phu-sang/lo/KHONG-CO/giay-to/', 'nuoc-mam-phu-sang/lo/KHONG-CO/anh/'])(
    '%s has no form: unknown or practice',
    async (path) => expect((await lan.get(`/quan-ly/ho-so/san-pham/${path}`)).status).toBe(404),
  );
});

describe('a recall', () => {
  const WORDS = { ngay: '2026-11-20', 'ly-do': 'Nhãn in sai hạn.', 'lam-gi': 'Mang lại nơi mua.' };
  beforeEach(async () => {
    await givePack();
    await declareLot();
  });

  test('stands in the record with reason and what to do, and can be taken back', async () => {
    const before = office.text(LOT);
    const path = await confirmed(await change(`${LOT_FORM}thu-hoi/`, WORDS));
    expect(office.text(LOT)).toBe(`${before}recall:\n  on: 2026-11-20\n  reason:\n    vi: Nhãn in sai hạn.\n  whatToDo:\n    vi: Mang lại nơi mua.\n`);
    expect((await lan.change(path)).title).toBe('Thu hồi lô NM-01: Nước mắm Phú Sáng');
    expect((await lan.form(FORM)).links?.map(({ text }) => text)).toContain('Lô NM-01 (thu hồi)');
    await confirmed(await change(`${LOT_FORM}thu-hoi/`, { bo: 'on' }));
    expect(office.text(LOT)).toBe(before);
  });

  test.each([
    ['a day', { ngay: '' }, 'Từ ngày: còn thiếu'],
    ['a reason', { 'ly-do': '' }, 'Lý do: còn thiếu'],
    ['what to do', { 'lam-gi': '' }, 'Cần làm gì: còn thiếu'],
  ])('without %s is refused', async (_, fields, words) => {
    expect(await refusedWith(await change(`${LOT_FORM}thu-hoi/`, { ...WORDS, ...fields }))).toContain(words);
  });
});

describe('a paper of a lot', () => {
  const PATH = `${LOT_FORM}giay-to/`;
  const pdf = () => new File([readFileSync('tests/fixtures/content/samples/lots/mat-ong-mau/MO-2603/bien-ban.pdf')], 'Phiếu 01.pdf', { type: 'application/pdf' });
  const folder = () => readdirSync(join(office.contentDir, 'lots/nuoc-mam-phu-sang/NM-01'));
  const upload = async (fields: Record<string, string | File>) => lan.upload(PATH, { ...sentBack(await lan.form(PATH)), ...fields });
  const FIELDS = { ten: 'Phiếu kết quả kiểm nghiệm', so: '01/KN', ngay: '2026-09-28', quyen: 'on' };
  beforeEach(async () => {
    await givePack();
    await declareLot();
  });

  test('is written beside the record and named there, can be chosen for a step, and is gone after an undo', async () => {
    const before = filesIn(office.contentDir);
    const path = await confirmed(await upload({ tep: pdf(), ...FIELDS }));
    const [name] = folder();
    expect(name).toMatch(/^phieu-ket-qua-kiem-nghiem-[0-9a-f]{8}\.pdf$/);
    expect(record().documents).toEqual([{ file: name, title: 'Phiếu kết quả kiểm nghiệm', number: '01/KN', issuedOn: '2026-09-28' }]);
    const testing = await stepPrefix(LOT_FORM, 'testing');
    const step = await confirmed(await change(LOT_FORM, { [`${testing}-ngay`]: '2026-09-28', [`${testing}-phong`]: 'A', [`${testing}-ket-qua`]: 'Đạt', [`${testing}-giay`]: name ?? '' }));
    expect(record().steps[0]?.document).toBe(name);
    await lan.send(`${step}hoan-tac/`);
    expect((await lan.send(`${path}hoan-tac/`)).status).toBe(303);
    expect(filesIn(office.contentDir)).toEqual(before);
    expect(existsSync(join(office.contentDir, 'lots/nuoc-mam-phu-sang/NM-01'))).toBe(false);
  });

  test.each([
    ['nothing', {}, 'Chưa chọn tệp'],
    ['a word file', { tep: new File(['PK\u0003\u0004'], 'phieu.docx') }, 'không phải PDF'],
    ['a page that calls itself a PDF', { tep: new File(['<script>alert(1)</script>'], 'phieu.pdf') }, 'không phải PDF'],
  ])('%s is refused', async (_, fields, words) => {
    expect(await refusedWith(await upload({ ...FIELDS, ...fields }))).toContain(words);
  });

  test('without leave or a title is refused', async () => {
    expect(await refusedWith(await upload({ tep: pdf(), ten: 'Phiếu' }))).toContain('đã cho phép');
    expect(await refusedWith(await upload({ tep: pdf(), quyen: 'on' }))).toContain('Giấy tờ 1, tên: còn thiếu');
  });

  test('the same one twice is refused', async () => {
    await confirmed(await upload({ tep: pdf(), ...FIELDS }));
    expect(await refusedWith(await upload({ tep: pdf(), ...FIELDS }))).toContain('đã có trong lô');
  });

  test('a photograph of a lot lies in the same folder with its words', async () => {
    const path = `${LOT_FORM}anh/`;
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a63' } }).jpeg().toBuffer();
    await confirmed(await lan.upload(path, { ...sentBack(await lan.form(path)), anh: new File([new Uint8Array(bytes)], 'a.jpg'), loi: 'Chai vừa dán nhãn', quyen: 'on' }));
    expect(record().photographs).toEqual([{ file: folder()[0], alt: { vi: 'Chai vừa dán nhãn' } }]);
  });
});

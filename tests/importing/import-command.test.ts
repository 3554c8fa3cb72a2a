import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRegister } from '../../src/catalogue/read-register.ts';
import { runChecks } from '../../src/catalogue/checks/all.ts';
import { TEMPLATE_COLUMNS } from '../../src/importing/exchange/template-columns.ts';
import { importCommand } from '../../src/importing/import-command.ts';
import { readSpreadsheet } from '../../src/importing/spreadsheet-file.ts';
import { ANNEXES } from './annexes.ts';
import { contentCopy, filesIn } from './content-copy.ts';
import { TODAY } from './fixture-import.ts';

async function place(content: string, name: string): Promise<string> {
  const annex = ANNEXES.find((one) => one.name === name);
  if (annex === undefined) throw new Error(`no annex ${name}`);
  const file = join(content, '..', annex.fileName);
  writeFileSync(file, await annex.bytes());
  return file;
}

async function run(content: string, ...argv: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await importCommand(argv, { contentDir: content, today: TODAY, say: (text) => void said.push(text) });
  return { code, said: said.join('\n') };
}

const SOUND = ['merged-title-block', 'two-row-header', 'tcvn3-font', 'vni-font', 'decomposed-unicode', 'serial-dates', 'dates-since-1904', 'several-sheets', 'headings-and-footers', 'split-commune', 'renewal-list'];

describe('npm run import', () => {
  it('writes nothing unless asked to', async () => {
    const content = contentCopy();
    const before = filesIn(content);
    const { code, said } = await run(content, await place(content, 'merged-title-block'));
    expect(code).toBe(0);
    expect(said).toContain('Chưa ghi gì.');
    expect(filesIn(content)).toEqual(before);
  });

  it.each(SOUND)('writes %s so that the checks pass, and the same file again finds nothing new', async (name) => {
    const content = contentCopy();
    const file = await place(content, name);
    expect(await run(content, file, '--ghi')).toMatchObject({ code: 0, said: expect.stringMatching(/Đã ghi \d tệp hồ sơ\.$/) as string });
    const after = filesIn(content);
    const { register, problems } = readRegister(content, { samples: true });
    expect([...problems, ...runChecks(register, TODAY)].filter(({ severity }) => severity === 'error')).toEqual([]);
    const again = await run(content, file, '--ghi');
    expect(again.code).toBe(0);
    expect(again.said).toContain('không có gì mới.');
    expect(filesIn(content)).toEqual(after);
    expect(existsSync(join(content, '.dang-nhap'))).toBe(false);
  });

  it('writes nothing at all while one row is not sound', async () => {
    const content = contentCopy();
    const before = filesIn(content);
    const { code, said } = await run(content, await place(content, 'failed-candidates'), '--ghi');
    expect(code).toBe(1);
    expect(said).toContain('Không ghi gì: còn 4 dòng chưa ổn.');
    expect(filesIn(content)).toEqual(before);
  });

  it('writes the sound part when asked to and gives the rest back with a reason each, ready to be imported once corrected', async () => {
    const content = contentCopy();
    const file = await place(content, 'failed-candidates');
    const { said } = await run(content, file, '--ghi-phan-duoc');
    expect(said).toContain(`4 dòng còn lại, kèm lý do: ${file}.con-lai.csv`);
    expect(Object.keys(filesIn(content))).toContain('products/banh-da-mau-don/product.yaml');
    const rest = readFileSync(`${file}.con-lai.csv`, 'utf8');
    expect(rest).toContain('"Trang ""PL"", dòng 6, cột E ""Điểm"", thấy ""68"": 4 sao cần từ 70 điểm: hãy đối chiếu văn bản rồi sửa điểm hoặc hạng sao."');
    writeFileSync(`${file}.con-lai.csv`, rest.replace(';68;', ';78;'));
    const again = await run(content, `${file}.con-lai.csv`, '--ghi-phan-duoc');
    expect(again.said).toContain('Đã ghi 2 tệp hồ sơ.');
    expect(filesIn(content)['decisions/2025/ha-tinh-87-qd-ubnd-2025.yaml']).toContain('- product: banh-xeo-mau-don\n    act: recognition\n    stars: 4\n    score: 78\n    basis: read\n');
  });

  it('takes answers from a file', async () => {
    const content = contentCopy();
    const [file, answers] = [await place(content, 'upgrade-not-said'), join(content, '../tra-loi.yaml')];
    writeFileSync(answers, '3:\n  hinh-thuc: nang-hang\n4:\n  hinh-thuc: nang-hang\n');
    expect((await run(content, file, '--tra-loi', answers, '--ghi')).said).toContain('Đã ghi 1 tệp hồ sơ.');
    expect(filesIn(content)['decisions/2026/ha-tinh-99-qd-ubnd-2026.yaml']).toContain('product: ruou-sim\n    act: upgrade\n    stars: 4\n');
  });

  it.each([
    ['7:\n  xa: "1"\n  ten: A\n', 'tệp trả lời, dòng 7: không có mục "ten".'],
    ['- a\n', 'tệp trả lời phải có dạng "Tên trang!số dòng": { san-pham: …, chu-the: …, bo-qua: true }.'],
  ])('says what is wrong with answers %j', async (text, expected) => {
    const content = contentCopy();
    const answers = join(content, '../tra-loi.yaml');
    writeFileSync(answers, text);
    expect(await run(content, await place(content, 'upgrade-not-said'), '--tra-loi', answers)).toEqual({ code: 1, said: expected });
  });

  it.each([
    [['--ngay', '31/02/2024'], '--ngay "31/02/2024" không phải ngày: ghi như 15/10/2024.'],
    [['--so', 'hai'], '--so "hai" không đúng dạng "2394/QĐ-UBND".'],
    [['--cap', 'xã'], '--cap "xã" không rõ: huyen, tinh hoặc trung-uong.'],
    [['--hinh-thuc', 'tặng'], '--hinh-thuc "tặng" không rõ: cong-nhan-lan-dau, cong-nhan-lai, nang-hang, ha-hang, thu-hoi, nop-ho-so-danh-gia-lai.'],
  ])('refuses %j', async (argv, expected) => {
    expect(await run(contentCopy(), 'x.xlsx', ...argv)).toEqual({ code: 1, said: expected });
  });

  it('asks when the command and the file disagree', async () => {
    const content = contentCopy();
    const { said } = await run(content, await place(content, 'merged-title-block'), '--so', '9/QĐ-UBND');
    expect(said).toContain('- Trang "PL", dòng 8: tệp ghi 2394/QĐ-UBND còn lệnh ghi --so 9/QĐ-UBND: hãy bỏ --so hoặc sửa tệp.');
  });

  it('shows what the checks would find and writes nothing of it', async () => {
    const content = contentCopy();
    const file = join(content, '../chua-benh.csv');
    writeFileSync(file, 'Tên sản phẩm;Chủ thể;Hạng sao\nTrà chữa bệnh Mẫu Đơn;HTX Mẫu Đơn;3 sao\n');
    const before = filesIn(content);
    const { code, said } = await run(content, file, '--so', '7/QĐ-UBND', '--ngay', '01/02/2025', '--ghi');
    expect(code).toBe(1);
    expect(said).toContain('Hồ sơ sẽ có lỗi:\n- content/products/tra-chua-benh-mau-don/product.yaml: name');
    expect(said).toContain('Không ghi gì: hồ sơ sẽ có lỗi như trên.');
    expect(filesIn(content)).toEqual(before);
  });

  it('writes a template whose first sheet takes rows and whose examples are never imported', async () => {
    const content = contentCopy();
    const file = join(content, '../mau.xlsx');
    expect(await run(content, '--mau', file)).toEqual({ code: 0, said: `Đã ghi tệp mẫu ${file}.` });
    const read = await readSpreadsheet(readFileSync(file), 'mau.xlsx');
    expect('sheets' in read && read.sheets.map(({ name }) => name)).toEqual(['Quyết định', 'Ví dụ', 'Hướng dẫn']);
    const { code, said } = await run(content, file);
    expect(code).toBe(1);
    expect(said).toContain('0 dòng');
    expect(said).toContain('- Trang "Ví dụ": trang hướng dẫn của tệp mẫu, không đọc.');
  });
});

describe('the guide for the office', () => {
  it('explains every column of the template in the same words', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/van-phong/nhap-quyet-dinh.md'), 'utf8');
    for (const { header, help } of TEMPLATE_COLUMNS) expect(guide).toContain(`| ${header} | ${help.replaceAll('|', '\\|')} |`);
  });
});

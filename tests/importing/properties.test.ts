import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayInCell, dayInText, partialDateInCell } from '../../src/importing/facts/read-date.ts';
import { numberInText } from '../../src/importing/facts/read-number.ts';
import { proposeImport } from '../../src/importing/propose-import.ts';
import { proposalText } from '../../src/importing/print/proposal-text.ts';
import { unifiedDiff } from '../../src/importing/print/unified-diff.ts';
import { restCsv } from '../../src/importing/exchange/rest-csv.ts';
import { readSpreadsheet } from '../../src/importing/spreadsheet-file.ts';
import { cellOf, type SheetGrid } from '../../src/importing/sheet-grid.ts';
import { codingOfText, decodeLegacy } from '../../src/importing/text/legacy-font.ts';
import { fromTcvn3, toTcvn3 } from '../../src/importing/text/tcvn3.ts';
import { fromVni, toVni } from '../../src/importing/text/vni.ts';
import { contextFor } from './fixture-import.ts';

const CONTENT = join(import.meta.dirname, '../../content/products');
const NAMES = readdirSync(CONTENT).map((id) => /^name: (.*)$/m.exec(readFileSync(join(CONTENT, id, 'product.yaml'), 'utf8'))?.[1] ?? '');

const WORDS = [
  'Tên sản phẩm', 'Chủ thể', 'Địa chỉ', 'Hạng sao', 'Điểm', 'TT', 'Số quyết định', 'Ngày ký', 'Xã', 'Huyện', 'Tỉnh', 'Hình thức', 'Mã sản phẩm', 'Kết quả',
  'Nước mắm Phú Sáng', 'HTX Phú Sáng', '4 sao', '2 sao', '★★★', '85,5', '2394/QĐ-UBND', '15/10/2024', 'Thiên Cầm', 'Cẩm Xuyên', 'Hà Tĩnh', 'thu hồi',
  'nuoc-mam-phu-sang', 'Tổng cộng', 'I', 'Huyện Cẩm Xuyên', 'Ghi chú', '__proto__', 'constructor',
];
const cell = fc.oneof(fc.constantFrom(...WORDS), fc.string(), fc.string({ unit: 'grapheme' }), fc.double(), fc.integer(), fc.boolean(), fc.constant(undefined));
const grid: fc.Arbitrary<SheetGrid> = fc.record({
  name: fc.string(),
  rows: fc.array(fc.array(cell.map((value) => (value === undefined || value === '' ? undefined : cellOf(value))), { maxLength: 9 }), { maxLength: 12 }),
  merges: fc.array(fc.tuple(fc.nat(9), fc.nat(7), fc.nat(4), fc.nat(4)).map(([startRow, startCol, tall, wide]) => ({ startRow, startCol, endRow: startRow + tall, endCol: startCol + wide })), { maxLength: 3 }),
  hidden: fc.constant(false),
  since1904: fc.boolean(),
});

const underHeader = grid.map((sheet): SheetGrid => ({
  ...sheet,
  rows: [['TT', 'Tên sản phẩm', 'Chủ thể', 'Địa chỉ', 'Hạng sao', 'Số quyết định', 'Ngày ký', 'Hình thức', 'Mã sản phẩm'].map(cellOf), ...sheet.rows],
  merges: sheet.merges.map((area) => ({ ...area, startRow: area.startRow + 1, endRow: area.endRow + 1 })),
}));

describe('the import', () => {
  it('never throws, whatever a grid holds, and writes only rows without questions', () => {
    fc.assert(fc.property(fc.oneof(grid, underHeader), (sheet) => {
      const proposal = proposeImport([sheet], contextFor('a.xlsx'));
      proposalText(proposal);
      restCsv(proposal.rows);
      for (const row of proposal.rows) {
        expect(row.status === 'sound' || row.status === 'unchanged').toBe(row.messages.every(({ kind }) => kind === 'notice'));
        for (const message of row.messages) expect(message.vi).toMatch(/^Trang "[^]*", dòng \d+/);
      }
      expect(proposal.records.length === 0 || proposal.rows.some(({ status }) => status === 'sound')).toBe(true);
    }), { numRuns: 300 });
  });

  it('never throws for bytes of any kind', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, asZip) => {
      const read = await readSpreadsheet(asZip ? Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]) : bytes, 'a');
      expect('sheets' in read || read.refusal.vi.startsWith('Tệp "a" ')).toBe(true);
    }), { numRuns: 200 });
  });
});

describe('old fonts', () => {
  it('carry every name of the register there and back, and none of the names is taken for one of them', () => {
    expect(NAMES.length).toBeGreaterThan(290);
    for (const name of NAMES) {
      expect(fromVni(toVni(name))).toBe(name);
      expect(fromTcvn3(toTcvn3(name)).toLowerCase()).toBe(name.toLowerCase());
      expect(['unicode', 'open']).toContain(codingOfText(name));
    }
  });

  it('are told from Unicode by words that are no Vietnamese otherwise', () => {
    expect(codingOfText(toTcvn3('Nước mắm Phú Sáng'))).toBe('tcvn3');
    expect(codingOfText(toVni('Nước mắm Phú Sáng'))).toBe('vni');
    expect(codingOfText('Cà phê Hòa Bình')).toBe('open');
    expect(codingOfText('Cöa')).toBe('either');
    expect(decodeLegacy(toTcvn3('nước mắm phú sáng'), 'tcvn3', true)).toBe('NƯỚC MẮM PHÚ SÁNG');
    expect(fromVni('NÖÔÙC MAÉM')).toBe('NƯỚC MẮM');
  });
});

describe('facts in cells', () => {
  it.each([
    ['15/10/2024', '2024-10-15'], ['15-10-2024', '2024-10-15'], ['ngày 15 tháng 10 năm 2024', '2024-10-15'], ['2024-10-15', '2024-10-15'],
    ['5.1.2026', '2026-01-05'], ['ngày    tháng 10 năm 2024', undefined], ['31/02/2024', undefined], ['10/2024', undefined],
  ])('the day in %j is %j', (text, day) => {
    expect(dayInText(text)).toBe(day);
  });

  it('reads serial numbers in either count and no other whole numbers', () => {
    expect(dayInCell(45580, false)).toBe('2024-10-15');
    expect(dayInCell(44118, true)).toBe('2024-10-15');
    expect(dayInCell('45580', false)).toBe('2024-10-15');
    expect(dayInCell(4, false)).toBeUndefined();
    expect(partialDateInCell('tháng 11 năm 2020', false)).toBe('2020-11');
    expect(partialDateInCell(2019, false)).toBe('2019');
  });

  it.each([
    ['Quyết định số: 2394 / QĐ - UBND', '2394/QĐ-UBND'], ['12/2024/QD-UBND', '12/QĐ-UBND'], ['148/QĐ-TTg', '148/QĐ-TTg'], ['Số: /QĐ-UBND', undefined],
  ])('the number in %j is %j', (text, number) => {
    expect(numberInText(text)).toBe(number);
  });
});

describe('a diff', () => {
  it('applied to the old text gives the new one', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });
    fc.assert(fc.property(lines, lines, (before, after) => {
      const texts = [before, after].map((all) => all.map((line) => `${line}\n`).join('')) as [string, string];
      const diff = unifiedDiff({ path: 'x', before: texts[0], after: texts[1] });
      if (texts[0] === texts[1]) expect(diff).toBe('');
      else expect(patched(before, diff)).toEqual(after);
    }));
  });
});

function patched(before: readonly string[], diff: string): string[] {
  const result = [...before];
  let shift = 0;
  let at = 0;
  for (const line of diff.split('\n').slice(2)) {
    const [, start, count] = /^@@ -(\d+),(\d+) /.exec(line) ?? [];
    if (start !== undefined) at = Number(start) - (count === '0' ? 0 : 1) + shift;
    else if (line.startsWith('-')) { expect(result.splice(at, 1)).toEqual([line.slice(1)]); shift -= 1; }
    else if (line.startsWith('+')) { result.splice(at, 0, line.slice(1)); at += 1; shift += 1; }
    else { expect(result[at]).toBe(line.slice(1)); at += 1; }
  }
  return result;
}

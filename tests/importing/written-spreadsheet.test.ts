import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { writeSpreadsheet } from '../../src/importing/spreadsheet-file.ts';

test('amounts show a mark between thousands, headings and sums stand out, everything in the office\'s font', async () => {
  const bytes = await writeSpreadsheet([{ name: 'Bảng', rows: [['Hàng', 'Tiền'], ['Mật ong', 1_600_000], ['Tổng cộng', 1_600_000]], widths: [20, 14], counts: [1], bold: [0, 2] }]);
  const sheet = (await readXlsx(bytes, { readStyles: true })).sheets[0];
  expect(sheet?.rows).toEqual([['Hàng', 'Tiền'], ['Mật ong', 1_600_000], ['Tổng cộng', 1_600_000]]);
  const styleAt = (at: string) => sheet?.cells?.get(at)?.style;
  expect(['1,1', '2,1'].map((at) => styleAt(at)?.numFmt)).toEqual(['#,##0', '#,##0']);
  expect(['0,0', '0,1', '1,0', '1,1', '2,0', '2,1'].map((at) => styleAt(at)?.font?.bold ?? false)).toEqual([true, true, false, false, true, true]);
  expect(['0,0', '2,1'].map((at) => styleAt(at)?.font?.name)).toEqual(['Times New Roman', 'Times New Roman']);
});

import { ACT_WORDS } from '../facts/read-act.ts';
import type { SheetToWrite } from '../spreadsheet-file.ts';
import type { ColumnKey } from '../table/column-key.ts';
import { TEMPLATE_COLUMNS, TEMPLATE_HEADERS } from './template-columns.ts';

const EXAMPLES: readonly Partial<Record<ColumnKey, string | number>>[] = [
  {
    ordinal: 1, product: 'Mật ong Mẫu', producer: 'HTX Mẫu', producerKind: 'Hợp tác xã', commune: 'Xã Mẫu', province: 'Tỉnh Mẫu', stars: 3, score: 58,
    act: ACT_WORDS.recognition, group: 'Thực phẩm', number: '01/QĐ-MẪU', signedOn: '12/04/2021', issuer: 'Cơ quan mẫu', issuerLevel: 'tỉnh',
  },
  {
    ordinal: 2, product: 'Mật ong Mẫu', producer: 'HTX Mẫu', stars: 4, score: 76.5, act: ACT_WORDS.upgrade, number: '04/QĐ-MẪU', signedOn: '20/05/2024',
    issuer: 'Cơ quan mẫu', issuerLevel: 'tỉnh', productId: 'mat-ong-mau',
  },
  { ordinal: 3, product: 'Khăn lụa Mẫu', producer: 'HTX Mẫu', act: ACT_WORDS.revocation, number: '05/QĐ-MẪU', signedOn: '02/06/2024', issuer: 'Cơ quan mẫu', issuerLevel: 'tỉnh' },
];

/** The blank form with its headers, a sheet of examples and one that explains the columns; only the first is imported. */
export function templateSheets(): SheetToWrite[] {
  const widths = TEMPLATE_COLUMNS.map(({ width }) => width);
  const row = (cells: Partial<Record<ColumnKey, string | number>>): (string | number | null)[] => TEMPLATE_COLUMNS.map(({ key }) => cells[key] ?? null);
  const actColumn = TEMPLATE_COLUMNS.findIndex(({ key }) => key === 'act');
  const starColumn = TEMPLATE_COLUMNS.findIndex(({ key }) => key === 'stars');
  return [
    {
      name: 'Quyết định', rows: [[...TEMPLATE_HEADERS]], widths, frozenRows: 1,
      choices: [{ column: actColumn, values: Object.values(ACT_WORDS) }, { column: starColumn, values: ['3', '4', '5'] }],
    },
    { name: 'Ví dụ', rows: [[...TEMPLATE_HEADERS], ...EXAMPLES.map(row)], widths, frozenRows: 1 },
    { name: 'Hướng dẫn', rows: [['Cột', 'Cách ghi'], ...TEMPLATE_COLUMNS.map(({ header, help }) => [header, help])], widths: [24, 100] },
  ];
}

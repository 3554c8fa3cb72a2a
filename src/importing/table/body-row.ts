import { slugify } from '../../domain/fold.ts';
import type { Cell, SheetGrid } from '../sheet-grid.ts';
import { cleanText } from '../text/clean-text.ts';
import type { AnnexCell, AnnexRow } from './annex-table.ts';
import type { ColumnKey } from './column-key.ts';
import type { TableHeader } from './header-rows.ts';
import { headingRank, type Heading } from './headings.ts';

export type BodyRow =
  | { kind: 'row'; row: Omit<AnnexRow, 'titles' | 'headings'> }
  | { kind: 'heading'; heading: Heading }
  | { kind: 'passed-over'; text: string }
  | { kind: 'blank' };

const TOTAL = /^(tong cong|tong so|tong|cong)\b/;
const FOOTNOTE =
  /^(ghi chu|luu y|noi nhan|nguoi lap|lap bieu|tm|kt|tl|tuq|chu tich|pho chu tich|giam doc|pho giam doc|danh sach (nay|gom|co)|an dinh|bang chu|(gom|co|tong so) \d+ san pham)\b/;
const COLUMN_NUMBER = /^\(?(\d{1,2}|[a-h])\)?$/i;
const MARK = /^(?:([IVX]+|[A-H]|\d{1,3})\s*[.)-]\s*)(.+)$/u;

/** What a row under a header is. `row` counts from 0. */
export function bodyRow(sheet: SheetGrid, header: TableHeader, row: number): BodyRow {
  const own = (sheet.rows[row] ?? []).filter((cell) => cell !== undefined);
  if (own.every((cell) => cleanText(cell.text) === '')) return { kind: 'blank' };
  const cells = cellsOf(sheet, header, row);
  const text = cleanText(own.map((cell) => cell.text).join(' '));
  const plain = slugify(text).replaceAll('-', ' ');
  if (own.length >= 2 && own.every((cell) => COLUMN_NUMBER.test(cleanText(cell.text)))) return { kind: 'blank' };
  if (repeatsProduct(sheet, header, row)) return { kind: 'passed-over', text };
  const told = [...cells.all].filter(({ key, cell }) => key !== 'ordinal' && !cell.inherited);
  if ((TOTAL.test(plain) && told.length <= 3) || (FOOTNOTE.test(plain) && told.length <= 2)) return { kind: 'passed-over', text };
  const heading = headingOf(told.map(({ cell }) => cell.text), cells.byKey.get('ordinal')?.text, own);
  if (heading !== undefined) return { kind: 'heading', heading };
  if (!cells.byKey.has('product') && !cells.byKey.has('productId')) {
    return told.length >= 2 ? { kind: 'row', row: rowOf(sheet, row, cells) } : { kind: 'passed-over', text };
  }
  return { kind: 'row', row: rowOf(sheet, row, cells) };
}

interface BodyCell extends AnnexCell {
  /** From a merged cell that starts above. */
  inherited: boolean;
}

interface BodyCells {
  all: readonly { key: ColumnKey | undefined; cell: BodyCell }[];
  byKey: ReadonlyMap<ColumnKey, AnnexCell>;
  others: ReadonlyMap<ColumnKey, readonly AnnexCell[]>;
}

function cellsOf(sheet: SheetGrid, { columns }: TableHeader, row: number): BodyCells {
  const all = columns.flatMap(({ column, header, key }) => {
    const { cell, inherited } = cellAt(sheet, row, column);
    const text = cell === undefined ? '' : cleanText(cell.text);
    return cell === undefined || text === '' ? [] : [{ key, cell: { text, value: cell.value, column, header, inherited } }];
  });
  const byKey = new Map<ColumnKey, AnnexCell>();
  const others = new Map<ColumnKey, AnnexCell[]>();
  for (const { key, cell: { inherited: _, ...cell } } of all) {
    if (key === undefined || key === 'ignored') continue;
    if (byKey.has(key)) others.set(key, [...(others.get(key) ?? []), cell]);
    else byKey.set(key, cell);
  }
  return { all, byKey, others };
}

/** A cell merged downwards counts for all its rows. */
function cellAt(sheet: SheetGrid, row: number, column: number): { cell: Cell | undefined; inherited: boolean } {
  const own = sheet.rows[row]?.[column];
  if (own !== undefined) return { cell: own, inherited: false };
  const merge = mergeOver(sheet, row, column);
  return { cell: merge === undefined ? undefined : sheet.rows[merge.startRow]?.[column], inherited: true };
}

function mergeOver(sheet: SheetGrid, row: number, column: number): SheetGrid['merges'][number] | undefined {
  return sheet.merges.find((area) => area.startCol === column && row > area.startRow && row <= area.endRow);
}

/** A product written over several rows (one for each pack or paper) is one product. */
function repeatsProduct(sheet: SheetGrid, { columns }: TableHeader, row: number): boolean {
  const column = columns.find(({ key }) => key === 'product')?.column;
  return column !== undefined && mergeOver(sheet, row, column) !== undefined;
}

/** One text alone in its row, not numbered like the products, or with a mark as headings have it. */
function headingOf(told: readonly string[], ordinal: string | undefined, own: readonly Cell[]): Heading | undefined {
  const [text, ...more] = told.length === 0 && own.length === 1 ? [cleanText(own[0]?.text ?? '')] : told;
  if (text === undefined || more.length > 0) return undefined;
  const [, mark, rest] = MARK.exec(text) ?? [];
  const rank = headingRank(ordinal ?? mark ?? '');
  return rank === 3 && ordinal !== undefined && !isUnitName(text) ? undefined : { text: rest ?? text, rank };
}

function isUnitName(text: string): boolean {
  return /^(huyện|thị xã|thành phố|tp\.?|quận|tỉnh|xã|phường|thị trấn|đặc khu)\s/iu.test(text);
}

function rowOf(sheet: SheetGrid, row: number, { byKey, others }: BodyCells): Omit<AnnexRow, 'titles' | 'headings'> {
  return { sheet: sheet.name, row: row + 1, cells: byKey, others, since1904: sheet.since1904 };
}

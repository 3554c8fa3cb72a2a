import { slugify } from '../../domain/fold.ts';
import { cleanText } from '../text/clean-text.ts';
import type { SheetGrid } from '../sheet-grid.ts';
import { columnKey, type ColumnKey } from './column-key.ts';

/** The header of a table: its last row, and what each column is about. */
export interface TableHeader {
  lastRow: number;
  columns: readonly { column: number; header: string; key: ColumnKey | undefined }[];
}

const DEEPEST = 3;

/** The header that starts in this row, of one to three rows; undefined when the row is none. */
export function headerAt(sheet: SheetGrid, row: number): TableHeader | undefined {
  if (!mayBeHeader(sheet, row)) return undefined;
  const depth = depthAt(sheet, row);
  const header = readHeader(sheet, row, depth);
  if (isHeader(header)) return header;
  const deeper = depth === 1 && readsAsSubHeader(sheet, row + 1) ? readHeader(sheet, row, 2) : undefined;
  return deeper !== undefined && isHeader(deeper) ? deeper : undefined;
}

/** A title stands alone in its row, however many columns it is merged over. */
function mayBeHeader(sheet: SheetGrid, row: number): boolean {
  const texts = (sheet.rows[row] ?? []).flatMap((cell) => (cell === undefined ? [] : [slugify(cell.text).replaceAll('-', ' ')]));
  return texts.length >= 2 && texts.some((text) => columnKey(text) !== undefined);
}

/** A product column and at least one more of another kind. */
function isHeader({ columns }: TableHeader): boolean {
  const keys = new Set(columns.map(({ key }) => key));
  const named = keys.has('product') || keys.has('productId');
  return named && [...keys].filter((key) => key !== undefined && key !== 'ordinal' && key !== 'note' && key !== 'ignored').length >= 2;
}

function readHeader(sheet: SheetGrid, row: number, depth: number): TableHeader {
  const rows = Array.from({ length: depth }, (_, at) => row + at);
  const width = Math.max(...rows.map((at) => sheet.rows[at]?.length ?? 0), 0);
  const columns = Array.from({ length: width }, (_, column) => {
    const parts = [...new Set(rows.map((at) => headerText(sheet, at, column)).filter((text) => text !== ''))];
    const plain = parts.map((part) => slugify(part).replaceAll('-', ' '));
    const [above, own] = [plain.slice(0, -1).join(' '), plain.at(-1) ?? ''];
    return { column, header: parts.join(' / '), key: columnKey(own, above) ?? columnKey(above) };
  }).filter(({ header }) => header !== '');
  return { lastRow: row + depth - 1, columns };
}

/** The cell's text, or that of the merged cell it belongs to. */
function headerText(sheet: SheetGrid, row: number, column: number): string {
  const own = sheet.rows[row]?.[column];
  if (own !== undefined) return cleanText(own.text);
  const merge = sheet.merges.find((area) => row >= area.startRow && row <= area.endRow && column >= area.startCol && column <= area.endCol);
  return merge === undefined ? '' : cleanText(sheet.rows[merge.startRow]?.[merge.startCol]?.text ?? '');
}

/** Rows that the merged cells starting in this row say the header has. */
function depthAt(sheet: SheetGrid, row: number): number {
  const here = sheet.merges.filter((area) => area.startRow === row);
  const tall = Math.max(1, ...here.map((area) => area.endRow - area.startRow + 1));
  const wide = here.some((area) => area.endCol > area.startCol && area.endRow === row) && readsAsSubHeader(sheet, row + 1);
  return Math.min(DEEPEST, Math.max(tall, wide ? 2 : 1));
}

/** All cells of the row are words of a header, and at least two of them. */
function readsAsSubHeader(sheet: SheetGrid, row: number): boolean {
  const texts = (sheet.rows[row] ?? []).flatMap((cell) => (cell === undefined ? [] : [slugify(cell.text).replaceAll('-', ' ')]));
  return texts.length >= 2 && texts.every((text) => columnKey(text, 'san pham') !== undefined);
}

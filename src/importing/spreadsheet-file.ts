import { parseCsv } from 'hucre/csv';
import { readXlsx, writeXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import { decodeCsv, delimiterOf } from './text/csv-text.ts';
import { fileFault, kindOfFile } from './file-kind.ts';
import { LIMITS } from './limits.ts';
import { cellOf, type Cell, type SheetGrid } from './sheet-grid.ts';
import type { Words } from './words.ts';

/**
 * The only place that knows the spreadsheet library. Gives every sheet of an XLSX or CSV file as a grid, or says in
 * plain words why the file is not taken. Never throws for what a file holds.
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName: string): Promise<{ sheets: SheetGrid[] } | { refusal: Words }> {
  const kind = kindOfFile(bytes);
  if (kind !== 'xlsx' && kind !== 'csv') return { refusal: fileFault(kind, fileName) };
  try {
    const read = kind === 'xlsx' ? await readSheets(bytes) : readCsv(bytes, fileName);
    if (read === undefined) return { refusal: fileFault('encoding', fileName) };
    return read.some(isTooLarge) || read.length > LIMITS.sheets ? { refusal: fileFault('too-many-cells', fileName) } : { sheets: read };
  } catch {
    return { refusal: fileFault('damaged', fileName) };
  }
}

export interface SheetToWrite {
  name: string;
  rows: (string | number | null)[][];
  /** Characters, by column. */
  widths: readonly number[];
  /** Rows that stay in sight while scrolling. */
  frozenRows?: number;
  /** Columns of whole numbers, shown with a mark between thousands. */
  counts?: readonly number[];
  /** Rows that stand out: headings, sums. */
  bold?: readonly number[];
  /** Columns that take only these words. */
  choices?: readonly { column: number; values: readonly string[] }[];
}

const FONT = { name: 'Times New Roman', size: 12 };
const THOUSANDS = '#,##0';

/** The same sheets give the same bytes but for the time of writing that the format asks for. */
export async function writeSpreadsheet(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  return writeXlsx({
    defaultFont: FONT,
    sheets: sheets.map(({ name, rows, widths, frozenRows, counts = [], bold = [], choices }) => ({
      name,
      rows,
      columns: widths.map((width, at) => ({ width, ...(counts.includes(at) && { numFmt: THOUSANDS }) })),
      cells: new Map(bold.flatMap((row) => (rows[row] ?? []).map((value, column) => [`${row},${column}`, { value, style: { font: { ...FONT, bold: true }, ...(counts.includes(column) && { numFmt: THOUSANDS }) } }] as const))),
      ...(frozenRows === undefined ? {} : { freezePane: { rows: frozenRows } }),
      dataValidations: (choices ?? []).map(({ column, values }) => ({
        type: 'list' as const,
        values: [...values],
        range: `${String.fromCharCode(65 + column)}2:${String.fromCharCode(65 + column)}5000`,
        showErrorMessage: false,
      })),
    })),
  });
}

async function readSheets(bytes: Uint8Array): Promise<SheetGrid[]> {
  const book = await readXlsx(bytes, { readStyles: true, maxRows: LIMITS.rows * 4 });
  return book.sheets.map((sheet) => ({
    name: sheet.name.normalize('NFC').trim(),
    rows: trimmed(sheet.rows.map((row, at) => row.map((value, column) => cellIn(sheet, value, at, column, book.defaultFont?.name)))),
    merges: sheet.merges ?? [],
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    since1904: book.dateSystem === '1904',
  }));
}

function cellIn(sheet: Sheet, value: CellValue, row: number, column: number, defaultFont: string | undefined): Cell | undefined {
  if (value === null || value === '') return undefined;
  const font = sheet.cells?.get(`${row},${column}`)?.style?.font?.name ?? defaultFont;
  return { ...cellOf(value), ...(font === undefined ? {} : { font }) };
}

function readCsv(bytes: Uint8Array, fileName: string): SheetGrid[] | undefined {
  const read = decodeCsv(bytes);
  if (read === undefined) return undefined;
  const { text, readFrom } = read;
  const rows = parseCsv(text, { delimiter: delimiterOf(text) });
  const grid = rows.map((row) => row.map((value) => (value === null || value === '' ? undefined : cellOf(value))));
  return [{ name: fileName, rows: trimmed(grid), merges: [], hidden: false, since1904: false, ...(readFrom === undefined ? {} : { readFrom }) }];
}

/** Formatted but empty cells and rows at the ends do not count. */
function trimmed(rows: (Cell | undefined)[][]): (Cell | undefined)[][] {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== undefined) + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}

function isTooLarge(sheet: SheetGrid): boolean {
  return (
    sheet.rows.length > LIMITS.rows ||
    sheet.rows.some((row) => row.length > LIMITS.columns || row.some((cell) => (cell?.text.length ?? 0) > LIMITS.cellCharacters))
  );
}

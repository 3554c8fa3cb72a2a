import type { SheetGrid } from '../sheet-grid.ts';
import { cleanText } from '../text/clean-text.ts';
import type { AnnexRow, FileNotice } from './annex-table.ts';
import { bodyRow, type BodyRow } from './body-row.ts';
import { headerAt, type TableHeader } from './header-rows.ts';
import { nextHeadings, type Heading } from './headings.ts';

/** Every row of every table of a sheet, and what was passed over. A sheet without a table gives no rows. */
export function readTables(sheet: SheetGrid): { rows: AnnexRow[]; notices: FileNotice[] } {
  const rows: AnnexRow[] = [];
  const notices: FileNotice[] = [];
  let titles: readonly (readonly string[])[] = [];
  let titleFrom = 0;
  for (const { header, from, to } of tablesOf(sheet)) {
    const own = texts(sheet, titleFrom, from);
    if (own.length > 0) titles = [own, ...titles];
    notices.push(...unreadColumns(sheet, header));
    const body = Array.from({ length: to - header.lastRow - 1 }, (_, at) => bodyRow(sheet, header, header.lastRow + 1 + at));
    const end = body.findLastIndex(({ kind }) => kind === 'row') + 1;
    let headings: readonly Heading[] = [];
    body.forEach((read, at) => {
      const row = header.lastRow + 1 + at;
      if (read.kind === 'row') rows.push({ ...read.row, titles, headings: headings.map(({ text }) => text) });
      if (read.kind === 'heading' && at < end) headings = nextHeadings(headings, read.heading);
      const words = passedOver(read, at >= end);
      if (words !== undefined) notices.push({ sheet: sheet.name, row: row + 1, ...words });
    });
    titleFrom = header.lastRow + 1 + end;
  }
  return { rows, notices };
}

function tablesOf(sheet: SheetGrid): { header: TableHeader; from: number; to: number }[] {
  const tables: { header: TableHeader; from: number; to: number }[] = [];
  for (let at = 0; at < sheet.rows.length; at += 1) {
    const header = headerAt(sheet, at);
    if (header === undefined) continue;
    const last = tables.at(-1);
    if (last !== undefined) last.to = at;
    tables.push({ header, from: at, to: sheet.rows.length });
    at = header.lastRow;
  }
  return tables;
}

function texts(sheet: SheetGrid, from: number, to: number): string[] {
  return sheet.rows.slice(from, to).map((row) => cleanText(row.map((cell) => cell?.text ?? '').join(' '))).filter((text) => text !== '');
}

function passedOver(read: BodyRow, afterTable: boolean): { vi: string; en: string } | undefined {
  const text = read.kind === 'passed-over' ? read.text : read.kind === 'heading' && afterTable ? read.heading.text : undefined;
  if (text === undefined) return undefined;
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return { vi: `bỏ qua dòng "${short}": không phải dòng sản phẩm.`, en: `passed over "${short}": it is no row of a product.` };
}

function unreadColumns(sheet: SheetGrid, { columns, lastRow }: TableHeader): FileNotice[] {
  const unread = columns.filter(({ key }) => key === undefined).map(({ header }) => `"${header}"`);
  if (unread.length === 0) return [];
  const list = unread.join(', ');
  return [{ sheet: sheet.name, row: lastRow + 1, vi: `không dùng cột ${list}.`, en: `does not use column ${list}.` }];
}

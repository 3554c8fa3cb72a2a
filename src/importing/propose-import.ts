import { slugify } from '../domain/fold.ts';
import type { ImportContext } from './import-context.ts';
import type { ImportProposal, ImportRow } from './proposal.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { AnnexRow, FileNotice } from './table/annex-table.ts';
import { readTables } from './table/read-tables.ts';
import { asTemplateCells } from './exchange/template-columns.ts';
import { toUnicode } from './text/legacy-sheet.ts';
import { openState } from './understand/import-state.ts';
import { understandRow } from './understand/understand-row.ts';
import { openDrafts } from './write/drafts.ts';
import { newProblems } from './write/would-be-register.ts';

/** Sheets of our own template that hold no decisions. */
const NOT_DATA = new Set(['vi-du', 'huong-dan']);

/** What a spreadsheet would change in the register. Reads nothing and writes nothing itself; never throws for what a file holds. */
export function proposeImport(sheets: readonly SheetGrid[], context: ImportContext): ImportProposal {
  const notices: FileNotice[] = [];
  const annexRows = sheets.flatMap((sheet) => rowsOf(sheet, notices));
  const state = openState(context);
  const read = annexRows.map((row) => ({ row, read: understandRow(row, state) }));
  const drafts = openDrafts(context);
  const rows = read.map(({ row, read: { outcome, ...facts } }): ImportRow => {
    const changes = outcome !== undefined && drafts.apply(outcome);
    const status = facts.status === 'sound' && !changes ? 'unchanged' : facts.status;
    const messages = status === 'unchanged' ? [] : facts.messages;
    return { ...facts, status, messages, asWritten: asTemplateCells(row, facts.understood) };
  });
  if (rows.length === 0) notices.push(NO_TABLE);
  const records = drafts.records();
  notices.push(...state.notices, ...leftOut(rows, context));
  return { rows, notices, records, problems: newProblems(context.register, records, context.today) };
}

const CODINGS = { tcvn3: 'TCVN3 (.VnTime)', vni: 'VNI', 'windows-1258': 'Windows-1258' } as const;

const NO_TABLE: FileNotice = {
  vi: 'không tìm thấy bảng nào: cần một dòng tiêu đề có "Tên sản phẩm" và ít nhất một cột khác (Chủ thể, Hạng sao, Địa chỉ…); xem tệp mẫu (--mau).',
  en: 'no table was found: it needs a header row with "Tên sản phẩm" and at least one more column (Chủ thể, Hạng sao, Địa chỉ…); see the template (--mau).',
};

function rowsOf(sheet: SheetGrid, notices: FileNotice[]): AnnexRow[] {
  const skipped = sheet.hidden ? { vi: 'trang ẩn, không đọc.', en: 'a hidden sheet, not read.' }
    : NOT_DATA.has(slugify(sheet.name)) ? { vi: 'trang hướng dẫn của tệp mẫu, không đọc.', en: 'a sheet of help in the template, not read.' } : undefined;
  if (skipped !== undefined) return notices.push({ sheet: sheet.name, ...skipped }), [];
  const { sheet: unicode, converted } = toUnicode(sheet);
  if (sheet.readFrom !== undefined) notices.push({ sheet: sheet.name, vi: `tệp theo bảng mã ${CODINGS[sheet.readFrom]}, đã chuyển sang Unicode: hãy xem lại tên.`, en: `the file is in ${CODINGS[sheet.readFrom]}, converted to Unicode: look at the names.` });
  for (const [coding, cells] of converted) {
    notices.push({ sheet: sheet.name, vi: `đã chuyển ${cells} ô từ phông ${CODINGS[coding]} sang Unicode: hãy xem lại tên.`, en: `converted ${cells} cells from ${CODINGS[coding]} to Unicode: look at the names.` });
  }
  const { rows, notices: found } = readTables(unicode);
  notices.push(...found);
  return rows;
}

/** Products that a decision's record names and the file does not: worth a look where a line had only been inferred. */
function leftOut(rows: readonly ImportRow[], { register }: ImportContext): FileNotice[] {
  const inFile = Map.groupBy(rows, ({ understood }) => understood.decision?.id);
  return register.decisions.flatMap(({ id, record }) => {
    const named = new Set((inFile.get(id) ?? []).map(({ understood }) => understood.product?.id));
    const missing = inFile.has(id) ? record.lines.filter(({ product, basis }) => basis === 'inferred' && !named.has(product)) : [];
    if (missing.length === 0) return [];
    const names = missing.map(({ product }) => product).join(', ');
    return [{
      vi: `hồ sơ quyết định ${id} có dòng suy ra mà tệp này không có: ${names}; hãy đối chiếu.`,
      en: `the record of decision ${id} has inferred lines that this file has not: ${names}; compare.`,
    }];
  });
}

import { columnLetter, type Cell, type SheetGrid } from '../../../importing/sheet-grid.ts';
import { readSpreadsheet } from '../../../importing/spreadsheet-file.ts';
import type { Words } from '../../../importing/words.ts';
import { plainAccount } from '../bank-reference.ts';
import type { BankMovement } from '../webhooks/bank-transfer.ts';
import { dongInCell } from './dong-in-cell.ts';
import { instantInCell } from './instant-in-cell.ts';
import { movementNames, type NamedRow } from './movement-names.ts';
import { statementColumns, type StatementColumn, type StatementColumns } from './statement-columns.ts';

export interface StatementRead {
  movements: BankMovement[];
  /** Rows that were not understood; the others are. */
  problems: Words[];
}

/** Reads what a bank exports (CSV or XLSX) for one account. Never throws for what a file holds. */
export async function readStatement(bytes: Uint8Array, fileName: string, account: string): Promise<StatementRead | { refusal: Words }> {
  const file = await readSpreadsheet(bytes, fileName);
  if ('refusal' in file) return file;
  for (const sheet of file.sheets.filter(({ hidden }) => !hidden)) {
    const head = sheet.rows.slice(0, 60).findIndex((row) => statementColumns(row) !== undefined);
    const columns = sheet.rows[head] && statementColumns(sheet.rows[head]);
    if (columns === undefined) continue;
    const other = otherAccount(sheet.rows.slice(0, head), account);
    return other === undefined ? readRows(sheet, head, columns, account) : { refusal: otherAccountWords(fileName, other, account) };
  }
  return {
    refusal: {
      vi: `Tệp "${fileName}" không có hàng tiêu đề của sao kê: cần một hàng có ngày giao dịch, nội dung, và số tiền ghi có (hoặc một cột số tiền có dấu + −). Hãy xuất lại sao kê từ ngân hàng, giữ nguyên hàng tiêu đề.`,
      en: `File "${fileName}" has no row of headings: one must name the day, the description, and the credit (or one signed amount). Export the statement again and keep its headings.`,
    },
  };
}

/** An account named above the table that is not the one of the shop; banks mask some digits. */
function otherAccount(above: readonly (readonly (Cell | undefined)[])[], account: string): string | undefined {
  const ours = plainAccount(account);
  for (const row of above) {
    const text = row.map((cell) => cell?.text ?? '').join(' ');
    const [, named = ''] = /(?:s[ốô] t[àa]i kho[ảa]n|tài khoản số|account (?:no|number)|\baccount\b|\bstk\b)[^0-9]{0,20}([0-9][0-9xX*\s.-]{4,24}[0-9])/iu.exec(text.normalize('NFC')) ?? [];
    const plain = named.replace(/[\s.-]+/g, '');
    if (plain === '') continue;
    const fits = plain.length === ours.length && [...plain.toUpperCase()].every((sign, at) => sign === 'X' || sign === '*' || sign === ours[at]);
    if (!fits) return plain;
  }
  return undefined;
}

function otherAccountWords(fileName: string, other: string, account: string): Words {
  return {
    vi: `Tệp "${fileName}" là sao kê của tài khoản ${other}, không phải tài khoản ${account} trong content/site.yaml. Chưa ghi nhận gì.`,
    en: `File "${fileName}" is a statement of account ${other}, not of ${account} in content/site.yaml. Nothing was recorded.`,
  };
}

function readRows(sheet: SheetGrid, head: number, columns: StatementColumns, account: string): StatementRead {
  const problems: Words[] = [];
  const rows: (NamedRow & { at: string })[] = [];
  sheet.rows.slice(head + 1).forEach((row, below) => {
    const read = readRow(row, columns, sheet.since1904);
    if (read === 'no-movement') return;
    if ('fault' in read) return void problems.push(problemWords(head + below + 2, columns, read));
    rows.push({ ...read, account });
  });
  const names = movementNames(rows);
  const movements = rows.map(({ amountDong, content, at }, index): BankMovement => ({
    eventId: (names[index] as { eventId: string }).eventId,
    reference: names[index]?.reference,
    account,
    amountDong: Math.abs(amountDong),
    direction: amountDong > 0 ? 'in' : 'out',
    currency: 'VND',
    content,
    at,
  }));
  return { movements, problems };
}

type RowRead = Omit<NamedRow, 'account'> & { at: string };
interface RowFault {
  fault: StatementColumn;
  found: string;
}

/** Sums, page headings and notes below the table have no day, or no money. */
function readRow(row: readonly (Cell | undefined)[], columns: StatementColumns, since1904: boolean): RowRead | RowFault | 'no-movement' {
  const cell = (column: StatementColumn): Cell | undefined => (columns[column] === undefined ? undefined : row[columns[column]]);
  const dayCell = cell('day');
  const moment = instantInCell(dayCell, since1904);
  const [credit, debit, amount] = [dongInCell(cell('credit')), dongInCell(cell('debit')), dongInCell(cell('amount'))];
  const content = cell('content')?.text.replace(/\s+/g, ' ').trim() ?? '';
  if (moment === undefined && (dayCell === undefined || !/\d/.test(dayCell.text))) return 'no-movement';
  if (moment === undefined) return { fault: 'day', found: dayCell?.text ?? '' };
  if (credit === undefined) return { fault: 'credit', found: cell('credit')?.text ?? '' };
  if (debit === undefined) return { fault: 'debit', found: cell('debit')?.text ?? '' };
  const signed = columns.credit === undefined ? amount : Math.abs(credit) - Math.abs(debit);
  if (signed === undefined) return { fault: 'amount', found: cell('amount')?.text ?? '' };
  if (columns.credit !== undefined && credit !== 0 && debit !== 0) return { fault: 'credit', found: `${cell('credit')?.text ?? ''} + ${cell('debit')?.text ?? ''}` };
  if (signed === 0) return 'no-movement';
  const reference = cell('reference')?.text.trim();
  return { ...moment, amountDong: signed, content, reference: reference === '' ? undefined : reference, balance: cell('balance')?.text.trim() ?? '' };
}

const NAMES: Readonly<Record<StatementColumn, Words>> = {
  day: { vi: 'ngày giao dịch', en: 'day' },
  reference: { vi: 'số tham chiếu', en: 'reference' },
  content: { vi: 'nội dung', en: 'description' },
  credit: { vi: 'ghi có', en: 'credit' },
  debit: { vi: 'ghi nợ', en: 'debit' },
  amount: { vi: 'số tiền', en: 'amount' },
  balance: { vi: 'số dư', en: 'balance' },
};
const WANTED: Readonly<Partial<Record<StatementColumn, Words>>> = {
  day: { vi: 'cần ngày dạng 28/11/2026', en: 'write a day as 28/11/2026' },
};
const WHOLE_DONG: Words = { vi: 'cần số đồng tròn như 1.250.000, chỉ ở một trong hai cột', en: 'write whole đồng such as 1.250.000, in one column only' };

function problemWords(row: number, columns: StatementColumns, { fault, found }: RowFault): Words {
  const place = `${columnLetter(columns[fault] ?? 0)}${row}`;
  const wanted = WANTED[fault] ?? WHOLE_DONG;
  const shown = found.slice(0, 60);
  return {
    vi: `Hàng ${row}, cột ${NAMES[fault].vi} (ô ${place}): "${shown}" không đọc được; ${wanted.vi}. Hàng này chưa được ghi nhận.`,
    en: `Row ${row}, ${NAMES[fault].en} (cell ${place}): "${shown}" cannot be read; ${wanted.en}. This row was not recorded.`,
  };
}

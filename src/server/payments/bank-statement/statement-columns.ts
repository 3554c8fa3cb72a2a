import { slugify } from '../../../domain/fold.ts';
import type { Cell } from '../../../importing/sheet-grid.ts';

/** What a column of a bank statement is about. `amount`: one column with a sign. */
export type StatementColumn = 'day' | 'reference' | 'content' | 'credit' | 'debit' | 'amount' | 'balance';

/** Where each column is, counted from 0. */
export type StatementColumns = Readonly<Partial<Record<StatementColumn, number>>>;

/** Headings of Vietcombank, BIDV, VietinBank, Agribank, Techcombank, MB, ACB, VPBank, TPBank, Sacombank and their English twins; the first rule that fits decides. */
const RULES: readonly (readonly [StatementColumn, RegExp])[] = [
  ['balance', /\b(so du|balance)\b/],
  ['credit', /\b(ghi co|phat sinh co|ps co|so tien co|co credit|credit|gui vao|tien vao|tien gui vao|money in)\b|^co$/],
  ['debit', /\b(ghi no|phat sinh no|ps no|so tien no|no debit|debit|rut ra|tien ra|tien rut ra|money out)\b|^no$/],
  ['reference', /\b(so tham chieu|ma tham chieu|ma giao dich|ma gd|so giao dich|so gd|so but toan|but toan|so ct|so chung tu|ma chung tu|reference|ref no|ref|transaction (no|number|id|code)|trace|doc no)\b/],
  ['content', /\b(noi dung|mo ta|dien giai|chi tiet|description|details|detail|remarks?|narrative|transactions in detail)\b/],
  ['day', /\b(ngay (giao dich|gd|hach toan|ghi so|phat sinh)|thoi gian( giao dich)?|transaction date|posting date|booking date|tran date|tnx date)\b|^(ngay|date|ngay date)$/],
  ['day', /\b(ngay hieu luc|effective date|value date)\b/],
  ['amount', /^(so tien|amount|so tien giao dich|transaction amount|so tien (vnd|amount))\b/],
];

/** The columns of a row of headings; undefined for any other row. */
export function statementColumns(row: readonly (Cell | undefined)[]): StatementColumns | undefined {
  const found: Partial<Record<StatementColumn, number>> = {};
  const rank: Partial<Record<StatementColumn, number>> = {};
  row.forEach((cell, at) => {
    // Sentences of the title and rows of data are longer than headings.
    const plain = cell === undefined || cell.text.length > 80 ? '' : slugify(cell.text).replaceAll('-', ' ');
    const rule = RULES.findIndex(([, pattern]) => pattern.test(plain));
    const column = RULES[rule]?.[0];
    if (plain === '' || column === undefined || rule >= (rank[column] ?? Infinity)) return;
    found[column] = at;
    rank[column] = rule;
  });
  const hasMoney = found.amount !== undefined || found.credit !== undefined;
  return found.day !== undefined && found.content !== undefined && hasMoney ? found : undefined;
}

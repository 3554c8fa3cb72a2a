import type { ActKind } from '../../domain/decision.ts';
import { slugify } from '../../domain/fold.ts';
import { ACT_WORDS, readAct } from '../facts/read-act.ts';
import type { ImportOptions, RowAnswer } from '../import-context.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexCell, AnnexRow } from '../table/annex-table.ts';

/** What the file says of the act, its own cell first; undefined when it says nothing. */
export function actWritten(row: AnnexRow, around: ActKind | undefined, options: ImportOptions, answer: RowAnswer, report: RowReport): ActKind | undefined {
  const answered = answer['hinh-thuc'] === undefined ? undefined : readAct(answer['hinh-thuc'].replaceAll('-', ' '));
  if (answered !== undefined) return answered;
  const cell = row.cells.get('act');
  const own = cell === undefined ? undefined : readAct(cell.text);
  if (cell !== undefined && own === undefined) askAct(cell, { vi: 'không rõ là hình thức nào', en: 'names no act' }, report);
  const note = row.cells.get('note');
  const noted = cell === undefined && note !== undefined ? readAct(note.text) : undefined;
  if (noted !== undefined) report.notice(note, { vi: `hiểu là "${ACT_WORDS[noted]}".`, en: `is taken for "${noted}".` });
  return own ?? noted ?? around ?? options.act;
}

/**
 * The act of a row about which the file is silent: that of the decision's own line, a first recognition for a product
 * that holds nothing, else a question.
 */
export function actSettled(
  written: ActKind | undefined,
  known: { lines: readonly ActKind[]; hasCertificate: boolean; name: string },
  row: AnnexRow,
  report: RowReport,
): ActKind | undefined {
  const [only, ...more] = known.lines;
  if (written !== undefined) return written;
  if (report.messages.some(({ question }) => question?.field === 'hinh-thuc')) return undefined;
  if (only !== undefined && more.length === 0) {
    report.notice(row.cells.get('product'), { vi: `tệp không ghi hình thức; giữ "${ACT_WORDS[only]}" như hồ sơ của quyết định này.`, en: `the file does not name the act; "${only}" stays as this decision's record has it.` });
    return only;
  }
  if (!known.hasCertificate) return 'recognition';
  askAct(row.cells.get('product'), { vi: `"${known.name}" đã từng được công nhận mà tệp không ghi hình thức`, en: `"${known.name}" was recognised before and the file does not say which act this is` }, report);
  return undefined;
}

function askAct(cell: AnnexCell | undefined, words: { vi: string; en: string }, report: RowReport): void {
  const choices = Object.values(ACT_WORDS).map((label) => ({ value: slugify(label), label }));
  report.ask(cell, {
    vi: `${words.vi}: hãy ghi vào cột Hình thức, trả lời, hoặc chạy lại với --hinh-thuc.`,
    en: `${words.en}: write it into the column Hình thức, answer, or run again with --hinh-thuc.`,
  }, 'hinh-thuc', choices);
}

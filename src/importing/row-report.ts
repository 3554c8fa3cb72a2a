import { columnLetter } from './sheet-grid.ts';
import type { AnswerField, Choice, RowMessage } from './proposal.ts';
import type { AnnexCell, AnnexRow } from './table/annex-table.ts';
import type { Words } from './words.ts';

/** Collects what is to be said of one row; each sentence names sheet, row, column and what was found. */
export interface RowReport {
  messages: RowMessage[];
  notice(cell: AnnexCell | undefined, words: Words): void;
  refuse(cell: AnnexCell | undefined, words: Words): void;
  /** Without choices the file has to be corrected. */
  ask(cell: AnnexCell | undefined, words: Words, field?: AnswerField, choices?: readonly Choice[]): void;
}

export function openReport({ sheet, row }: Pick<AnnexRow, 'sheet' | 'row'>): RowReport {
  const messages: RowMessage[] = [];
  const add = (kind: RowMessage['kind'], cell: AnnexCell | undefined, words: Words, question?: RowMessage['question']): void => {
    const column = cell === undefined ? undefined : `${columnLetter(cell.column)} "${cell.header}"`;
    const found = cell?.text;
    const choices = question === undefined || question.choices.length === 0 ? '' : choicesOf(question);
    messages.push({
      kind, sheet, row, column, found, question, reason: words,
      vi: `Trang "${sheet}", dòng ${row}${column === undefined ? '' : `, cột ${column}, thấy "${found}"`}: ${words.vi}${choices}`,
      en: `Sheet "${sheet}", row ${row}${column === undefined ? '' : `, column ${column}, found "${found}"`}: ${words.en}${choices}`,
    });
  };
  return {
    messages,
    notice: (cell, words) => add('notice', cell, words),
    refuse: (cell, words) => add('refusal', cell, words),
    ask: (cell, words, field, choices = []) => add('question', cell, words, field === undefined ? undefined : { field, choices }),
  };
}

/** ` [chu-the: htx-phu-sang = HTX Phú Sáng | moi = chủ thể mới]` */
function choicesOf({ field, choices }: { field: AnswerField; choices: readonly Choice[] }): string {
  return ` [${field}: ${choices.map(({ value, label }) => `${value} = ${label}`).join(' | ')}]`;
}

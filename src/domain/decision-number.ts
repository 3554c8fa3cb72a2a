/** Số, ký hiệu of a decision, as Decree 30/2020/NĐ-CP writes it: `2394/QĐ-UBND`, `377/QĐ-BNN-VPĐP`. */
export interface DecisionNumber {
  sequence: number;
  /** The abbreviation of who issued it, with that of the drafting unit when there is one: `BNN-VPĐP`. */
  symbol: string;
}

/** What is wrong: a year inside, as only legal norms carry; `QD` without its stroke; or no such form at all. */
export type DecisionNumberFault = 'year' | 'plain-d' | 'form';

const FORM = /^(\d{1,5})\/QĐ-(TTg|[\p{Lu}\d]+(?:[-.][\p{Lu}\d]+)*)$/u;
const WITH_YEAR = /^\d{1,5}\/(?:19|20)\d{2}\/QĐ-/;
const PLAIN_D = /^\d{1,5}\/Q[DÐ]-/;

export function parseDecisionNumber(text: string): DecisionNumber | DecisionNumberFault {
  if (WITH_YEAR.test(text)) return 'year';
  if (PLAIN_D.test(text)) return 'plain-d';
  const parts = FORM.exec(text);
  const [, sequence, symbol] = parts ?? [];
  return sequence === undefined || symbol === undefined ? 'form' : { sequence: Number(sequence), symbol };
}

/** Numbers of the practice data end so: `01/QĐ-MẪU`. No authority signs them. */
export function isSampleDecisionNumber(text: string): boolean {
  return text.endsWith('-MẪU');
}

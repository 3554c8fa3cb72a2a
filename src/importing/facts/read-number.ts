import { parseDecisionNumber } from '../../domain/decision-number.ts';

const IN_TEXT = /(?<![\d/])(\d{1,5})\s*(?:\/\s*(?:19|20)\d{2})?\s*\/\s*Q[ĐDÐ]\s*-\s*([\p{L}\d]+(?:\s*[-.]\s*[\p{Lu}\d]+)*)/iu;

/**
 * A decision's number in its proper form: spaces go, `QD` gets its Đ, a year inside goes (`12/2024/QĐ-UBND`).
 * Undefined when the text has none.
 */
export function numberInText(text: string): string | undefined {
  const [, sequence, symbol] = IN_TEXT.exec(text) ?? [];
  if (sequence === undefined || symbol === undefined) return undefined;
  const bare = symbol.replace(/\s+/gu, '');
  const number = `${sequence}/QĐ-${/^ttg$/i.test(bare) ? 'TTg' : bare.toUpperCase()}`;
  return typeof parseDecisionNumber(number) === 'string' ? undefined : number;
}

import type { Cell } from '../../../importing/sheet-grid.ts';

/**
 * Whole đồng, with the sign that stands in the cell: `1.250.000`, `1,250,000`, `+1 250 000 VND`, `1.250.000,00`,
 * `-90.000 đ`, `(90,000)`. 0 for an empty cell, a dash or a zero; undefined for anything that is no whole amount.
 */
export function dongInCell(cell: Cell | undefined): number | undefined {
  if (cell === undefined) return 0;
  if (typeof cell.value === 'number') return Number.isSafeInteger(cell.value) ? cell.value : undefined;
  const text = cell.text.normalize('NFKC').replace(/\s+/g, '').replace(/(?:vnd|vnđ|đồng|đ|₫)$/iu, '').replace(/[\u2212\u2013]/g, '-');
  if (text === '' || text === '-') return 0;
  const [, open, sign = '', digits = '', close] = /^(\()?([+-]?)([\d.,]+)(\))?$/.exec(text) ?? [];
  if ((open === undefined) !== (close === undefined)) return undefined;
  const amount = wholeDong(digits);
  if (amount === undefined) return undefined;
  return amount === 0 ? 0 : sign === '-' || open !== undefined ? -amount : amount;
}

/** Points or commas between thousands, the other one before hundredths that must be nothing. */
function wholeDong(digits: string): number | undefined {
  const plain = /^\d+$/.test(digits) ? digits : undefined;
  const grouped = [/^\d{1,3}(?:\.\d{3})+(?:,0{1,2})?$/, /^\d{1,3}(?:,\d{3})+(?:\.0{1,2})?$/, /^\d+[.,]0{1,2}$/].some((form) => form.test(digits));
  const whole = plain ?? (grouped ? digits.replace(/[.,]0{1,2}$/, '').replace(/[.,]/g, '') : undefined);
  if (whole === undefined) return undefined;
  const amount = Number(whole);
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** Amounts are whole đồng, the smallest unit there is: never a fraction, never hundredths. */

/** True for an amount that a price can be: a whole number of đồng above zero, exact in arithmetic. */
export function isWholeDong(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount > 0;
}

/**
 * `85.000 ₫` in Vietnamese, `85,000 ₫` in English, with a no-break space before the sign.
 * @throws RangeError for an amount that is not a whole number of đồng, zero or more.
 */
export function formatDong(amount: number, language: 'vi' | 'en'): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is not a whole number of đồng`);
  const separator = language === 'vi' ? '.' : ',';
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, separator)}\u00a0₫`;
}

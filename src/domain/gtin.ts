/** A trade item number (GTIN-8, -12, -13 or -14) whose length and check digit are right. */
export interface Gtin {
  /** As printed. */
  digits: string;
  /** Padded to 14 digits, the form of GS1 Digital Link and of comparison. */
  gtin14: string;
  /** The three digits of the GS1 organisation that gave it: 893 Việt Nam, 952 demonstration. */
  prefix: string;
}

export type GtinFault = 'not-digits' | 'length' | 'check-digit';

export const VIETNAM_PREFIX = '893';
/** GS1 keeps 952 for demonstrations and examples: no real pack carries it. */
export const DEMONSTRATION_PREFIX = '952';

const LENGTHS: readonly number[] = [8, 12, 13, 14];

/** The number, or what is wrong with it. Spaces and hyphens are not accepted: a record holds digits. */
export function parseGtin(text: string): Gtin | GtinFault {
  if (!/^\d+$/.test(text)) return 'not-digits';
  if (!LENGTHS.includes(text.length)) return 'length';
  if (checkDigitOf(text.slice(0, -1)) !== text.at(-1)) return 'check-digit';
  return { digits: text, gtin14: toGtin14(text), prefix: prefixOf(text) };
}

export function isGtin(text: string): boolean {
  return typeof parseGtin(text) !== 'string';
}

/**
 * The check digit for the digits before it: weights 3 and 1 from the right, up to the next ten
 * (GS1 General Specifications, section 7.9).
 */
export function checkDigitOf(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Any GTIN with leading zeros to 14 digits; the number itself does not change. */
export function toGtin14(digits: string): string {
  return digits.padStart(14, '0');
}

/** A GTIN-8 begins with its GS1-8 prefix; in the others the prefix follows the packing indicator. */
function prefixOf(digits: string): string {
  return digits.length === 8 ? digits.slice(0, 3) : toGtin14(digits).slice(1, 4);
}

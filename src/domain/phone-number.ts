/** A telephone number as the network knows it: `+84905123456` (E.164). */
export type PhoneNumber = string;

const SEPARATORS = /[\s().\-\u2010-\u2015/]+/g;
/** After the leading 0: mobiles have nine digits, fixed lines begin with 2 and have ten. */
const VIETNAMESE = /^(?:[35789]\d{8}|2\d{9})$/;

/**
 * Vietnamese numbers with 0, 84 or +84 in front, foreign ones with + or 00 and their country. Undefined for anything
 * else; whether it rings is not asked.
 */
export function parsePhoneNumber(typed: string): PhoneNumber | undefined {
  if (typed.length > 40) return undefined;
  const digits = typed.normalize('NFKC').trim().replace(SEPARATORS, '').replace(/^00/, '+');
  if (!/^\+?\d{8,16}$/.test(digits)) return undefined;
  // People write the 0 also behind the country: +84 (0) 905 …
  const national = /^(?:\+?840?|0)(\d+)$/.exec(digits)?.[1];
  if (national !== undefined && VIETNAMESE.test(national)) return `+84${national}`;
  return /^\+(?!84)[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
}

/** `0905 123 456` for a Vietnamese mobile; other numbers in groups of three from the end. */
export function formatPhoneNumber(phone: PhoneNumber): string {
  const national = /^\+84(\d+)$/.exec(phone)?.[1];
  if (national === undefined) return phone;
  return `0${national}`.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3');
}

/** Enough for its owner to know it again: `••• 456`. */
export function maskedPhoneNumber(phone: PhoneNumber): string {
  return `••• ${phone.slice(-3)}`;
}

import { DEMONSTRATION_PREFIX, VIETNAM_PREFIX } from './gtin.ts';

/** Who gave a number, by its prefix. It says where the number is registered, never where the goods were made. */
export type GtinOrigin = 'vietnam' | 'demonstration' | 'in-store' | 'book' | 'abroad';

/** `prefix`: three digits. 02, 04 and 20 to 29 are a shop's or firm's own numbers (GS1 General Specifications, section 1.4). */
export function gtinOrigin(prefix: string): GtinOrigin {
  if (prefix === VIETNAM_PREFIX) return 'vietnam';
  if (prefix === DEMONSTRATION_PREFIX) return 'demonstration';
  if (/^(?:02|04|2)/.test(prefix)) return 'in-store';
  return /^97[789]$/.test(prefix) ? 'book' : 'abroad';
}

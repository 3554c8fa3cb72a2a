import { addressFault } from './address-fault.ts';
import type { AddressFault } from './address-fault.ts';

/** Mã truy vết of a pack without a GTIN: nine characters that mean nothing, and a check character. */
export type TraceCode = string;

/** Crockford's base 32: no I, L, O, U. */
export const TRACE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const BODY_LENGTH = 9;
const CODE_LENGTH = BODY_LENGTH + 1;
const SEPARATORS = /[\s\-\u2010-\u2015]+/g;
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** The code as issued. Lower case, spaces and dashes, I or L for 1 and O for 0 are tolerated. Never throws. */
export function parseTraceCode(text: string): { code: TraceCode } | AddressFault {
  if (text.length > 10 * CODE_LENGTH) return addressFault('code-length', 'code');
  const typed = text.replace(SEPARATORS, '');
  if (!/^[0-9A-TV-Za-tv-z]*$/.test(typed)) return addressFault('code-characters', 'code');
  if (typed.length !== CODE_LENGTH) return addressFault('code-length', 'code');
  const code = typed.toUpperCase().replace(/[ILO]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  return remainder(code) === 0 ? { code } : addressFault('code-check', 'code');
}

/** `7K2M9-QX4TB`, to read aloud and to print. */
export function spacedTraceCode(code: TraceCode): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

/** A new code from at least nine random bytes; the caller sees that it is not taken. */
export function newTraceCode(randomBytes: Uint8Array): TraceCode {
  if (randomBytes.length < BODY_LENGTH) throw new RangeError(`a trace code takes ${BODY_LENGTH} random bytes`);
  const body = Array.from(randomBytes.subarray(0, BODY_LENGTH), (byte) => TRACE_ALPHABET.charAt(byte % 32)).join('');
  return body + checkCharacterOf(body);
}

/** The character after the nine. */
export function checkCharacterOf(body: string): string {
  return TRACE_ALPHABET.charAt(remainder(body));
}

/**
 * Damm's algorithm over GF(32): add the digit, then multiply by 2 modulo the primitive polynomial x⁵ + x² + 1. A digit
 * that has d digits after it counts 2^(d+1) times. These weights are neither zero nor, 31 being the order of 2, alike
 * within ten places, so one wrong character, or any two exchanged, never leave 0.
 * The check character is the remainder itself: adding it gives 0, and 0 doubled stays 0.
 */
function remainder(text: string): number {
  let sum = 0;
  for (const character of text) {
    const doubled = (sum ^ TRACE_ALPHABET.indexOf(character)) << 1;
    sum = doubled > 31 ? doubled ^ 0b100101 : doubled;
  }
  return sum;
}

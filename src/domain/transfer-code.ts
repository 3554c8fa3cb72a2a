import { checkCharacterOf, TRACE_ALPHABET } from './trace-code.ts';

/** What a transfer says to name its order: `OCOP`, eight characters that mean nothing, one that checks them. Letters and digits only: banks strip the rest. */
export type TransferCode = string;

const PREFIX = 'OCOP';
const BODY_LENGTH = 8;
const WRITTEN = /OCOP(?=([0-9A-TV-Z]{9}))/g;
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** A new code from at least eight random bytes; the caller sees that it is not taken. */
export function newTransferCode(randomBytes: Uint8Array): TransferCode {
  if (randomBytes.length < BODY_LENGTH) throw new RangeError(`a transfer code takes ${BODY_LENGTH} random bytes`);
  const body = Array.from(randomBytes.subarray(0, BODY_LENGTH), (byte) => TRACE_ALPHABET.charAt(byte % 32)).join('');
  return PREFIX + body + checkCharacterOf(body);
}

/**
 * Every code in what a bank passed on, each once: capitals, spaces, dashes, points and marks do not count, and I, L, O are
 * taken for the digits they look like. A code with a wrong character is none.
 */
export function transferCodesIn(content: string): TransferCode[] {
  const plain = content.normalize('NFD').toUpperCase().replace(/[^0-9A-Z]+/g, '');
  const codes = [...plain.matchAll(WRITTEN)].flatMap(([, written = '']) => {
    const code = written.replace(/[ILO]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
    const body = code.slice(0, BODY_LENGTH);
    return checkCharacterOf(body) === code.slice(BODY_LENGTH) ? [PREFIX + code] : [];
  });
  return [...new Set(codes)];
}

/** The one code; undefined when there is none, or when several orders are named. */
export function transferCodeIn(content: string): TransferCode | undefined {
  const codes = transferCodesIn(content);
  return codes.length === 1 ? codes[0] : undefined;
}

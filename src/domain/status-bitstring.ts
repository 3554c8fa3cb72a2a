import type { Status } from './certificate-status.ts';

/**
 * The values of a Bitstring Status List with two bits an entry (W3C Recommendation, 15/05/2025). A verifier reads 0 as
 * "valid" and everything else as "not valid", and 0 is what an entry nobody has set reads.
 */
export const STATUS_VALUES = ['held', 'expired', 'revoked', 'unconfirmed'] as const;
export type StatusValue = (typeof STATUS_VALUES)[number];

/** Bits of one entry. */
export const STATUS_SIZE = 2;

/** The standard's least length of a list, in entries. */
export const LEAST_ENTRIES = 131_072;

const ENTRIES_PER_BYTE = 8 / STATUS_SIZE;

/** Whether a certificate is in its last 180 days is left out: it follows from the dates that stand on it. */
export function statusValue(status: Status): StatusValue {
  return status === 'valid' || status === 'expiring' ? 'held' : status;
}

/** The bits for the entries given; all others are 0. The entry with index 0 stands in the highest bits of the first byte. */
export function writeBitstring(entries: Iterable<readonly [index: number, value: StatusValue]>): Uint8Array {
  const all = [...entries];
  const length = all.reduce((most, [index]) => Math.max(most, index + 1), LEAST_ENTRIES);
  const bytes = new Uint8Array(Math.ceil(length / ENTRIES_PER_BYTE));
  for (const [index, value] of all) {
    if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`${index} is no index of a status list`);
    const at = Math.floor(index / ENTRIES_PER_BYTE);
    bytes[at] = ((bytes[at] as number) & ~(0b11 << shiftOf(index))) | (STATUS_VALUES.indexOf(value) << shiftOf(index));
  }
  return bytes;
}

/** Throws RangeError for an index outside the list. */
export function readBitstring(bytes: Uint8Array, index: number): StatusValue {
  const byte = Number.isSafeInteger(index) && index >= 0 ? bytes[Math.floor(index / ENTRIES_PER_BYTE)] : undefined;
  if (byte === undefined) throw new RangeError(`${index} is outside a list of ${bytes.length * ENTRIES_PER_BYTE} entries`);
  return STATUS_VALUES[(byte >> shiftOf(index)) & 0b11] as StatusValue;
}

function shiftOf(index: number): number {
  return 8 - STATUS_SIZE * ((index % ENTRIES_PER_BYTE) + 1);
}

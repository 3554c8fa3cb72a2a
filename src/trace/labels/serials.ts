import { createHash } from 'node:crypto';
import type { LotCode } from '../../domain/lot.ts';
import { TRACE_ALPHABET } from '../../domain/trace-code.ts';

/** 60 random bits: nobody finds one by trying, nor from the list of hashes. */
export const SERIAL_LENGTH = 12;

/** Serials for one lot. The plain ones are printed and handed out once; only the hashes are kept. */
export interface IssuedSerials {
  serials: readonly string[];
  hashes: readonly string[];
}

/** `known`: hashes of the lot's earlier batches. `random`: so many random bytes. */
export function issueSerials(lot: LotCode, count: number, known: readonly string[], random: (bytes: number) => Uint8Array): IssuedSerials {
  const taken = new Set(known);
  const serials: string[] = [];
  const hashes: string[] = [];
  while (serials.length < count) {
    const serial = serialFrom(random(SERIAL_LENGTH));
    const hash = serialHash(lot, serial);
    if (taken.has(hash)) continue;
    taken.add(hash);
    serials.push(serial);
    hashes.push(hash);
  }
  return { serials, hashes };
}

/** First 64 bits of SHA-256 over "<lot> <serial>", as 16 hex characters. */
export function serialHash(lot: LotCode, serial: string): string {
  return createHash('sha256').update(`${lot} ${serial}`).digest('hex').slice(0, 16);
}

/** serials.txt with more hashes in it: one a line, sorted. */
export function serialsFile(before: string | undefined, hashes: readonly string[]): string {
  return `${[...new Set([...linesOf(before), ...hashes])].sort().join('\n')}\n`;
}

export function linesOf(serialsText: string | undefined): string[] {
  return (serialsText ?? '').split(/\r?\n/).filter((line) => line !== '');
}

/** For a label machine of the producer's own: number, serial, address. */
export function serialsCsv(rows: readonly { serial: string; address: string }[]): string {
  return `\ufeffstt,so_seri,dia_chi\r\n${rows.map(({ serial, address }, at) => `${at + 1},${serial},${address}\r\n`).join('')}`;
}

function serialFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => TRACE_ALPHABET.charAt(byte % 32)).join('');
}

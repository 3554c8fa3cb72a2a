import { decodeLegacy } from './legacy-font.ts';
import { vietnameseShare } from './syllable.ts';

const READABLE = 0.6;

export interface CsvText {
  text: string;
  readFrom?: 'tcvn3' | 'vni' | 'windows-1258';
}

/**
 * The text of a CSV file: UTF-8 and UTF-16 with or without a mark at the start, else Windows-1258 or the bytes of a TCVN3
 * or VNI font, whichever reads as Vietnamese. Undefined when none does.
 */
export function decodeCsv(bytes: Uint8Array): CsvText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined) return utf8.includes('\0') ? undefined : { text: utf8 };
  const latin = latin1(bytes);
  const candidates: Required<CsvText>[] = [
    { readFrom: 'windows-1258', text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC') },
    { readFrom: 'tcvn3', text: decodeLegacy(latin, 'tcvn3') },
    { readFrom: 'vni', text: decodeLegacy(latin, 'vni') },
  ];
  const [best] = candidates.map((read) => ({ read, share: vietnameseShare(read.text) ?? 0 })).sort((a, b) => b.share - a.share);
  return best !== undefined && best.share >= READABLE ? best.read : undefined;
}

/** Byte for byte; the decoder that is called latin1 reads Windows-1252. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The sign that parts most lines into most cells; quoted text does not count. */
export function delimiterOf(text: string): string {
  const lines = text.replace(/"(?:[^"]|"")*"/gu, '').split('\n').slice(0, 200);
  const counts = [';', ',', '\t', '|'].map((sign) => ({ sign, lines: steadyLines(lines, sign) }));
  return counts.sort((a, b) => b.lines - a.lines)[0]?.sign ?? ',';
}

/** Cells on the lines that have the most usual number of them: title lines have commas too, but not always as many. */
function steadyLines(lines: readonly string[], sign: string): number {
  const numbers = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
  const usual = Map.groupBy(numbers, (count) => count);
  return Math.max(0, ...[...usual].map(([count, same]) => count * same.length));
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

import { decodeLegacy } from './legacy-font.ts';
import { vietnameseShare } from './syllable.ts';

const READABLE = 0.6;

/**
 * The text of a CSV file: UTF-8 and UTF-16 with or without a mark at the start, else Windows-1258 or the bytes of a TCVN3
 * or VNI font, whichever reads as Vietnamese. Undefined when none does.
 */
export function decodeCsv(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined) return utf8.includes('\0') ? undefined : utf8;
  const latin = new TextDecoder('latin1').decode(bytes);
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const candidates = [windows, decodeLegacy(latin, 'tcvn3'), decodeLegacy(latin, 'vni')];
  const best = candidates.map((text) => ({ text, share: vietnameseShare(text) ?? 0 })).sort((a, b) => b.share - a.share)[0];
  return best !== undefined && best.share >= READABLE ? best.text : undefined;
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

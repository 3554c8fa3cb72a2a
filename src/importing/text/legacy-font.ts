import { fromTcvn3 } from './tcvn3.ts';
import { isSyllable, markedWords } from './syllable.ts';
import { fromVni } from './vni.ts';

export type LegacyCoding = 'tcvn3' | 'vni';

/** Letters that neither old coding can produce: whoever has one is Unicode already. */
const UNICODE_ONLY = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1ea0-\u1ef9]/u;
const SURE = 0.7;

/** What a font's name says of its coding; `.VnTimeH` draws small letters as capitals. */
export function codingOfFont(font: string | undefined): { coding: LegacyCoding; capitals: boolean } | undefined {
  if (font === undefined) return undefined;
  if (/^\.vn/i.test(font)) return { coding: 'tcvn3', capitals: /H$/.test(font) };
  return /^vni[- ]/i.test(font) ? { coding: 'vni', capitals: false } : undefined;
}

/**
 * `unicode` when the text has a letter that only Unicode has, or nothing to tell by; `open` when its words read well
 * as they are but might be coded too ("tói" is also TCVN3 for "túi"); else the coding in which its words read best,
 * `either` when both read equally well ("Cöa" is Cửa or Cưa).
 */
export function codingOfText(text: string): LegacyCoding | 'either' | 'unicode' | 'open' {
  const words = markedWords(text);
  if (words.length === 0 || UNICODE_ONLY.test(text)) return 'unicode';
  if (words.every(isSyllable)) return 'open';
  const [tcvn3, vni] = [share(words.map(fromTcvn3)), share(words.map(fromVni))];
  if (Math.max(tcvn3, vni) < SURE || Math.max(tcvn3, vni) <= share(words)) return 'unicode';
  return tcvn3 === vni ? 'either' : tcvn3 > vni ? 'tcvn3' : 'vni';
}

/** True for a text with a letter that neither old coding has. */
export function isSurelyUnicode(text: string): boolean {
  return UNICODE_ONLY.test(text);
}

export function decodeLegacy(text: string, coding: LegacyCoding, capitals = false): string {
  const decoded = (coding === 'tcvn3' ? fromTcvn3(text) : fromVni(text)).normalize('NFC');
  return capitals ? decoded.toUpperCase() : decoded;
}

function share(words: readonly string[]): number {
  return words.filter(isSyllable).length / words.length;
}

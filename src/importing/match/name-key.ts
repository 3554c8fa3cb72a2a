import { lettersApart } from '../../catalogue/nearest-name.ts';
import { slugify } from '../../domain/fold.ts';

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bhop tac xa\b/g, 'htx'],
  [/\bto hop tac\b/g, 'tht'],
  [/\bho kinh doanh\b/g, 'hkd'],
  [/\bcong ty\b|\bcty\b/g, 'cty'],
  [/\bco phan\b/g, 'cp'],
  [/\btrach nhiem huu han\b/g, 'tnhh'],
  [/\bmot thanh vien\b|\b1 thanh vien\b|\b1tv\b/g, 'mtv'],
  [/\bdoanh nghiep tu nhan\b/g, 'dntn'],
  [/\bsan xuat\b/g, 'sx'],
  [/\bkinh doanh\b/g, 'kd'],
  [/\bdich vu\b/g, 'dv'],
  [/\bthuong mai\b/g, 'tm'],
  [/\bnong nghiep\b/g, 'nn'],
  [/\bcssx\b/g, 'co so sx'],
  [/\b(va|&)\b/g, ''],
];

/** Equal for spellings of one producer: marks, capitals, i or y and the usual abbreviations do not count. */
export function producerKey(name: string): string {
  const plain = slugify(name).replaceAll('-', ' ');
  const short = ABBREVIATIONS.reduce((text, [words, abbreviation]) => text.replace(words, abbreviation), plain);
  return sameSound(short).replaceAll(' ', '');
}

/** Equal for spellings of one product: marks, capitals, i or y and punctuation do not count. */
export function productKey(name: string): string {
  return sameSound(slugify(name).replaceAll('-', ' ')).replaceAll(' ', '');
}

/** Final -i and -y after one consonant are two spellings of one sound: Cẩm Mỹ, Cẩm Mĩ. */
function sameSound(plain: string): string {
  return plain.replace(/\b([hklmstv]|qu)i\b/g, '$1y');
}

/**
 * True when two different keys are so near that a person should look: a slip of one or two letters, or one
 * goes on where the other ends. Names whose numbers differ ("ST24", "ST25") are different on purpose.
 */
export function areNear(a: string, b: string): boolean {
  if (a === b) return true;
  const [numbersOfA, numbersOfB] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  if (numbersOfA !== '' && numbersOfB !== '' && numbersOfA !== numbersOfB) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 10 && long.startsWith(short)) return true;
  return short.length >= 6 && long.length - short.length <= 2 && lettersApart(a, b) <= (long.length >= 14 ? 2 : 1);
}

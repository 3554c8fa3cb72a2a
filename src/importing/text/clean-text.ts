const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const SPACES = /[\s\u00a0\u2007\u202f]+/gu;
const TRAILING = /[\s.,;:…]+$/u;

/** NFC, one kind of space, nothing invisible; the Icelandic Ð that some keyboards type becomes Đ. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replaceAll('Ð', 'Đ').replaceAll('ð', 'đ').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/** A name without what belongs to the sentence around it: `"Nước mắm Phú Sáng."` loses its full stop. */
export function cleanName(text: string): string {
  const clean = cleanText(text);
  return /\b[\p{Lu}]\.$/u.test(clean) ? clean : clean.replace(TRAILING, '');
}

/** True for a name of at least two words that is typed in capitals only. */
export function isAllCaps(text: string): boolean {
  return text.includes(' ') && /\p{Lu}{2}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();
}

import type { ActKind } from '../../domain/decision.ts';
import { slugify } from '../../domain/fold.ts';

/** The office's word for each act: what the template offers and the export writes. */
export const ACT_WORDS: Readonly<Record<ActKind, string>> = {
  recognition: 'công nhận lần đầu',
  renewal: 'công nhận lại',
  upgrade: 'nâng hạng',
  downgrade: 'hạ hạng',
  revocation: 'thu hồi',
  're-evaluation-filed': 'nộp hồ sơ đánh giá lại',
};

const START = '(?:san pham |duoc |da |quyet dinh |hinh thuc )*';
const END = '(?: san pham| ocop| sao| hang| giay chung nhan| cong nhan| tu| len| \\d)*';

const PATTERNS: readonly (readonly [ActKind, RegExp])[] = [
  ['re-evaluation-filed', new RegExp(`^${START}(?:nop|dang nop) ho so (?:de nghi )?(?:danh gia|phan hang|cong nhan)(?: phan hang)? lai${END}$`)],
  ['renewal', new RegExp(`^${START}(?:cong nhan|danh gia|phan hang)(?: phan hang)? lai${END}$`)],
  ['upgrade', new RegExp(`^${START}(?:nang (?:hang|sao|cap)|thang hang)${END}$`)],
  ['downgrade', new RegExp(`^${START}(?:ha|giam|xuong) (?:hang|sao|bac)${END}$`)],
  ['revocation', new RegExp(`^${START}(?:thu hoi|huy bo)${END}$`)],
  ['recognition', new RegExp(`^${START}(?:cong nhan(?: moi| lan dau)?|lan dau|moi|danh gia lan dau)${END}$`)],
];

/** The act that a cell names; the whole cell has to say it, so that a remark is not taken for one. */
export function readAct(text: string): ActKind | undefined {
  const plain = slugify(text).replaceAll('-', ' ');
  return PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? byName(text);
}

const IN_TITLE: readonly (readonly [ActKind, RegExp])[] = [
  ['renewal', /\b(?:cong nhan|phan hang) lai\b/],
  ['upgrade', /\b(?:nang hang|nang sao|thang hang)\b/],
  ['downgrade', /\bha (?:hang|sao)\b/],
  ['revocation', /\bthu hoi\b/],
];

/** The one act other than a recognition that a title or heading names; undefined when it names none or several. */
export function actInTitle(text: string): ActKind | undefined {
  const plain = slugify(text).replaceAll('-', ' ');
  const [only, ...more] = IN_TITLE.filter(([, pattern]) => pattern.test(plain));
  const plainToo = /\bcong nhan(?! lai)\b/.test(plain.replace(/\bgiay (?:chung nhan|cong nhan)\b|\bda cong nhan\b|quyet dinh cong nhan/g, ''));
  if (only === undefined || more.length > 0) return undefined;
  return plainToo && only[0] !== 'revocation' ? undefined : only[0];
}

function byName(text: string): ActKind | undefined {
  const name = text.trim().toLowerCase();
  return (Object.keys(ACT_WORDS) as ActKind[]).find((act) => act === name);
}

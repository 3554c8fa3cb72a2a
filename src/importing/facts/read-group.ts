import { slugify } from '../../domain/fold.ts';

const WORDS: readonly (readonly [group: string, RegExp])[] = [
  ['duoc-lieu', /\b(duoc lieu|thao duoc)\b/],
  ['thuc-pham', /\bthuc pham\b/],
  ['do-uong', /\bdo uong\b/],
  ['thu-cong-my-nghe', /\bthu cong my nghe\b/],
  ['sinh-vat-canh', /\bsinh vat canh\b/],
  ['du-lich', /\bdu lich\b/],
];

/** The one of the six groups (Decision 148/QĐ-TTg) that the text names; undefined for other words and for two groups. */
export function readGroup(text: string, groups: readonly { id: string; name: { vi: string } }[]): string | undefined {
  const plain = slugify(text);
  const exact = groups.find(({ id, name }) => id === plain || slugify(name.vi) === plain)?.id;
  if (exact !== undefined) return exact;
  const fitting = WORDS.filter(([, words]) => words.test(plain.replaceAll('-', ' ')));
  return fitting.length === 1 ? fitting[0]?.[0] : undefined;
}

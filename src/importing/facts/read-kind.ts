import type { ProducerKind } from '../../domain/producer.ts';
import { slugify } from '../../domain/fold.ts';

/** The office's word for each legal form. */
export const KIND_WORDS: Readonly<Record<ProducerKind, string>> = {
  cooperative: 'Hợp tác xã',
  'cooperative-group': 'Tổ hợp tác',
  company: 'Doanh nghiệp',
  'business-household': 'Hộ kinh doanh',
  establishment: 'Cơ sở sản xuất',
  unknown: 'Chưa rõ',
};

const START: readonly (readonly [ProducerKind, RegExp])[] = [
  ['cooperative-group', /^(to hop tac|tht)\b/],
  ['cooperative', /^(hop tac xa|htx|lien hiep (hop tac xa|htx))\b/],
  ['company', /^(cong ty|cty|doanh nghiep|dntn|tong cong ty|tap doan)\b/],
  ['business-household', /^(ho kinh doanh|hkd|ho san xuat|ho gia dinh|ho)\b/],
  ['establishment', /^(co so|cssx)\b/],
];

/** The legal form that a name begins with or a cell of that column says; undefined when it says none. */
export function readKind(text: string): ProducerKind | undefined {
  const plain = slugify(text).replaceAll('-', ' ');
  return START.find(([, pattern]) => pattern.test(plain))?.[0];
}

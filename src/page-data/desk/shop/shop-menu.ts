import { deskPath } from '../../../paths.ts';
import type { Link } from '../../place-view.ts';

const PARTS = [
  ['don-hang', 'Đơn hàng'],
  ['thu-tien', 'Tiền'],
  ['kho', 'Kho'],
  ['ma-giam-gia', 'Mã giảm giá'],
  ['doi-soat', 'Đối soát'],
  ['thu', 'Thư'],
] as const;

export type ShopPart = (typeof PARTS)[number][0];

/** The pages of the desk that are about the shop. */
export function shopMenu(current: ShopPart): (Link & { current: boolean })[] {
  return PARTS.map(([part, text]) => ({ text, href: deskPath(part), current: part === current }));
}

import type { Shop } from './shop.ts';

/** Whether there is any use for a cart. */
export function sellsAnything({ seller, offers, baskets }: Pick<Shop, 'seller' | 'offers' | 'baskets'>): boolean {
  return seller !== undefined && (offers.length > 0 || baskets.length > 0);
}

import type { CartLine } from './cart.ts';
import type { IsoDate } from './calendar-day.ts';

/** Giỏ quà: packs sold together under one price. Stock is that of its packs. */
export interface GiftBasket {
  /** Also what stands for it in a cart; no pack has it as SKU. */
  id: string;
  name: { vi: string; en?: string };
  description?: { vi: string; en?: string };
  lines: readonly CartLine[];
  /** Whole đồng for one basket. */
  priceDong: number;
  /** Of the box, over that of the packs. */
  packingGrams: number;
  /** First and last day on which it is sold. */
  from?: IsoDate;
  until?: IsoDate;
  sample: boolean;
}

export function isSoldOn({ from, until }: Pick<GiftBasket, 'from' | 'until'>, day: IsoDate): boolean {
  return (from === undefined || day >= from) && (until === undefined || day <= until);
}

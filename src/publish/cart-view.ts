import type { CartLine } from '../domain/cart.ts';
import type { DeliveryZone } from '../domain/delivery.ts';
import type { VoucherFault } from '../domain/voucher.ts';

/** A cart with today's prices and what is there now. Amounts in whole đồng. */
export interface CartView {
  /** As the buyer put them in. */
  lines: readonly CartViewLine[];
  /** Undefined while no line can be bought. */
  totals?: CartTotals;
  voucher?: { code: string; fault?: VoucherFault };
  /** Where delivery is estimated to. */
  province?: string;
  /** Where something is brought to; `no-zone`: not to this province. */
  zone?: DeliveryZone | 'no-zone';
}

export interface CartViewLine extends CartLine {
  /** What the buyer saw last, where it was another price. */
  seenDong?: number;
  /** Absent for what cannot be bought as it stands. */
  price?: { unitDong: number; discountDong: number; totalDong: number };
  /** Packs, or whole baskets, that can be had now; undefined while they are plenty. */
  left?: number;
  fault?: LineFault;
}

export type LineFault = { kind: 'not-sold' } | { kind: 'minimum'; minimum: number } | { kind: 'stock'; left: number } | { kind: 'quantity'; most: number };

export interface CartTotals {
  goodsDong: number;
  discountDong: number;
  /** Undefined while it is not known where to. */
  shippingDong?: number;
  /** Without delivery while that is not known. */
  totalDong: number;
}

/** Names of the fields of every form that changes a cart. `do` says which of the deeds. */
export const CART_FIELDS = { do: 'viec', sku: 'quy-cach', quantity: 'so-luong', seen: 'gia-thay', voucher: 'ma', province: 'tinh' } as const;
export const CART_DEEDS = { add: 'them', set: 'sua', remove: 'bo', voucher: 'ma', dropVoucher: 'bo-ma', province: 'tinh', seen: 'da-xem' } as const;
export type CartDeed = keyof typeof CART_DEEDS;

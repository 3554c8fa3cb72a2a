import type { IsoDate } from './calendar-day.ts';

export type VoucherDiscount =
  /** Whole đồng off. */
  | { kind: 'amount'; dong: number }
  /** 1 to 100 of a hundred, at most `atMostDong`; rounded down to whole đồng. */
  | { kind: 'percent'; percent: number; atMostDong?: number };

/** Mã giảm giá. */
export interface Voucher {
  /** As it is printed: capitals and digits. */
  code: string;
  name: { vi: string; en?: string };
  discount: VoucherDiscount;
  /** Ids of the products that it counts for; undefined: all. Baskets count only for vouchers without products. */
  products?: readonly string[];
  /** Counts only what goods it applies to cost together, before any discount. */
  minimumDong?: number;
  /** First and last day. */
  from?: IsoDate;
  until?: IsoDate;
  /** How many orders may use it in all, and how many of one telephone number. */
  limit?: number;
  limitPerPhone?: number;
  sample: boolean;
}

export type VoucherFault =
  | { kind: 'unknown' }
  | { kind: 'not-yet'; from: IsoDate }
  | { kind: 'over'; until: IsoDate }
  | { kind: 'no-goods' }
  | { kind: 'minimum'; minimumDong: number }
  /** The office switched it off; no record says so. */
  | { kind: 'stopped' }
  /** Found only when the order is placed. */
  | { kind: 'used-up' }
  | { kind: 'used-by-you' };

/** The code as printed, however it was typed: "mau 10" is `MAU10`. */
export function voucherCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s\-_.]+/g, '');
}

/**
 * What a voucher takes off goods of `applicableDong` on `day`, at most their price, or why it does not count.
 * How often it was used is for whoever places the order.
 */
export function voucherDiscount(voucher: Voucher, applicableDong: number, day: IsoDate): { discountDong: number } | { fault: VoucherFault } {
  const { from, until, minimumDong, discount } = voucher;
  if (from !== undefined && day < from) return { fault: { kind: 'not-yet', from } };
  if (until !== undefined && day > until) return { fault: { kind: 'over', until } };
  if (applicableDong === 0) return { fault: { kind: 'no-goods' } };
  if (minimumDong !== undefined && applicableDong < minimumDong) return { fault: { kind: 'minimum', minimumDong } };
  const full = discount.kind === 'amount' ? discount.dong : Math.min(Math.floor((applicableDong * discount.percent) / 100), discount.atMostDong ?? applicableDong);
  return { discountDong: Math.min(full, applicableDong) };
}

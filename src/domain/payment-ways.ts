import { cardAmountFault } from './card-limits.ts';
import { cashLimitFault, depositFor, type CashRules } from './cash-on-delivery.ts';
import type { PaymentMethod } from './order.ts';

/** What a shop is set up for. */
export interface PaymentSetUp {
  /** Who sells; undefined: nobody, and nothing is sold. */
  seller: { sample: boolean; hasBank: boolean } | undefined;
  /** Somebody tells of transfers, or they are pretended. */
  transfers: boolean;
  /** Keys of a card provider are there. */
  cards: boolean;
  /** Practice mode. */
  practice: boolean;
}

/** Ways to pay that are on, the usual one first; the pretended one in practice mode with a pretended seller only. */
export function waysToPay({ seller, transfers, cards, practice }: PaymentSetUp): PaymentMethod[] {
  if (seller === undefined) return [];
  return ['cod', ...(transfers && seller.hasBank ? (['vietqr'] as const) : []), ...(cards ? (['stripe'] as const) : []), ...(practice && seller.sample ? (['practice'] as const) : [])];
}

export interface OrderToPayFor {
  /** Whole đồng. */
  totalDong: number;
  cash: CashRules;
  /** Cash orders of this telephone that are under way; undefined where that is not to be told yet. */
  openCashOrders?: number | undefined;
}

export type PaymentFault =
  /** The way is not on. */
  | { kind: 'payment' }
  | { kind: 'card-too-large' | 'card-too-small' }
  | { kind: 'cod-limit'; most: number }
  /** A deposit is asked for, which only a transfer could bring. */
  | { kind: 'no-deposit'; aboveDong: number };

/**
 * Why an order may not be paid this way; undefined when it may. The only rule of it: pages offer by it, orders are taken by
 * it. Alcohol needs none here: it has no offer, so it is in no order.
 */
export function paymentFault(method: PaymentMethod, ways: readonly PaymentMethod[], { totalDong, cash, openCashOrders }: OrderToPayFor): PaymentFault | undefined {
  if (!ways.includes(method)) return { kind: 'payment' };
  if (method === 'stripe') {
    const fault = cardAmountFault(totalDong);
    return fault && { kind: `card-${fault}` };
  }
  if (method !== 'cod') return undefined;
  if (cash.depositAboveDong !== undefined && depositFor(totalDong, cash) > 0 && !ways.includes('vietqr')) return { kind: 'no-deposit', aboveDong: cash.depositAboveDong };
  return openCashOrders === undefined ? undefined : cashLimitFault(openCashOrders, cash.limitPerPhone);
}

/** What is to be paid before the goods leave, whole đồng: all of it, with cash the deposit. */
export function dueBefore(method: PaymentMethod, { totalDong, cash }: Pick<OrderToPayFor, 'totalDong' | 'cash'>): number {
  return method === 'cod' ? depositFor(totalDong, cash) : totalDong;
}

import type { OrderState } from './order-status.ts';

/** What an order was and is worth; whole đồng. */
export interface OrderMoney {
  state: OrderState;
  totalDong: number;
  /** To be paid before the goods leave: all, a deposit, or 0. */
  dueNowDong: number;
  /** Received, and paid back, so far. */
  paidDong: number;
  refundedDong: number;
}

/** Nothing is sold in these any more: all that came goes back. */
const LET_GO: ReadonlySet<OrderState> = new Set(['expired', 'cancelled', 'refund-due', 'refunded', 'returned']);

export function isLetGo(state: OrderState): boolean {
  return LET_GO.has(state);
}

/** What is owed to the buyer; below zero in an order that was let go: more went back than came. */
export function refundOwed({ state, totalDong, paidDong, refundedDong }: OrderMoney): number {
  const kept = paidDong - refundedDong;
  return isLetGo(state) ? kept : Math.max(0, kept - totalDong);
}

/**
 * What it means for an order that money came; `money` is as it stands with that money, `amountDong` of it new.
 * `more-paid`: a deposit was met before and more came, up to the total; less is collected at the door.
 */
export function meaningOfPayment(money: OrderMoney, amountDong: number): 'part-paid' | 'paid' | 'over-paid' | 'more-paid' {
  const { state, totalDong, dueNowDong, paidDong, refundedDong } = money;
  const wanted = dueNowDong > 0 ? dueNowDong : totalDong;
  const [before, after] = [paidDong - refundedDong - amountDong, paidDong - refundedDong];
  if (after > totalDong) return 'over-paid';
  if (after < wanted) return 'part-paid';
  return before >= wanted && !isLetGo(state) ? 'more-paid' : 'paid';
}

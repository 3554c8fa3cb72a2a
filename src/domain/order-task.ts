import { ORDER_STATES, type OrderState } from './order-status.ts';

/** What somebody of the office has to do about an order or about money. */
export const ORDER_TASK_KINDS = ['refund', 'out-of-stock', 'part-paid', 'delivery-failed', 'returned', 'review'] as const;
export type OrderTaskKind = (typeof ORDER_TASK_KINDS)[number];

/** States in which there is still something to do about it; money and goods that came back wait for a person in any. */
const NEEDED: Readonly<Record<OrderTaskKind, readonly OrderState[] | 'always'>> = {
  refund: 'always',
  review: 'always',
  returned: 'always',
  'out-of-stock': ['paid', 'confirmed', 'preparing'],
  'part-paid': ['awaiting-payment', 'part-paid', 'awaiting-confirmation'],
  'delivery-failed': ['delivery-failed'],
};

/** Why a task closed by itself: the order came into a state, or the goods are there again. */
export type ClosedBecause = `order-${OrderState}` | 'in-stock-again';

/** False for what somebody wrote. */
export function isSelfClosed(why: string): why is ClosedBecause {
  return why === 'in-stock-again' || ORDER_STATES.some((state) => why === `order-${state}`);
}

/** False: the order went on, so that nobody has to do it any more. */
export function isTaskNeeded(kind: OrderTaskKind, state: OrderState): boolean {
  const needed = NEEDED[kind];
  return needed === 'always' || needed.includes(state);
}

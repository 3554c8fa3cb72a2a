import { ORDER_STATES, type OrderState } from './order-status.ts';

/** What somebody of the office has to do about an order or about money. */
export const ORDER_TASK_KINDS = ['refund', 'out-of-stock', 'tell-producer', 'part-paid', 'delivery-failed', 'returned', 'review'] as const;
export type OrderTaskKind = (typeof ORDER_TASK_KINDS)[number];

/** States in which there is still something to do about it; money and goods that came back wait for a person in any. */
const NEEDED: Readonly<Record<OrderTaskKind, readonly OrderState[] | 'always'>> = {
  refund: 'always',
  review: 'always',
  returned: 'always',
  'out-of-stock': ['paid', 'confirmed', 'preparing'],
  'tell-producer': ['paid', 'confirmed', 'preparing'],
  'part-paid': ['awaiting-payment', 'part-paid', 'awaiting-confirmation'],
  'delivery-failed': ['delivery-failed'],
};

/** Why a task closed by itself: the order came into a state, the goods are there again, or the producer knows. */
const OTHER_REASONS = ['in-stock-again', 'link-opened', 'link-closed', 'link-renewed', 'part-answered', 'mailed'] as const;
export type ClosedBecause = `order-${OrderState}` | (typeof OTHER_REASONS)[number];
export const CLOSED_BECAUSE: readonly ClosedBecause[] = [...OTHER_REASONS, ...ORDER_STATES.map((state) => `order-${state}` as const)];

/** Somebody pressed the button that says so; it needs no words. */
export const MESSAGE_SENT = 'message-sent';

/** False for what somebody wrote or pressed. */
export function isSelfClosed(why: string): why is ClosedBecause {
  return (CLOSED_BECAUSE as readonly string[]).includes(why);
}

/** False: the order went on, so that nobody has to do it any more. */
export function isTaskNeeded(kind: OrderTaskKind, state: OrderState): boolean {
  const needed = NEEDED[kind];
  return needed === 'always' || needed.includes(state);
}

import type { OrderState } from '../../domain/order-status.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { OrderView } from '../../publish/order-view.ts';

export interface TimelineStep {
  text: string;
  /** "09:05, 28/11/2026"; absent for what is still to come. */
  at?: string;
  kind: 'done' | 'now' | 'ahead' | 'ended';
}

/** What usually comes after what; an order that leaves this way has no steps ahead. */
const WAY: Readonly<Record<'beforehand' | 'atTheDoor', readonly OrderState[]>> = {
  beforehand: ['awaiting-payment', 'paid', 'preparing', 'shipped', 'delivered'],
  atTheDoor: ['awaiting-confirmation', 'confirmed', 'preparing', 'shipped', 'delivered'],
};
const SAME_PLACE: Readonly<Partial<Record<OrderState, OrderState>>> = { 'part-paid': 'awaiting-payment' };
const ENDED: readonly OrderState[] = ['cancelled', 'expired', 'refund-due', 'refunded', 'returned', 'delivery-failed'];

/** What happened, oldest first, and what is to come. */
export function orderTimeline({ steps, state, dueNowDong, placedAt, delivery, payment }: OrderView, t: Translate, timeWords: (instantMs: number) => string): TimelineStep[] {
  const isPickup = delivery.kind === 'pickup';
  const isDeposit = payment === 'cod' && dueNowDong > 0;
  const name = (step: OrderState): string => (isDeposit && step === 'awaiting-payment' ? t('order.step.awaiting-deposit') : isDeposit && step === 'paid' ? t('order.step.deposit-paid') : t(isPickup && (step === 'shipped' || step === 'delivered') ? `order.stepPickup.${step}` : `order.step.${step}`));
  const past: TimelineStep[] = [{ text: t('order.step.placed'), at: timeWords(placedAt), kind: 'done' }];
  for (const { what, at } of steps) past.push({ text: name(what), at: timeWords(at), kind: ENDED.includes(what) ? 'ended' : 'done' });
  const way = WAY[dueNowDong === 0 ? 'atTheDoor' : 'beforehand'];
  const place = way.indexOf(SAME_PLACE[state] ?? state);
  if (place === -1) return past;
  if (place === 0) past.push({ text: name(way[0] ?? state), kind: 'now' });
  return [...past, ...way.slice(place + 1).map((step): TimelineStep => ({ text: name(step), kind: 'ahead' }))];
}

import { meaningOfPayment } from '../../domain/refund-owed.ts';
import type { Database } from '../db/database.ts';
import type { ApplyParts, PaymentOutcome } from './apply-payment.ts';
import { addMoney } from './order-money.ts';
import { addReview, closeReview, setRefundTask } from './refund-task.ts';

interface Told {
  id: string;
  provider: string;
  isCounted: boolean;
  /** Told by a provider at once, and by the bank's statement. */
  atOnce: boolean;
  inStatement: boolean;
}

/** Outcomes under which money was added to its order. */
export const COUNTED: readonly PaymentOutcome[] = ['paid', 'part-paid', 'over-paid', 'more-paid', 'paid-late'];

/**
 * Counts what an order received in payments of one amount. A payment that only a provider told of and one that only a
 * statement shows may be the same money under two references, so that the larger number of the two counts; the rest
 * waits for a clerk. The more is told, the more counts, and the order of telling does not matter.
 * Gives back the outcome of every payment that was counted just now; `new` is never one.
 */
export async function countPayments(db: Database, { orderId, amountDong }: { orderId: string; amountDong: number }, parts: ApplyParts): Promise<Map<string, PaymentOutcome | 'new'>> {
  const told = await paymentsOf(db, orderId, amountDong);
  const byTransfer = told.filter(({ provider }) => provider === 'vietqr');
  const only = (one: 'atOnce' | 'inStatement', other: 'atOnce' | 'inStatement'): number => byTransfer.filter((payment) => payment[one] && !payment[other]).length;
  const wanted = byTransfer.filter(({ atOnce, inStatement }) => atOnce && inStatement).length + Math.max(only('atOnce', 'inStatement'), only('inStatement', 'atOnce')) + told.length - byTransfer.length;
  const waiting = told.filter(({ isCounted }) => !isCounted).sort((a, b) => Number(a.provider === 'vietqr') - Number(b.provider === 'vietqr'));
  const chosen = waiting.slice(0, Math.max(0, wanted - (told.length - waiting.length)));
  const outcomes = new Map<string, PaymentOutcome>();
  for (const { id } of chosen) outcomes.set(id, await countOne(db, id, orderId, amountDong, parts));
  await tellClerk(db, { orderId, amountDong, waiting: waiting.length - chosen.length }, parts.now);
  return outcomes;
}

/** Adds one payment to its order and lets the order move; also when a clerk decided so. */
export async function countOne(db: Database, eventId: string, orderId: string, amountDong: number, { now, move }: ApplyParts): Promise<PaymentOutcome> {
  const money = await addMoney(db, orderId, 'paid_dong', amountDong);
  const meaning = meaningOfPayment(money, amountDong);
  const isLate = money.state === 'expired' && meaning !== 'part-paid';
  const outcome = isLate ? 'paid-late' : meaning;
  if (outcome !== 'more-paid') await move(db, orderId, outcome, { who: 'payment', now, note: eventId });
  await setRefundTask(db, orderId, now);
  await db.updateTable('payment_events').set({ outcome }).where('event_id', '=', eventId).execute();
  return outcome;
}

async function paymentsOf(db: Database, orderId: string, amountDong: number): Promise<Told[]> {
  const rows = await db
    .selectFrom('payment_events')
    .innerJoin('payment_tellings', 'payment_tellings.payment_id', 'payment_events.event_id')
    .select(['payment_events.event_id as id', 'provider', 'outcome', 'channel'])
    .where('order_id', '=', orderId)
    .where('kind', '=', 'paid')
    .where('amount_dong', '=', amountDong)
    .where('outcome', 'in', [...COUNTED, 'maybe-known'])
    .orderBy('payment_events.event_id')
    .execute();
  const found = new Map<string, Told>();
  for (const { id, provider, outcome, channel } of rows) {
    const one = found.get(id) ?? { id, provider, isCounted: outcome !== 'maybe-known', atOnce: false, inStatement: false };
    if (channel === 'statement') one.inStatement = true;
    else one.atOnce = true;
    found.set(id, one);
  }
  return [...found.values()];
}

async function tellClerk(db: Database, { orderId, amountDong, waiting }: { orderId: string; amountDong: number; waiting: number }, now: number): Promise<void> {
  const key = `maybe-known:${orderId}:${amountDong}`;
  if (waiting === 0) return closeReview(db, key, 'payment', now);
  await addReview(db, { key, orderId, amountDong: amountDong * waiting, detail: { because: 'maybe-known' } }, now);
  await db.updateTable('order_tasks').set({ amount_dong: amountDong * waiting, done_by: null, done_at: null }).where('key', '=', key).execute();
}

import { meaningOfPayment } from '../../domain/refund-owed.ts';
import type { Database } from '../db/database.ts';
import { happen } from '../orders/order-events.ts';
import type { ApplyParts, PaymentOutcome } from './apply-payment.ts';
import { addMoney, lockOrderAccount } from './order-money.ts';
import { pairsWithin } from './pairs-within.ts';
import { setPartPaidTask } from './part-paid-task.ts';
import { addReview, closeReview, setRefundTask } from './refund-task.ts';

interface Told {
  id: string;
  provider: string;
  isCounted: boolean;
  /** Told by a provider at once, and by the bank's statement. */
  atOnce: boolean;
  inStatement: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

/** A bank may book a transfer a day or two after it was made; what lies further apart is hardly the same money. */
const BOOKED_WITHIN_MS = 2 * 24 * 3_600_000;

/** Outcomes under which money was added to its order. */
export const COUNTED: readonly PaymentOutcome[] = ['paid', 'part-paid', 'over-paid', 'more-paid', 'paid-late'];

/**
 * Counts what an order received in payments of one amount. A payment that only a provider told of and one that only a
 * statement shows may be the same money under two references: the larger number of the two counts. Where their days
 * differ a clerk is asked. The more is told, the more counts, and the order of telling does not matter.
 * Gives back the outcome of every payment that was counted just now.
 */
export async function countPayments(db: Database, { orderId, amountDong }: { orderId: string; amountDong: number }, parts: ApplyParts): Promise<Map<string, PaymentOutcome>> {
  await lockOrderAccount(db, orderId);
  const told = await paymentsOf(db, orderId, amountDong);
  const transfers = told.filter(({ provider }) => provider === 'vietqr');
  const onlyTold = transfers.filter(({ atOnce, inStatement }) => atOnce && !inStatement);
  const onlyStated = transfers.filter(({ atOnce, inStatement }) => !atOnce && inStatement);
  const wanted = told.length - Math.min(onlyTold.length, onlyStated.length);
  // Cards and practice payments have one channel only: they always count.
  const waiting = told.filter(({ isCounted }) => !isCounted).sort((a, b) => Number(a.provider === 'vietqr') - Number(b.provider === 'vietqr'));
  const chosen = waiting.slice(0, Math.max(0, wanted - (told.length - waiting.length)));
  const outcomes = new Map<string, PaymentOutcome>();
  for (const { id } of chosen) outcomes.set(id, await countOne(db, id, { orderId, amountDong }, parts));
  const sure = pairsWithin(onlyTold.map(({ at }) => at), onlyStated.map(({ at }) => at), BOOKED_WITHIN_MS);
  await askClerk(db, { orderId, amountDong, unsure: Math.min(onlyTold.length, onlyStated.length, waiting.length - chosen.length) - sure }, parts.now);
  return outcomes;
}

/** Adds one payment to its order and lets the order move; also when a clerk decided so. */
export async function countOne(db: Database, eventId: string, { orderId, amountDong }: { orderId: string; amountDong: number }, parts: ApplyParts): Promise<PaymentOutcome> {
  const before = await lockOrderAccount(db, orderId);
  const meaning = meaningOfPayment({ ...before, paidDong: before.paidDong + amountDong }, amountDong);
  const outcome = before.state === 'expired' && meaning !== 'part-paid' && meaning !== 'more-paid' ? 'paid-late' : meaning;
  if (outcome === 'more-paid') await addMoney(db, orderId, 'paid_dong', amountDong);
  else await happen(db, parts, { orderId, event: outcome, who: 'payment', note: eventId, money: { dong: amountDong, key: eventId } });
  await setRefundTask(db, orderId, parts.now);
  await setPartPaidTask(db, orderId, parts.now);
  await db.updateTable('payment_events').set({ outcome }).where('event_id', '=', eventId).execute();
  return outcome;
}

async function paymentsOf(db: Database, orderId: string, amountDong: number): Promise<Told[]> {
  const rows = await db
    .selectFrom('payment_events')
    .innerJoin('payment_tellings', 'payment_tellings.payment_id', 'payment_events.event_id')
    .select(['payment_events.event_id as id', 'provider', 'outcome', 'channel', 'at'])
    .where('order_id', '=', orderId)
    .where('kind', '=', 'paid')
    .where('amount_dong', '=', amountDong)
    .where('outcome', 'in', [...COUNTED, 'same-money'])
    .orderBy('payment_events.event_id')
    .execute();
  const found = new Map<string, Told>();
  for (const { id, provider, outcome, channel, at } of rows) {
    const one = found.get(id) ?? { id, provider, isCounted: outcome !== 'same-money', atOnce: false, inStatement: false, at: Date.parse(at) };
    if (channel === 'statement') one.inStatement = true;
    else one.atOnce = true;
    found.set(id, one);
  }
  return [...found.values()];
}

async function askClerk(db: Database, { orderId, amountDong, unsure }: { orderId: string; amountDong: number; unsure: number }, now: number): Promise<void> {
  const key = `maybe-known:${orderId}:${amountDong}`;
  if (unsure <= 0) return closeReview(db, key, 'payment', now);
  await addReview(db, { key, orderId, amountDong: amountDong * unsure, detail: { because: 'maybe-known' } }, now);
  await db.updateTable('order_tasks').set({ amount_dong: amountDong * unsure }).where('key', '=', key).execute();
}

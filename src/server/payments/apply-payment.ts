import type { OrderEvent, OrderState } from '../../domain/order-status.ts';
import { instant, type Database } from '../db/database.ts';
import { countPayments } from './count-payments.ts';
import { applyRefund } from './apply-refund.ts';
import { findOrderAccount, type OrderAccount } from './order-money.ts';
import { recordTelling } from './record-telling.ts';
import { addReview, type ReviewReason } from './refund-task.ts';
import type { ToldPayment } from './told-payment.ts';

/** Moves an order in a given transaction, with all that follows from it. */
export type MoveOrder = (db: Database, orderId: string, event: OrderEvent, about: { who: string; now: number; note?: string }) => Promise<{ fits: boolean; from: OrderState; to: OrderState }>;

export interface ApplyParts {
  /** Milliseconds since 1970. */
  now: number;
  /** The account of the shop, letters and digits only; undefined: it has none. */
  account: string | undefined;
  move: MoveOrder;
}

/**
 * What came of a message. `known`: told before, by this channel or another. `maybe-known`: a clerk must say whether it
 * is other money than what was told before. `ignored`: none of the shop's business.
 */
export type PaymentOutcome =
  | 'paid' | 'part-paid' | 'over-paid' | 'more-paid' | 'paid-late'
  | 'refunded' | 'refund-confirmed'
  | 'failed' | 'expired'
  | 'known' | 'ignored' | ReviewReason;

/**
 * The one way in which money reaches an order, whoever told of it: message, effect, task and mail stand together or
 * not at all. The same messages in any order and any number end in the same state.
 */
export function applyPayment(db: Database, told: ToldPayment, parts: ApplyParts): Promise<PaymentOutcome> {
  return db.transaction().execute((transaction) => applyIn(transaction, told, parts));
}

/** The same inside of a transaction. */
export async function applyIn(db: Database, told: ToldPayment, parts: ApplyParts): Promise<PaymentOutcome> {
  const recorded = await recordTelling(db, told, parts.now);
  if (recorded === 'known') return 'known';
  if (!recorded.isNew) return recorded.orderId === null || told.kind !== 'paid' ? 'known' : (await countPayments(db, { orderId: recorded.orderId, amountDong: told.amountDong }, parts)).get(recorded.paymentId) === 'new' ? 'paid' : 'known';
  const outcome = await judge(db, told, parts);
  await db.updateTable('payment_events').set({ outcome }).where('event_id', '=', told.eventId).where('outcome', '=', 'recorded').execute();
  return outcome;
}

async function judge(db: Database, told: ToldPayment, parts: ApplyParts): Promise<PaymentOutcome> {
  const { kind, reference, account, amountDong, currency } = told;
  const order = reference === undefined ? undefined : await findOrderAccount(db, reference);
  const isMoney = kind === 'paid' || kind === 'refunded';
  if (account !== undefined && account !== parts.account) return order === undefined ? 'ignored' : review(db, 'other-account', told, order, parts.now);
  if (isMoney && currency !== 'VND') return review(db, 'other-currency', told, order, parts.now);
  if (order === undefined) return kind === 'paid' ? review(db, 'unknown-order', told, undefined, parts.now) : 'ignored';
  await db.updateTable('payment_events').set({ order_id: order.id }).where('event_id', '=', told.eventId).execute();
  switch (kind) {
    case 'paid':
      await db.updateTable('payment_events').set({ outcome: 'maybe-known' }).where('event_id', '=', told.eventId).execute();
      return (await countPayments(db, { orderId: order.id, amountDong }, parts)).get(told.eventId) ?? 'maybe-known';
    case 'refunded':
      return applyRefund(db, order, told, parts);
    case 'failed':
      return 'failed';
    case 'expired':
      return endOfPage(db, order, parts);
  }
}

/** A page at a provider ended. Only when the goods are not held any more is that the end of the order: it may have got another page since. */
async function endOfPage(db: Database, order: OrderAccount, { now, move }: ApplyParts): Promise<PaymentOutcome> {
  if (order.reservedUntil === null || order.reservedUntil > instant(now)) return 'ignored';
  return (await move(db, order.id, 'expired', { who: 'payment', now })).fits ? 'expired' : 'ignored';
}

async function review(db: Database, because: ReviewReason, told: ToldPayment, order: OrderAccount | undefined, now: number): Promise<ReviewReason> {
  const { eventId, amountDong, words, account, bankReference, currency } = told;
  const detail = { because, event: eventId, ...(words !== undefined && { words }), ...(account !== undefined && { account }), ...(bankReference !== undefined && { reference: bankReference }), ...(currency !== 'VND' && { currency }) };
  await addReview(db, { key: `payment:${eventId}`, orderId: order?.id ?? null, amountDong, detail }, now);
  return because;
}

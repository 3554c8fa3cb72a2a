import { instant, type Database } from '../db/database.ts';
import { happen, type EventParts } from '../orders/order-events.ts';
import { countPayments } from './count-payments.ts';
import { applyRefund } from './apply-refund.ts';
import { findOrderAccount, type OrderAccount } from './order-money.ts';
import { recordTelling } from './record-telling.ts';
import { addReview, type ReviewReason } from './refund-task.ts';
import type { ToldPayment } from './told-payment.ts';

export interface ApplyParts extends EventParts {
  /** The account of the shop, letters and digits only; undefined: it has none. */
  account: string | undefined;
}

/**
 * What came of a message. `known`: told before, by this channel or another. `same-money`: told before under another
 * reference, as far as can be seen. `ignored`: none of the shop's business.
 */
export type PaymentOutcome =
  | 'paid' | 'part-paid' | 'over-paid' | 'more-paid' | 'paid-late'
  | 'refunded' | 'refund-confirmed'
  | 'failed' | 'expired'
  | 'known' | 'same-money' | 'ignored' | ReviewReason;

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
  if (!recorded.isNew) return retold(db, told, recorded.orderId, parts);
  const outcome = await judge(db, told, parts);
  await db.updateTable('payment_events').set({ outcome }).where('event_id', '=', told.eventId).where('outcome', '=', 'recorded').execute();
  return outcome;
}

/** Another channel knows the same payment: what only one of them told of may now turn out to be other money. */
async function retold(db: Database, { kind, amountDong }: ToldPayment, orderId: string | null, parts: ApplyParts): Promise<PaymentOutcome> {
  if (orderId === null || kind !== 'paid') return 'known';
  const [counted] = (await countPayments(db, { orderId, amountDong }, parts)).values();
  return counted ?? 'known';
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
      await db.updateTable('payment_events').set({ outcome: 'same-money' }).where('event_id', '=', told.eventId).execute();
      return (await countPayments(db, { orderId: order.id, amountDong }, parts)).get(told.eventId) ?? 'same-money';
    case 'refunded':
      return applyRefund(db, order, told, parts);
    case 'failed':
      return 'failed';
    case 'expired':
      return endOfPage(db, order, parts);
  }
}

/** A page at a provider ended. Only when the goods are not held any more is that the end of the order: it may have got another page since. */
async function endOfPage(db: Database, order: OrderAccount, parts: ApplyParts): Promise<PaymentOutcome> {
  if (order.reservedUntil === null || order.reservedUntil > instant(parts.now)) return 'ignored';
  const happened = await happen(db, parts, { orderId: order.id, event: 'expired', who: 'payment' });
  return happened?.fits === true ? 'expired' : 'ignored';
}

async function review(db: Database, because: ReviewReason, told: ToldPayment, order: OrderAccount | undefined, now: number): Promise<ReviewReason> {
  const { eventId, amountDong, words, account, bankReference, currency } = told;
  const detail = { because, event: eventId, ...(words !== undefined && { words }), ...(account !== undefined && { account }), ...(bankReference !== undefined && { reference: bankReference }), ...(currency !== 'VND' && { currency }) };
  await addReview(db, { key: `payment:${eventId}`, orderId: order?.id ?? null, amountDong, detail }, now);
  return because;
}

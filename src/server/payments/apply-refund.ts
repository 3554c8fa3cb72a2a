import type { Database } from '../db/database.ts';
import { happen } from '../orders/order-events.ts';
import type { ApplyParts, PaymentOutcome } from './apply-payment.ts';
import { addMoney, lockOrderAccount, type OrderAccount } from './order-money.ts';
import { channelOf } from './record-telling.ts';
import { setRefundTask } from './refund-task.ts';
import type { ToldPayment } from './told-payment.ts';

/**
 * Money went back. A clerk's "paid back" and the bank's word of it are one refund, whichever comes first: of refunds of
 * one amount the larger number of the two counts.
 */
export async function applyRefund(db: Database, order: OrderAccount, { eventId, amountDong }: Pick<ToldPayment, 'eventId' | 'amountDong'>, parts: ApplyParts): Promise<PaymentOutcome> {
  await lockOrderAccount(db, order.id);
  const isHand = channelOf(eventId) === 'hand';
  const rows = await db.selectFrom('payment_events').select('event_id').where('order_id', '=', order.id).where('kind', '=', 'refunded').where('amount_dong', '=', amountDong).execute();
  const byHand = rows.filter((row) => channelOf(row.event_id) === 'hand').length;
  const told = rows.length - byHand;
  if (isHand ? byHand <= told : told <= byHand) return 'refund-confirmed';
  const { paidDong, refundedDong } = await addMoney(db, order.id, 'refunded_dong', amountDong);
  // The money is counted already: the order only hears that all of it went back.
  if (refundedDong >= paidDong) await happen(db, parts, { orderId: order.id, event: 'refunded', who: 'payment', note: eventId, money: { dong: 0, key: eventId } });
  await setRefundTask(db, order.id, parts.now);
  return 'refunded';
}

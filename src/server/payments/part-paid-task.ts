import { instant, type Database } from '../db/database.ts';
import { findOrderAccount } from './order-money.ts';

/** What a clerk reads of an order that waits for the rest: what came so far. Once it waits for nothing, the task is done. */
export async function setPartPaidTask(db: Database, orderId: string, nowMs: number): Promise<void> {
  const order = await findOrderAccount(db, orderId);
  if (order === undefined) return;
  const received = order.paidDong - order.refundedDong;
  const wanted = order.dueNowDong > 0 ? order.dueNowDong : order.totalDong;
  const waits = received < wanted && (order.state === 'part-paid' || order.state === 'awaiting-confirmation');
  const change = waits ? { amount_dong: received } : { done_by: 'payment', done_at: instant(nowMs) };
  await db.updateTable('order_tasks').set(change).where('order_id', '=', orderId).where('kind', '=', 'part-paid').where('done_at', 'is', null).execute();
}

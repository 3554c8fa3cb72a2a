import { instant, type Database } from '../db/database.ts';
import type { ApplyParts } from './apply-payment.ts';
import { countOne } from './count-payments.ts';
import type { Review } from './refund-task.ts';

/**
 * A clerk says which order money is for (`unknown-order`, `other-account`), or that it is other money than what was
 * counted (`maybe-known`). It counts as if it had been told so. A sentence when it cannot be.
 */
export function assignPayment(db: Database, { taskId, orderId, who }: { taskId: number; orderId: string; who: string }, parts: ApplyParts): Promise<string | undefined> {
  return db.transaction().execute(async (transaction) => {
    const task = await transaction.selectFrom('order_tasks').selectAll().where('id', '=', taskId).executeTakeFirst();
    if (task?.kind !== 'review' || task.detail === null) return 'Việc này không phải xem một khoản tiền.';
    if (task.done_at !== null) return 'Việc này vừa được người khác làm xong.';
    const detail = JSON.parse(task.detail) as Review['detail'];
    const event = await eventOf(transaction, detail, task.order_id);
    if (event === undefined) return 'Khoản tiền này không gán được cho đơn nào.';
    if (detail.because === 'maybe-known' && task.order_id !== orderId) return 'Khoản tiền này đã ghi mã của một đơn khác: chỉ tính thêm được cho đơn đó.';
    if (!(await claim(transaction, taskId, who, parts.now))) return 'Việc này vừa được người khác làm xong.';
    await transaction.updateTable('payment_events').set({ order_id: orderId }).where('event_id', '=', event.event_id).execute();
    await countOne(transaction, event.event_id, { orderId, amountDong: event.amount_dong }, parts);
    return undefined;
  });
}

async function eventOf(db: Database, { because, event }: Review['detail'], orderId: string | null): Promise<{ event_id: string; amount_dong: number } | undefined> {
  const events = db.selectFrom('payment_events').select(['event_id', 'amount_dong']).where('kind', '=', 'paid').where('currency', '=', 'VND');
  if (because === 'maybe-known') return orderId === null ? undefined : events.where('order_id', '=', orderId).where('outcome', '=', 'same-money').orderBy('at', 'desc').executeTakeFirst();
  if (event === undefined || (because !== 'unknown-order' && because !== 'other-account')) return undefined;
  return events.where('event_id', '=', event).where('outcome', '=', because).executeTakeFirst();
}

/** True for the one who closed it. */
async function claim(db: Database, taskId: number, who: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('order_tasks').set({ done_by: who, done_at: instant(nowMs) }).where('id', '=', taskId).where('done_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Deletes what transfers say from reviews that were done before a moment: people write their names there. */
export async function forgetWords(db: Database, beforeMs: number): Promise<number> {
  const done = await db.selectFrom('order_tasks').select(['id', 'detail']).where('kind', '=', 'review').where('done_at', '<', instant(beforeMs)).where('detail', 'like', '%"words"%').execute();
  for (const { id, detail } of done) {
    const { words: _, ...rest } = JSON.parse(detail as string) as Review['detail'];
    await db.updateTable('order_tasks').set({ detail: JSON.stringify(rest) }).where('id', '=', id).execute();
  }
  return done.length;
}

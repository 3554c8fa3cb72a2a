import { refundOwed } from '../../domain/refund-owed.ts';
import { instant, type Database } from '../db/database.ts';
import { findOrderAccount } from './order-money.ts';

/**
 * One open task an order says all that is owed back: made, changed, or closed when nothing is. Call it in the transaction
 * of what changed; whatever came in whatever order, the task ends the same.
 */
export async function setRefundTask(db: Database, orderId: string, nowMs: number): Promise<void> {
  const order = await findOrderAccount(db, orderId);
  if (order === undefined) return;
  const owed = refundOwed(order);
  const at = instant(nowMs);
  if (owed < 0) await addReview(db, { key: `paid-back-too-much:${orderId}:${order.refundedDong}`, orderId, amountDong: -owed, detail: { because: 'paid-back-too-much' } }, nowMs);
  const [open, ...others] = await db.selectFrom('order_tasks').select(['id', 'amount_dong']).where('order_id', '=', orderId).where('kind', '=', 'refund').where('done_at', 'is', null).orderBy('id').execute();
  if (others.length > 0) await db.deleteFrom('order_tasks').where('id', 'in', others.map(({ id }) => id)).execute();
  if (open !== undefined && owed <= 0) await db.updateTable('order_tasks').set({ done_by: 'payment', done_at: at }).where('id', '=', open.id).execute();
  if (open !== undefined && owed > 0 && open.amount_dong !== owed) await db.updateTable('order_tasks').set({ amount_dong: owed }).where('id', '=', open.id).execute();
  if (open !== undefined || owed <= 0) return;
  const row = { order_id: orderId, kind: 'refund' as const, key: `refund:${orderId}:owed:${order.paidDong}:${order.refundedDong}`, at, amount_dong: owed, detail: null, done_by: null, done_at: null };
  await db.insertInto('order_tasks').values(row).onConflict((conflict) => conflict.column('key').doUpdateSet({ amount_dong: owed, at, done_by: null, done_at: null, done_why: null })).execute();
}

/** Why a clerk must look at money. */
export type ReviewReason = 'unknown-order' | 'other-account' | 'other-currency' | 'maybe-known' | 'paid-back-too-much';

export interface Review {
  /** The same key twice is one task. */
  key: string;
  orderId: string | null;
  amountDong: number;
  /** Kept as JSON. `words`: what a transfer says, which may name people. */
  detail: { because: ReviewReason; words?: string; account?: string; reference?: string; currency?: string; event?: string };
}

export async function addReview(db: Database, { key, orderId, amountDong, detail }: Review, nowMs: number): Promise<void> {
  const row = { order_id: orderId, kind: 'review' as const, key, at: instant(nowMs), amount_dong: amountDong, detail: JSON.stringify(detail), done_by: null, done_at: null };
  await db.insertInto('order_tasks').values(row).onConflict((conflict) => conflict.column('key').doNothing()).execute();
}

export async function closeReview(db: Database, key: string, who: string, nowMs: number): Promise<void> {
  await db.updateTable('order_tasks').set({ done_by: who, done_at: instant(nowMs) }).where('key', '=', key).where('done_at', 'is', null).execute();
}

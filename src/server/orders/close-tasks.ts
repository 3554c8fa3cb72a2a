import type { OrderState } from '../../domain/order-status.ts';
import { isTaskNeeded, ORDER_TASK_KINDS, type ClosedBecause, type OrderTaskKind } from '../../domain/order-task.ts';
import { instant, type Database } from '../db/database.ts';
import type { ProducerLinkRow } from '../db/order-tables.ts';

/** Who made the reason of a task go away, and when (milliseconds since 1970). */
export interface Closing {
  orderId: string;
  who: string;
  now: number;
}

/** Closes what nobody has to do any more in this state of the order. Run it in the transaction of what happened. */
export async function closeNeedless(db: Database, state: OrderState, closing: Closing): Promise<void> {
  await close(db, ORDER_TASK_KINDS.filter((kind) => !isTaskNeeded(kind, state)), `order-${state}`, closing);
}

/** Once no part of the order lacks goods any more. */
export async function closeOutOfStock(db: Database, closing: Closing): Promise<void> {
  const lacking = await db.selectFrom('producer_order_links').select('producer_id').where('order_id', '=', closing.orderId).where('out_of_stock_at', 'is not', null).executeTakeFirst();
  if (lacking === undefined) await close(db, ['out-of-stock'], 'in-stock-again', closing);
}

async function close(db: Database, kinds: readonly OrderTaskKind[], why: ClosedBecause, { orderId, who, now }: Closing): Promise<void> {
  await db.updateTable('order_tasks').set({ done_by: who, done_at: instant(now), done_why: why }).where('order_id', '=', orderId).where('kind', 'in', kinds).where('done_at', 'is', null).execute();
}

/** Names the task to tell a producer of one link. */
export function tellingKey({ order_id, producer_id, issue }: Pick<ProducerLinkRow, 'order_id' | 'producer_id' | 'issue'>): string {
  return `tell-producer:${order_id}:${producer_id}:${issue}`;
}

/** The producer knows by now, or need not. */
export async function closeTelling(db: Database, link: Pick<ProducerLinkRow, 'order_id' | 'producer_id' | 'issue'>, why: ClosedBecause, { who, now }: Omit<Closing, 'orderId'>): Promise<void> {
  await db.updateTable('order_tasks').set({ done_by: who, done_at: instant(now), done_why: why }).where('key', '=', tellingKey(link)).where('done_at', 'is', null).execute();
}

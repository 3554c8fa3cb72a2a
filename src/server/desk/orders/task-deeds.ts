import { instant, type Database } from '../../db/database.ts';
import type { OrderTaskRow } from '../../db/order-tables.ts';
import { recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import { mayAct, type Visit } from '../guard.ts';
import type { FormValues } from '../forms/form-values.ts';
import type { DeedParts } from './one-order-routes.ts';
import { orderId, subjectOf } from './shop-desk.ts';
import { MESSAGE_SENT } from '../../../domain/order-task.ts';
import { parseOrderNumber } from '../../../domain/order-number.ts';

const LONGEST_REASON = 300;
const GONE = 'Việc này vừa được người khác làm xong.';

/** From the page of the order that it belongs to. */
export function finishTask({ parts, order, visit, values }: DeedParts): Promise<string | undefined> {
  return finish(parts, visit, values, order.id);
}

/**
 * A task done: `da-hoan` money was paid back, `gan` money given to an order, `da-nhan` a producer told, `xong` looked at, with a reason. A sentence
 * when it was not done. `within`: only tasks of this order.
 */
export async function finish(parts: DeskParts, visit: Visit, values: FormValues, within?: string): Promise<string | undefined> {
  const id = Number(values.text('so'));
  const task = Number.isSafeInteger(id) ? await parts.db.selectFrom('order_tasks').selectAll().where('id', '=', id).executeTakeFirst() : undefined;
  if (task === undefined || (within !== undefined && task.order_id !== within)) return 'Không có việc này.';
  if (task.done_at !== null) return GONE;
  switch (values.text('viec')) {
    case 'da-hoan':
      return payBack(parts, visit, values, task);
    case 'gan':
      return assign(parts, visit, values, task);
    case 'da-nhan':
      return told(parts, visit, task);
    case 'xong':
      return putAside(parts, visit, values, task);
    default:
      return 'Chưa chọn việc nào.';
  }
}

async function payBack(parts: DeskParts, { session }: Visit, values: FormValues, task: OrderTaskRow): Promise<string | undefined> {
  if (!mayAct(session, 'approver')) return 'Chỉ người duyệt mới ghi được là đã hoàn tiền.';
  const reference = values.text('but-toan').slice(0, 80);
  if (task.kind !== 'refund' || task.order_id === null || task.amount_dong === null) return 'Việc này không phải hoàn tiền.';
  if (reference === '') return 'Hãy ghi số bút toán hoặc cách đã hoàn, để sau này đối chiếu.';
  const fits = await parts.shop.money.paidBack({ orderId: task.order_id, dong: task.amount_dong, key: `refund:${task.id}` });
  if (!fits) return 'Số tiền này không hoàn được ở tình trạng hiện nay của đơn.';
  await close(parts, task, session.name, { action: 'order-refunded', note: `${task.amount_dong} đồng, ${reference}` });
  return undefined;
}

async function assign(parts: DeskParts, { session }: Visit, values: FormValues, task: OrderTaskRow): Promise<string | undefined> {
  const number = parseOrderNumber(values.text('don'));
  const order = number && (await orderId(parts.db, number));
  if (order === undefined || number === undefined) return `Không có đơn "${values.text('don')}". Số đơn có dạng DH-000123-F.`;
  const refusal = await parts.shop.money.assign({ taskId: task.id, orderId: order, who: session.name });
  if (refusal !== undefined) return refusal;
  await recordAudit(parts.db, { who: session.name, action: 'payment-assigned', subject: subjectOf(number), note: `task:${task.id}` }, parts.now());
  return undefined;
}

async function putAside(parts: DeskParts, { session }: Visit, values: FormValues, task: OrderTaskRow): Promise<string | undefined> {
  const reason = values.text('ly-do').slice(0, LONGEST_REASON);
  if (reason === '') return 'Hãy ghi đã làm gì, để người sau hiểu.';
  if (task.kind === 'refund') return 'Tiền phải hoàn không để sang bên được: ghi là đã hoàn, hoặc chờ.';
  await close(parts, task, session.name, { action: `task-${task.kind}-done`, note: reason });
  return undefined;
}

async function told(parts: DeskParts, { session }: Visit, task: OrderTaskRow): Promise<string | undefined> {
  if (task.kind !== 'tell-producer') return 'Việc này không phải nhắn chủ thể.';
  await close(parts, task, session.name, { action: 'task-tell-producer-done', note: MESSAGE_SENT });
  return undefined;
}

async function close({ db, now }: DeskParts, { id, order_id }: OrderTaskRow, who: string, { action, note }: { action: string; note: string }): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('order_tasks').set({ done_by: who, done_at: instant(now()), done_why: note }).where('id', '=', id).execute();
    await recordAudit(transaction, { who, action, subject: order_id === null ? `task:${id}` : subjectOf(await numberOf(transaction, order_id)), note }, now());
  });
}

async function numberOf(db: Database, id: string): Promise<string> {
  return (await db.selectFrom('orders').select('number').where('id', '=', id).executeTakeFirstOrThrow()).number;
}

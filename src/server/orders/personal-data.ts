import { CLOSED_BECAUSE, MESSAGE_SENT } from '../../domain/order-task.ts';
import type { OrderLineSnapshot } from '../../domain/order.ts';
import { parseOrderNumber } from '../../domain/order-number.ts';
import { parsePhoneNumber } from '../../domain/phone-number.ts';
import { instant, type Database } from '../db/database.ts';
import { ORDER_MAIL_KINDS } from '../mail/templates/order-mail.ts';

/** What somebody asks for by: a telephone number, a mail address or the number of an order. */
export type Asked = { phone: string } | { email: string } | { number: string };

/** Undefined for a text that is none of them. */
export function readAsked(text: string): Asked | undefined {
  if (text.includes('@')) return { email: text.normalize('NFC').trim() };
  const number = parseOrderNumber(text);
  if (number !== undefined) return { number };
  const phone = parsePhoneNumber(text);
  return phone === undefined ? undefined : { phone };
}

/** Everything that is kept of somebody, order by order, oldest first: what the person may ask to see. */
export async function exportPerson(db: Database, asked: Asked): Promise<unknown[]> {
  const orders = await ordersOf(db, asked);
  return Promise.all(
    orders.map(async ({ id, ...order }) => {
      const lines = await db.selectFrom('order_lines').selectAll().where('order_id', '=', id).orderBy('line').execute();
      const events = await db.selectFrom('order_events').select(['at', 'event', 'to_state']).where('order_id', '=', id).orderBy('id').execute();
      return {
        ...order,
        delivery: JSON.parse(order.delivery) as unknown,
        invoice: order.invoice === null ? null : (JSON.parse(order.invoice) as unknown),
        lines: lines.map(({ quantity, total_dong, snapshot }) => ({ goods: (JSON.parse(snapshot) as OrderLineSnapshot).name.vi, quantity, totalDong: total_dong })),
        events,
      };
    }),
  );
}

export interface DeletedPerson {
  /** Orders that say no more who ordered. */
  deleted: number;
  /** Numbers of orders still under way: somebody must bring them, or pay money back. */
  kept: readonly string[];
}

/** Deletes who ordered from every order that has ended. What was sold, and for how much, stays for the books. */
export async function deletePerson(db: Database, asked: Asked, nowMs: number): Promise<DeletedPerson> {
  return db.transaction().execute(async (transaction) => {
    const orders = await ordersOf(transaction, asked);
    const ended = orders.filter(({ closed_at: closedAt }) => closedAt !== null);
    await forget(transaction, ended.map(({ id }) => id), nowMs);
    return { deleted: ended.length, kept: orders.filter(({ closed_at: closedAt }) => closedAt === null).map(({ number }) => number) };
  });
}

const AT_A_TIME = 200;
const KEYS_KEPT_MS = 48 * 3_600_000;

/** Deletes who ordered from orders that ended so many days ago, and keys of requests that nobody sends again. Gives back how many orders. */
export async function forgetOverdue(db: Database, retentionDays: number, nowMs: number): Promise<number> {
  await db.deleteFrom('idempotency_keys').where('created_at', '<', instant(nowMs - KEYS_KEPT_MS)).execute();
  const overdue = await db
    .selectFrom('orders')
    .innerJoin('order_people', 'order_people.order_id', 'orders.id')
    .select('id')
    .where('closed_at', '<', instant(nowMs - retentionDays * 24 * 3_600_000))
    .limit(AT_A_TIME)
    .execute();
  await db.transaction().execute((transaction) => forget(transaction, overdue.map(({ id }) => id), nowMs));
  return overdue.length === AT_A_TIME ? AT_A_TIME + (await forgetOverdue(db, retentionDays, nowMs)) : overdue.length;
}

/** Person, mails that name an address, and words that somebody wrote about the order. */
async function forget(db: Database, ids: readonly string[], nowMs: number): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('order_people').where('order_id', 'in', ids).execute();
  await db
    .deleteFrom('outbox')
    .where('kind', 'in', ORDER_MAIL_KINDS)
    // A mail that was sent again has the order's id and a word behind it.
    .where(({ eb, or }) => or([eb('subject_key', 'in', ids), ...ids.map((id) => eb('subject_key', 'like', `${id}:%`))]))
    .execute();
  await db.updateTable('order_events').set({ note: null }).where('order_id', 'in', ids).execute();
  await db.updateTable('order_tasks').set({ done_why: null }).where('order_id', 'in', ids).where('done_why', 'not in', [...CLOSED_BECAUSE, MESSAGE_SENT]).execute();
  await db.updateTable('orders').set({ people_deleted_at: instant(nowMs) }).where('id', 'in', ids).execute();
}

function ordersOf(db: Database, asked: Asked) {
  const query = db
    .selectFrom('orders')
    .innerJoin('order_people', 'order_people.order_id', 'orders.id')
    .select(['id', 'number', 'state', 'created_at', 'closed_at', 'total_dong', 'payment_method', 'name', 'phone', 'email', 'delivery', 'note', 'invoice'])
    .orderBy('created_at');
  if ('phone' in asked) return query.where('phone', '=', asked.phone).execute();
  if ('number' in asked) return query.where('number', '=', asked.number).execute();
  return query.where(({ eb, fn }) => eb(fn<string>('lower', ['email']), '=', asked.email.toLowerCase())).execute();
}

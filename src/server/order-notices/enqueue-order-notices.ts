import type { Catalogue } from '../../catalogue/catalogue.ts';
import { deskPath } from '../../paths.ts';
import type { Database } from '../db/database.ts';
import { packName } from '../desk/orders/producer-parts.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { tellProducers } from './tell-producers.ts';

export interface NoticeParts {
  db: Database;
  catalogue: () => Promise<Catalogue>;
  /** Milliseconds since 1970. */
  now: number;
  siteUrl: string;
  /** OFFICE_EMAIL; undefined: the office looks at the desk alone. */
  officeEmail: string | undefined;
  /** What stands after the @ of a Message-ID. */
  domain: string;
}

const AT_ONCE = 200;

/** Writes every mail that is missing; gives back how many. */
export async function enqueueOrderNotices(parts: NoticeParts): Promise<number> {
  const { officeEmail } = parts;
  // First: what it asks of the office is told by mail in the same look.
  const told = await tellProducers(parts);
  const office = officeEmail === undefined ? 0 : (await tasks(parts, officeEmail)) + (await toConfirm(parts, officeEmail)) + (await lowStock(parts, officeEmail));
  return office + told;
}

async function tasks({ db, now, siteUrl, domain }: NoticeParts, to: string): Promise<number> {
  const rows = await db
    .selectFrom('order_tasks')
    .leftJoin('orders', 'orders.id', 'order_tasks.order_id')
    .select(['order_tasks.id', 'kind', 'key', 'amount_dong', 'number'])
    .where('done_at', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('outbox').select('outbox.id').where('outbox.kind', '=', 'order-task').whereRef('outbox.subject_key', '=', 'order_tasks.key'))))
    .orderBy('order_tasks.id')
    .limit(AT_ONCE)
    .execute();
  for (const { kind, key, amount_dong, number } of rows) {
    const deskUrl = siteUrl + (number === null ? deskPath('thu-tien') : deskPath('don-hang', number));
    const payload = { task: kind, deskUrl, ...(number !== null && { number }), ...(amount_dong !== null && { dong: amount_dong }) };
    await enqueueMail(db, { kind: 'order-task', subjectKey: key, recipient: to, payload }, { now, domain });
  }
  return rows.length;
}

async function toConfirm({ db, now, siteUrl, domain }: NoticeParts, to: string): Promise<number> {
  const rows = await db
    .selectFrom('orders')
    .select(['id', 'number', 'total_dong'])
    .where('state', '=', 'awaiting-confirmation')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('outbox').select('outbox.id').where('outbox.kind', '=', 'order-task').whereRef('outbox.subject_key', '=', 'orders.id'))))
    .orderBy('created_at')
    .limit(AT_ONCE)
    .execute();
  for (const { id, number, total_dong } of rows) {
    await enqueueMail(db, { kind: 'order-task', subjectKey: id, recipient: to, payload: { task: 'confirm', number, dong: total_dong, deskUrl: siteUrl + deskPath('don-hang', number) } }, { now, domain });
  }
  return rows.length;
}

/** Once for each time that somebody counted: after the next count it may be told again. */
async function lowStock({ db, catalogue, now, siteUrl, domain }: NoticeParts, to: string): Promise<number> {
  const register = await catalogue();
  const { settings } = register.shop;
  const rows = (await db.selectFrom('stock').selectAll().where(({ eb, ref }) => eb(ref('on_hand'), '<=', eb('reserved', '+', settings.lowStock))).orderBy('sku').limit(AT_ONCE).execute()).filter(({ sku }) => register.shop.offer(sku) !== undefined);
  let written = 0;
  for (const { sku, on_hand, reserved } of rows) {
    const counted = await db.selectFrom('stock_moves').select(({ fn }) => fn.max('id').as('id')).where('sku', '=', sku).where('kind', 'in', ['counted', 'corrected', 'returned']).executeTakeFirst();
    const payload = { name: packName(register, sku), sku, left: Math.max(0, on_hand - reserved), deskUrl: siteUrl + deskPath('kho') };
    const id = await enqueueMail(db, { kind: 'stock-low', subjectKey: `${sku}:${counted?.id ?? 0}`, recipient: to, payload }, { now, domain });
    if (id !== undefined) written += 1;
  }
  return written;
}

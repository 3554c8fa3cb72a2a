import type { Catalogue } from '../../catalogue/catalogue.ts';
import { deskPath } from '../../paths.ts';
import type { Database } from '../db/database.ts';
import { packName } from '../desk/orders/producer-parts.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';

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
  const office = officeEmail === undefined ? 0 : (await tasks(parts, officeEmail)) + (await toConfirm(parts, officeEmail)) + (await lowStock(parts, officeEmail));
  return office + (await producers(parts));
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

/** A producer with an address gets its link by mail; the others by a message that the office sends. */
async function producers({ db, catalogue, now, domain }: NoticeParts): Promise<number> {
  const register = await catalogue();
  const links = await db
    .selectFrom('producer_order_links')
    .innerJoin('orders', 'orders.id', 'producer_order_links.order_id')
    .select(['order_id', 'producer_id', 'issue'])
    .where('closed_at', 'is', null)
    .where('shipped_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  const due = links.flatMap(({ order_id: order, producer_id: producer, issue }) => {
    const to = register.producer(producer)?.orders?.email;
    return to === undefined ? [] : [{ order, producer, to, key: `${order}:${producer}:${issue}` }];
  });
  const known = await mailed(db, due.map(({ key }) => key));
  const missing = due.filter(({ key }) => !known.has(key));
  for (const { order, producer, to, key } of missing) await enqueueMail(db, { kind: 'producer-order', subjectKey: key, recipient: to, payload: { order, producer } }, { now, domain });
  return missing.length;
}

async function mailed(db: Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const rows = await db.selectFrom('outbox').select('subject_key').where('kind', '=', 'producer-order').where('subject_key', 'in', keys.slice(at, at + AT_ONCE)).execute();
    for (const { subject_key: key } of rows) known.add(key);
  }
  return known;
}

import type { Catalogue } from '../../catalogue/catalogue.ts';
import { instant, type Database } from '../db/database.ts';
import type { ProducerLinkRow } from '../db/order-tables.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { closeTelling, tellingKey } from '../orders/close-tasks.ts';

export interface TellingParts {
  db: Database;
  catalogue: () => Promise<Catalogue>;
  /** Milliseconds since 1970. */
  now: number;
  /** What stands after the @ of a Message-ID. */
  domain: string;
}

const AT_ONCE = 200;

type Part = Pick<ProducerLinkRow, 'order_id' | 'producer_id' | 'issue' | 'accepted_at' | 'out_of_stock_at'>;

/**
 * A producer with an address gets its link by mail; for the others the office has a task: a message to be sent by Zalo or
 * SMS. Each once for every link; gives back how many were made. `within`: parts of this order alone.
 */
export async function tellProducers({ db, catalogue, now, domain }: TellingParts, within?: string): Promise<number> {
  const register = await catalogue();
  const links = await db
    .selectFrom('producer_order_links')
    .innerJoin('orders', 'orders.id', 'producer_order_links.order_id')
    .select(['order_id', 'producer_id', 'issue', 'accepted_at', 'out_of_stock_at'])
    .where('closed_at', 'is', null)
    .where('state', '!=', 'refund-due')
    .where('shipped_at', 'is', null)
    .where('revoked_at', 'is', null)
    .$if(within !== undefined, (query) => query.where('order_id', '=', within as string))
    .execute();
  const addressOf = ({ producer_id }: Part): string | undefined => register.producer(producer_id)?.orders?.email;
  const byMail = links.filter((part) => addressOf(part) !== undefined);
  const byMessage = links.filter((part) => addressOf(part) === undefined && part.accepted_at === null && part.out_of_stock_at === null);
  const mailed = await known(db, 'mail', byMail.map(keyOf));
  const asked = await known(db, 'task', byMessage.map(tellingKey));
  const toMail = byMail.filter((part) => !mailed.has(keyOf(part)));
  const toAsk = byMessage.filter((part) => !asked.has(tellingKey(part)));
  for (const part of toMail) {
    await enqueueMail(db, { kind: 'producer-order', subjectKey: keyOf(part), recipient: addressOf(part) as string, payload: { order: part.order_id, producer: part.producer_id } }, { now, domain });
    await closeTelling(db, part, 'mailed', { who: 'system', now });
  }
  for (const part of toAsk) {
    const row = { order_id: part.order_id, kind: 'tell-producer' as const, key: tellingKey(part), at: instant(now), amount_dong: null, detail: JSON.stringify({ producer: part.producer_id }), done_by: null, done_at: null };
    await db.insertInto('order_tasks').values(row).onConflict((conflict) => conflict.column('key').doNothing()).execute();
  }
  return toMail.length + toAsk.length;
}

function keyOf({ order_id, producer_id, issue }: Part): string {
  return `${order_id}:${producer_id}:${issue}`;
}

async function known(db: Database, what: 'mail' | 'task', keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = keys.slice(at, at + AT_ONCE);
    const rows =
      what === 'mail'
        ? await db.selectFrom('outbox').select('subject_key as key').where('kind', '=', 'producer-order').where('subject_key', 'in', some).execute()
        : await db.selectFrom('order_tasks').select('key').where('key', 'in', some).execute();
    for (const { key } of rows) found.add(key);
  }
  return found;
}

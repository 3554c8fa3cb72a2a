import { dayInVietnam } from '../../domain/calendar-day.ts';
import type { DeliveryFailure } from '../../domain/cash-on-delivery.ts';
import { isClosed } from '../../domain/order-status.ts';
import type { ClosedBecause } from '../../domain/order-task.ts';
import { instant, type Database } from '../db/database.ts';
import type { OrderRow, ProducerLinkRow } from '../db/order-tables.ts';
import { closeOutOfStock, closeTelling } from './close-tasks.ts';
import { happen, type EventParts } from './order-events.ts';
import { tokenHash, type OrderTokens } from './order-token.ts';

const DAY_MS = 24 * 3_600_000;
/** A link lives as long as its order, and so long after it; and never longer than the second, whatever happens. */
const AFTER_CLOSED_MS = 30 * DAY_MS;
const LONGEST_MS = 120 * DAY_MS;

export type PartLinkState = 'open' | 'ended' | 'revoked';

export function linkState(link: Pick<ProducerLinkRow, 'created_at' | 'revoked_at'>, order: Pick<OrderRow, 'closed_at'>, nowMs: number): PartLinkState {
  if (link.revoked_at !== null) return 'revoked';
  const ends = Math.min(Date.parse(link.created_at) + LONGEST_MS, order.closed_at === null ? Infinity : Date.parse(order.closed_at) + AFTER_CLOSED_MS);
  return nowMs >= ends ? 'ended' : 'open';
}

/** Last day of a link as far as it is known now, YYYY-MM-DD in Việt Nam. */
export function lastDayOf(link: Pick<ProducerLinkRow, 'created_at'>): string {
  return dayInVietnam(Date.parse(link.created_at) + LONGEST_MS);
}

/** The token of a part's present link; every issue has another. */
export function partToken(tokens: OrderTokens, { order_id, producer_id, issue }: Pick<ProducerLinkRow, 'order_id' | 'producer_id' | 'issue'>): string {
  return tokens.ofProducer(order_id, issue === 0 ? producer_id : `${producer_id}\0${issue}`);
}

/** Closes the link. False when it was closed already. */
export async function revokePartLink(db: Database, part: PartKey, who: string, nowMs: number): Promise<boolean> {
  await closeTellingOf(db, part, 'link-closed', { who, now: nowMs });
  const { numUpdatedRows } = await ofPart(db, part).set({ revoked_at: instant(nowMs), revoked_by: who }).where('revoked_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A new link for the part; the one before opens nothing any more. False where there was none. */
export async function renewPartLink(db: Database, tokens: OrderTokens, part: PartKey, who: string, nowMs: number): Promise<boolean> {
  const link = await db.selectFrom('producer_order_links').selectAll().where('order_id', '=', part.orderId).where('producer_id', '=', part.producerId).executeTakeFirst();
  if (link === undefined) return false;
  await closeTelling(db, link, 'link-renewed', { who, now: nowMs });
  const next = { ...link, issue: link.issue + 1 };
  const { numUpdatedRows } = await ofPart(db, part)
    .set({ issue: next.issue, token_hash: tokenHash(partToken(tokens, next)), created_at: instant(nowMs), revoked_at: null, revoked_by: null })
    .where('issue', '=', link.issue)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The producer looked: it need not be told any more. */
export async function openedPartLink(db: Database, part: PartKey, nowMs: number): Promise<void> {
  await closeTellingOf(db, part, 'link-opened', { who: `producer:${part.producerId}`, now: nowMs });
}

async function closeTellingOf(db: Database, { orderId, producerId }: PartKey, why: ClosedBecause, closing: { who: string; now: number }): Promise<void> {
  const link = await db.selectFrom('producer_order_links').select(['order_id', 'producer_id', 'issue']).where('order_id', '=', orderId).where('producer_id', '=', producerId).executeTakeFirst();
  if (link !== undefined) await closeTelling(db, link, why, closing);
}

export interface PartKey {
  orderId: string;
  producerId: string;
}

export type PartDeed = { kind: 'accepted' } | { kind: 'out-of-stock'; note?: string } | { kind: 'in-stock' } | { kind: 'shipped'; carrier: string; trackingCode: string } | { kind: 'delivery-failed'; reason: DeliveryFailure; note?: string };

/** `late`: the order is ended, or the part is past this. */
export type PartOutcome = 'done' | 'again' | 'late' | 'unknown';

/**
 * What a producer says about its part, or the office says for it. The order moves with the first acceptance, and is sent
 * when every part is; a part sent alone is recorded and changes no state. A delivery that failed is one of the whole order.
 * Said twice it is the same as once.
 */
export async function answerForPart(db: Database, parts: EventParts, part: PartKey, deed: PartDeed, who: string): Promise<PartOutcome> {
  return db.transaction().execute(async (transaction) => {
    const link = await transaction.selectFrom('producer_order_links').selectAll().where('order_id', '=', part.orderId).where('producer_id', '=', part.producerId).executeTakeFirst();
    const order = link && (await transaction.selectFrom('orders').selectAll().where('id', '=', part.orderId).executeTakeFirst());
    if (link === undefined || order === undefined) return 'unknown';
    if (isClosed(order.state) || order.state === 'refund-due') return 'late';
    const at = instant(parts.now);
    await closeTelling(transaction, link, 'part-answered', { who, now: parts.now });
    if (deed.kind === 'shipped') return ship(transaction, parts, { order, link, part, deed, who });
    if (deed.kind === 'delivery-failed') {
      if (order.state === 'delivery-failed') return 'again';
      if (order.state !== 'shipped') return 'late';
      await happen(transaction, parts, { orderId: part.orderId, event: 'delivery-failed', who, reason: deed.reason, ...(deed.note !== undefined && { note: deed.note }) });
      return 'done';
    }
    if (link.shipped_at !== null) return 'late';
    if (deed.kind === 'in-stock') {
      await ofPart(transaction, part).set({ out_of_stock_at: null }).execute();
      await closeOutOfStock(transaction, { orderId: part.orderId, who, now: parts.now });
      return link.out_of_stock_at === null ? 'again' : 'done';
    }
    if (deed.kind === 'out-of-stock') {
      if (link.out_of_stock_at !== null) return 'again';
      await ofPart(transaction, part).set({ out_of_stock_at: at }).execute();
      await happen(transaction, parts, { orderId: part.orderId, event: 'out-of-stock', who, ...(deed.note !== undefined && { note: deed.note }) });
      return 'done';
    }
    if (link.accepted_at !== null && link.out_of_stock_at === null) return 'again';
    await ofPart(transaction, part).set({ accepted_at: link.accepted_at ?? at, out_of_stock_at: null }).execute();
    await closeOutOfStock(transaction, { orderId: part.orderId, who, now: parts.now });
    if (order.state === 'paid' || order.state === 'confirmed') await happen(transaction, parts, { orderId: part.orderId, event: 'accepted', who });
    return 'done';
  });
}

async function ship(db: Database, parts: EventParts, { order, link, part, deed, who }: { order: OrderRow; link: ProducerLinkRow; part: PartKey; deed: Extract<PartDeed, { kind: 'shipped' }>; who: string }): Promise<PartOutcome> {
  const { carrier, trackingCode } = deed;
  const isAgain = link.shipped_at !== null;
  if (isAgain && link.carrier === carrier && link.tracking_code === trackingCode) return 'again';
  const at = instant(parts.now);
  await ofPart(db, part).set({ shipped_at: link.shipped_at ?? at, accepted_at: link.accepted_at ?? at, out_of_stock_at: null, carrier: carrier || null, tracking_code: trackingCode || null }).execute();
  if (isAgain) return 'done';
  await closeOutOfStock(db, { orderId: part.orderId, who, now: parts.now });
  const left = await db.selectFrom('producer_order_links').select('producer_id').where('order_id', '=', part.orderId).where('shipped_at', 'is', null).execute();
  if (left.length === 0) await happen(db, parts, { orderId: part.orderId, event: 'shipped', who });
  else if (order.state === 'paid' || order.state === 'confirmed') await happen(db, parts, { orderId: part.orderId, event: 'accepted', who });
  return 'done';
}

function ofPart(db: Database, { orderId, producerId }: PartKey) {
  return db.updateTable('producer_order_links').where('order_id', '=', orderId).where('producer_id', '=', producerId);
}

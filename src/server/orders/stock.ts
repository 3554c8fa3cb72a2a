import type { CartLine } from '../../domain/cart.ts';
import type { Offer } from '../../domain/offer.ts';
import { instant, type Database } from '../db/database.ts';
import type { DialectName } from '../db/open-database.ts';

/** What is held and taken of SKUs. All of it runs inside the transaction of the order that it belongs to. */

/** Counts the opening stock of SKUs that were never seen before; afterwards the desk corrects it, a file no more. */
export async function countNewSkus(db: Database, offers: readonly Pick<Offer, 'sku' | 'openingStock'>[], nowMs: number): Promise<void> {
  if (offers.length === 0) return;
  const at = instant(nowMs);
  const rows = offers.map(({ sku, openingStock }) => ({ sku, on_hand: openingStock, reserved: 0, first_counted_at: at })).sort(bySku);
  const seen = await db.insertInto('stock').values(rows).onConflict((conflict) => conflict.column('sku').doNothing()).returning(['sku', 'on_hand']).execute();
  if (seen.length === 0) return;
  await db.insertInto('stock_moves').values(seen.map(({ sku, on_hand }) => ({ sku, at, kind: 'counted' as const, change: on_hand, order_id: null, who: 'system', reason: null }))).execute();
}

/** Several orders in one transaction: rows are taken in one order by everybody, so that no two wait for each other. */
export async function lockStock(db: Database, dialect: DialectName, skus: readonly string[]): Promise<void> {
  if (dialect === 'postgres' && skus.length > 0) await db.selectFrom('stock').select('sku').where('sku', 'in', [...new Set(skus)]).orderBy('sku').forUpdate().execute();
}

/** Holds all packs, each by one conditional update in the order of SKUs, or none: then what there is too little of. */
export async function reserve(db: Database, packs: readonly CartLine[]): Promise<readonly CartLine[]> {
  const held: CartLine[] = [];
  const short: CartLine[] = [];
  for (const pack of packs.toSorted(bySku)) ((await hold(db, pack)) ? held : short).push(pack);
  if (short.length > 0) await release(db, held);
  return short;
}

async function hold(db: Database, { sku, quantity }: CartLine): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('stock')
    .set(({ eb }) => ({ reserved: eb('reserved', '+', quantity) }))
    .where('sku', '=', sku)
    .where(({ eb, ref }) => eb(ref('reserved'), '<=', eb('on_hand', '-', quantity)))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function release(db: Database, packs: readonly CartLine[]): Promise<void> {
  for (const { sku, quantity } of packs.toSorted(bySku)) {
    await db.updateTable('stock').set(({ eb }) => ({ reserved: eb('reserved', '-', quantity) })).where('sku', '=', sku).execute();
  }
}

/** The packs left the store for good. */
export async function take(db: Database, packs: readonly CartLine[], { orderId, who, now }: { orderId: string; who: string; now: number }): Promise<void> {
  const sorted = packs.toSorted(bySku);
  for (const { sku, quantity } of sorted) {
    await db.updateTable('stock').set(({ eb }) => ({ reserved: eb('reserved', '-', quantity), on_hand: eb('on_hand', '-', quantity) })).where('sku', '=', sku).execute();
  }
  if (sorted.length === 0) return;
  await db.insertInto('stock_moves').values(sorted.map(({ sku, quantity }) => ({ sku, at: instant(now), kind: 'taken' as const, change: -quantity, order_id: orderId, who, reason: null }))).execute();
}

/** Packs that can still be ordered, by SKU; those never counted are missing. */
export async function leftOf(db: Database, skus: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (skus.length === 0) return new Map();
  const rows = await db.selectFrom('stock').select(['sku', 'on_hand', 'reserved']).where('sku', 'in', skus).execute();
  return new Map(rows.map(({ sku, on_hand, reserved }) => [sku, on_hand - reserved]));
}

function bySku(a: { sku: string }, b: { sku: string }): number {
  return a.sku < b.sku ? -1 : a.sku > b.sku ? 1 : 0;
}

import { instant, type Database } from '../db/database.ts';

/**
 * Somebody counted: from now on there are `onHand` packs, those held for orders included. Undefined when done, else how
 * many are held: fewer than these there cannot be. Unknown SKUs throw.
 */
export async function correctStock(db: Database, { sku, onHand, who, reason }: { sku: string; onHand: number; who: string; reason: string }, nowMs: number): Promise<{ held: number } | undefined> {
  return db.transaction().execute(async (transaction) => {
    const before = await transaction.selectFrom('stock').select(['on_hand', 'reserved']).where('sku', '=', sku).executeTakeFirstOrThrow();
    const { numUpdatedRows } = await transaction.updateTable('stock').set({ on_hand: onHand }).where('sku', '=', sku).where('reserved', '<=', onHand).where('on_hand', '=', before.on_hand).executeTakeFirst();
    if (numUpdatedRows !== 1n) return { held: before.reserved };
    if (onHand !== before.on_hand) await transaction.insertInto('stock_moves').values({ sku, at: instant(nowMs), kind: 'corrected', change: onHand - before.on_hand, order_id: null, who, reason }).execute();
    return undefined;
  });
}

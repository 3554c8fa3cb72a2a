import type { Shop } from '../../catalogue/shop.ts';
import type { Database } from '../db/database.ts';

/** Packs that can be bought now, by SKU; those never counted yet as many as their offer opens with. */
export async function stockLeft(db: Database, shop: Shop, skus: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (skus.length === 0) return new Map();
  const rows = await db.selectFrom('stock').select(['sku', 'on_hand', 'reserved']).where('sku', 'in', [...skus]).execute();
  const left = new Map(skus.map((sku) => [sku, shop.offer(sku)?.openingStock ?? 0]));
  for (const { sku, on_hand: onHand, reserved } of rows) left.set(sku, Math.max(0, onHand - reserved));
  return left;
}

/** SKUs of packs behind lines of a cart: those of a basket for the basket. */
export function packsBehind(shop: Pick<Shop, 'basket'>, lines: readonly { sku: string }[]): string[] {
  return [...new Set(lines.flatMap(({ sku }) => shop.basket(sku)?.lines.map((pack) => pack.sku) ?? [sku]))];
}

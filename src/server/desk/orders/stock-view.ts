import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { StockLine, StockView } from '../../../publish/desk-shop/stock.ts';
import type { Database } from '../../db/database.ts';
import { packName } from './producer-parts.ts';

const MOVES = 40;

/** Every pack that is sold or was counted; what is low first, then by producer and name. */
export async function stockView(db: Database, catalogue: Catalogue): Promise<StockView> {
  const { offers, settings } = catalogue.shop;
  const rows = new Map((await db.selectFrom('stock').selectAll().execute()).map((row) => [row.sku, row]));
  const skus = new Set([...offers.map(({ sku }) => sku), ...rows.keys()]);
  const lines = [...skus].map((sku): StockLine => {
    const [offer, row, found] = [catalogue.shop.offer(sku), rows.get(sku), catalogue.pack(sku)];
    const left = row === undefined ? (offer?.openingStock ?? 0) : row.on_hand - row.reserved;
    return {
      sku,
      product: found?.product.name ?? sku,
      label: found?.pack.label ?? '',
      producer: catalogue.producer(found?.product.producerId ?? '')?.name ?? '',
      ...(row !== undefined && { onHand: row.on_hand }),
      ...(offer !== undefined && { openingStock: offer.openingStock }),
      reserved: row?.reserved ?? 0,
      low: offer !== undefined && left <= settings.lowStock,
      gone: offer === undefined,
      sample: offer?.sample ?? found?.product.sample ?? false,
    };
  });
  const moves = await db.selectFrom('stock_moves').leftJoin('orders', 'orders.id', 'stock_moves.order_id').select(['stock_moves.at', 'sku', 'kind', 'change', 'who', 'reason', 'number']).orderBy('stock_moves.id', 'desc').limit(MOVES).execute();
  return {
    lines: lines.sort((a, b) => Number(b.low) - Number(a.low) || a.producer.localeCompare(b.producer, 'vi') || a.product.localeCompare(b.product, 'vi') || a.sku.localeCompare(b.sku)),
    moves: moves.map(({ at, sku, kind, change, who, reason, number }) => ({ at: Date.parse(at), sku, name: packName(catalogue, sku), kind, change, who, ...(reason !== null && { reason }), ...(number !== null && { order: number }) })),
    lowAt: settings.lowStock,
  };
}

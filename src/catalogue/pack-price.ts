import type { Pack, Product } from '../domain/product.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Whole đồng that every page, feed and search document says of a pack: its offer's price where it is sold, else what its
 * producer declared. Undefined where neither is known, and for alcohol.
 */
export function packPrice({ shop }: Pick<Catalogue, 'shop'>, { alcohol }: Pick<Product, 'alcohol'>, { sku, priceDong }: Pick<Pack, 'sku' | 'priceDong'>): number | undefined {
  return alcohol ? undefined : (shop.offer(sku)?.priceDong ?? priceDong);
}

/** Of the cheapest of its packs; undefined where none has a price. */
export function lowestPackPrice(catalogue: Pick<Catalogue, 'shop'>, product: Pick<Product, 'alcohol' | 'packs'>): number | undefined {
  const prices = product.packs.flatMap((pack) => packPrice(catalogue, product, pack) ?? []);
  return prices.length === 0 ? undefined : Math.min(...prices);
}

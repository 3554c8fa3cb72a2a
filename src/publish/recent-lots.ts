import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Lot } from '../domain/lot.ts';
import type { Pack } from '../domain/product.ts';

/** The page of a pack lists so many; older ones are found by the code on the pack. */
const LISTED = 12;

/** Lots of a pack that its page lists, newest first. */
export function recentLots(catalogue: Pick<Catalogue, 'lotsOf'>, productId: string, { sku }: Pick<Pack, 'sku'>): readonly Lot[] {
  return catalogue.lotsOf(productId).filter((lot) => lot.sku === sku).slice(0, LISTED);
}

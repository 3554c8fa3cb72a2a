import { remember } from '../catalogue/remember.ts';
import type { Product } from '../domain/product.ts';
import type { StarLevel } from '../domain/star-level.ts';
import type { View } from '../publish/view.ts';
import { standingOf } from './standing.ts';
import { listed } from './product-summary.ts';

/** Products whose certificate that counts on the view's day says so many stars, held or not; `undefined`: does not say. */
export function productsOfStar(view: View, star: StarLevel | undefined): readonly Product[] {
  return byStar(view).get(star) ?? NONE;
}

const NONE: readonly Product[] = [];

const byStar = remember((view: View) => Map.groupBy(listed(view.catalogue.products), ({ id }) => standingOf(view, id).certificate?.stars));

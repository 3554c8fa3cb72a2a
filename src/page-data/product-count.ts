import { remember, rememberBoth } from '../catalogue/remember.ts';
import { holds } from '../domain/certificate-status.ts';
import type { Product } from '../domain/product.ts';
import { formatCount } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { standingOf } from './standing.ts';
import { listed } from './product-summary.ts';

/** What a figure beside a list counts: neither alcohol, which no list shows, nor practice data. */
export const counted = remember((products: readonly Product[]): readonly Product[] => listed(products).filter((product) => !product.sample));

/** How many of them hold their star on the view's day. */
export const heldCount = rememberBoth((view: View, products: readonly Product[]): number => products.filter((product) => isHeld(view, product)).length);

export function isHeld(view: View, product: Product): boolean {
  return holds(standingOf(view, product.id).status);
}

/** "1 sản phẩm", "1.234 sản phẩm". */
export function productCountText(count: number, language: Language): string {
  const t = translator(language);
  return count === 1 ? t('products.one') : t('products.many', { count: formatCount(count, language) });
}

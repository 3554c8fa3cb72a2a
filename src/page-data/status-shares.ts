import { remember, rememberBoth } from '../catalogue/remember.ts';
import type { Status } from '../domain/certificate-status.ts';
import type { Product } from '../domain/product.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { standings, type Standing } from './standing.ts';

/** In the order in which bars and legends show them. */
export const STATUSES: readonly Status[] = ['valid', 'expiring', 'unconfirmed', 'expired', 'revoked'];

/** What a page of figures asks of one product again and again. */
export interface CountedProduct extends Standing, Pick<Product, 'alcohol'> {
  product: Product;
}

/** The products that figures count: alcohol is among them, practice data is not. Worked out once for all pages of a view. */
export const countedProducts = remember((view: View): readonly CountedProduct[] => {
  const standing = standings(view);
  return view.catalogue.products.flatMap((product, at) => (product.sample ? [] : [countedProduct(product, standing[at] as Standing)]));
});

const countedProduct = rememberBoth((product: Product, standing: Standing): CountedProduct => ({ product, alcohol: product.alcohol, ...standing }));

/** How many of some products have each status; statuses that none has are left out. */
export function statusShares(products: readonly CountedProduct[], language: Language): BarPart[] {
  const counts = countByStatus(products);
  const t = translator(language);
  return STATUSES.flatMap((status) => {
    const count = counts.get(status) ?? 0;
    return count === 0 ? [] : [{ kind: status, count, label: t(`status.${status}`) }];
  });
}

const countByStatus = remember((products: readonly CountedProduct[]): ReadonlyMap<Status, number> => {
  const counts = new Map<Status, number>();
  for (const { status } of products) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
});

/** One piece of a bar. */
export interface BarPart {
  kind: Status | 'read' | 'inferred' | 'unknown';
  count: number;
  label: string;
}

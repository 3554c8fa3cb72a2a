import { certificateOn } from '../domain/certificate.ts';
import { statusOn, type Status } from '../domain/certificate-status.ts';
import type { Product } from '../domain/product.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';

/** In the order in which bars and legends show them. */
export const STATUSES: readonly Status[] = ['valid', 'expiring', 'unconfirmed', 'expired', 'revoked'];

/** The status of the certificate that counts on the view's day; unconfirmed where no source attests any. */
export function statusOfProduct(view: View, product: Product): Status {
  const certificate = certificateOn(view.catalogue.certificatesOf(product.id), view.asOf);
  return certificate === undefined ? 'unconfirmed' : statusOn(certificate, view.asOf).status;
}

/** How many of some products have each status; statuses that none has are left out. */
export function statusShares(view: View, products: readonly Product[], language: Language): BarPart[] {
  const counts = new Map<Status, number>();
  for (const product of products) {
    const status = statusOfProduct(view, product);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const t = translator(language);
  return STATUSES.flatMap((status) => {
    const count = counts.get(status) ?? 0;
    return count === 0 ? [] : [{ kind: status, count, label: t(`status.${status}`) }];
  });
}

/** One piece of a bar. */
export interface BarPart {
  kind: Status | 'read' | 'inferred' | 'unknown';
  count: number;
  label: string;
}

import type { Catalogue } from '../catalogue/catalogue.ts';
import { changedProducts } from '../catalogue/changed-products.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { Product } from '../domain/product.ts';

/**
 * Whether every product page shows the same related goods as before: the same products in the same order, each with the
 * same producer, group and place, and none more or less of them alcohol or practice data. See `relatedProducts`.
 */
export function sameRing(before: Catalogue, after: Catalogue): boolean {
  return (
    changedProducts(before, after)?.every((at) => {
      const [product, next] = [before.products[at], after.products[at]] as [Product, Product];
      return (product === next || sameInRing(product, next)) && samePlace(before.placeOf(product.id), after.placeOf(next.id));
    }) ?? false
  );
}

/** Whether a product has the same certificates as before, by the same decisions: all that its pages' addresses and inputs depend on. */
export function sameCertificatePages(before: Catalogue, after: Catalogue, productId: string): boolean {
  const [old, now] = [before.certificatesOf(productId), after.certificatesOf(productId)];
  return (
    old === now ||
    (old.length === now.length &&
      old.every(({ id, decisionId, revokedBy }, order) => {
        const next = now[order];
        return id === next?.id && decisionId === next.decisionId && revokedBy === next.revokedBy;
      }))
  );
}

function sameInRing(a: Product, b: Product): boolean {
  return a.id === b.id && a.producerId === b.producerId && a.groupId === b.groupId && a.alcohol === b.alcohol && a.sample === b.sample;
}

function samePlace(a: ResolvedPlace, b: ResolvedPlace): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

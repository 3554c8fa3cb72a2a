import { rememberBoth } from '../catalogue/remember.ts';
import type { Status } from '../domain/certificate-status.ts';
import type { Product } from '../domain/product.ts';
import type { View } from '../publish/view.ts';
import { standingOf } from './standing.ts';

const ORDER: Readonly<Record<Status, number>> = { valid: 0, expiring: 0, unconfirmed: 1, expired: 2, revoked: 3 };
const PRACTICE = 4;

/** Products that hold their star first, then unconfirmed, expired and revoked ones, practice data last; else as they came. */
export const heldFirst = rememberBoth((view: View, products: readonly Product[]): readonly Product[] => {
  const ranks: Product[][] = [];
  for (const product of products) (ranks[rankOf(view, product)] ??= []).push(product);
  return ranks.flat();
});

function rankOf(view: View, product: Product): number {
  if (product.sample) return PRACTICE;
  return ORDER[standingOf(view, product.id).status];
}

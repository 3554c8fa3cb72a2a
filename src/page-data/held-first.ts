import type { Status } from '../domain/certificate-status.ts';
import type { Product } from '../domain/product.ts';
import type { View } from '../publish/view.ts';
import { standingOf } from './standing.ts';

const ORDER: Readonly<Record<Status, number>> = { valid: 0, expiring: 0, unconfirmed: 1, expired: 2, revoked: 3 };
const PRACTICE = 4;

/** Products that hold their star first, then unconfirmed, expired and revoked ones, practice data last; else as they came. */
export function heldFirst(view: View, products: readonly Product[]): Product[] {
  const rank = new Map(products.map((product) => [product, rankOf(view, product)]));
  return [...products].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

function rankOf(view: View, product: Product): number {
  if (product.sample) return PRACTICE;
  return ORDER[standingOf(view, product.id).status];
}

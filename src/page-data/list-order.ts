import type { Status } from '../domain/certificate-status.ts';
import type { Product } from '../domain/product.ts';
import type { View } from '../publish/view.ts';
import { standingOf } from './standing.ts';

const RANK: Readonly<Record<Status, number>> = { valid: 0, expiring: 1, unconfirmed: 2, expired: 3, revoked: 4 };
const RANK_OF_SAMPLES = 10;

/** Held stars first, then what is not confirmed, then what has ended; samples last; else as they came. */
export function inListOrder(view: View, products: readonly Product[]): Product[] {
  const ranks: Product[][] = [];
  for (const product of products) (ranks[rank(view, product)] ??= []).push(product);
  return ranks.flat();
}

function rank(view: View, { id, sample }: Product): number {
  return RANK[standingOf(view, id).status] + (sample ? RANK_OF_SAMPLES : 0);
}

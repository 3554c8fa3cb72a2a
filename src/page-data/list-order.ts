import { certificateOn } from '../domain/certificate.ts';
import { statusOn, type Status } from '../domain/certificate-status.ts';
import type { Product } from '../domain/product.ts';
import type { View } from '../publish/view.ts';

const RANK: Readonly<Record<Status, number>> = { valid: 0, expiring: 1, unconfirmed: 2, expired: 3, revoked: 4 };
const RANK_OF_SAMPLES = 10;

/** Held stars first, then what is not confirmed, then what has ended; samples last. A stable sort keeps names in order. */
export function inListOrder(view: View): (a: Product, b: Product) => number {
  const ranks = ranksOn(view);
  return (a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0);
}

/** Certificates do not change within one snapshot and day, so neither do ranks. */
const KEPT = new WeakMap<View['catalogue'], { asOf: string; ranks: ReadonlyMap<string, number> }>();

function ranksOn({ catalogue, asOf }: View): ReadonlyMap<string, number> {
  const kept = KEPT.get(catalogue);
  if (kept?.asOf === asOf) return kept.ranks;
  const ranks = new Map(catalogue.products.map((product) => [product.id, rank(catalogue, product, asOf)]));
  KEPT.set(catalogue, { asOf, ranks });
  return ranks;
}

function rank(catalogue: View['catalogue'], product: Product, asOf: string): number {
  const certificate = certificateOn(catalogue.certificatesOf(product.id), asOf);
  const status: Status = certificate === undefined ? 'unconfirmed' : statusOn(certificate, asOf).status;
  return RANK[status] + (product.sample ? RANK_OF_SAMPLES : 0);
}

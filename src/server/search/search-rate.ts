import { networkOf } from '../http/visitor-network.ts';

/** Somebody who types sends a few questions a second; many may share one network. */
const BURST = 240;
const PER_SECOND = 12;
const MOST_NETWORKS = 20_000;

/** How often one network may search; kept in memory only and forgotten with it. */
export interface SearchRate {
  /** Undefined when it may; else the whole seconds to wait. */
  wait(address: string): number | undefined;
  /** What was asked last cost no search. */
  giveBack(address: string): void;
}

/** `now` in milliseconds. A bucket of {@link BURST} fills by {@link PER_SECOND}. */
export function searchRate(now: () => number): SearchRate {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    wait(address) {
      const network = networkOf(address);
      const at = now();
      const known = buckets.get(network);
      const left = known === undefined ? BURST : Math.min(BURST, known.left + ((at - known.at) / 1_000) * PER_SECOND);
      buckets.delete(network);
      buckets.set(network, { left: left < 1 ? left : left - 1, at });
      if (buckets.size > MOST_NETWORKS) buckets.delete(buckets.keys().next().value as string);
      return left < 1 ? Math.ceil((1 - left) / PER_SECOND) : undefined;
    },
    giveBack(address) {
      const known = buckets.get(networkOf(address));
      if (known !== undefined) known.left = Math.min(BURST, known.left + 1);
    },
  };
}

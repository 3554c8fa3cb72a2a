/** How often somebody may be wrong, and how the wait grows after that. */
export interface LockoutPolicy {
  /** The last attempt before the first wait. */
  free: number;
  firstWaitMs: number;
  longestWaitMs: number;
}

/** One name: a person who mistypes gets through, a guesser gets under a hundred tries a day. */
export const NAME_POLICY: LockoutPolicy = { free: 5, firstWaitMs: 30_000, longestWaitMs: 15 * 60_000 };
/** One address: a whole office can stand behind it. */
export const ADDRESS_POLICY: LockoutPolicy = { free: 20, firstWaitMs: 30_000, longestWaitMs: 60 * 60_000 };
/** After this long without a failure all is forgotten. */
export const FORGET_MS = 24 * 3_600_000;

export interface Failures {
  failures: number;
  /** Milliseconds since 1970. */
  lastAt: number;
  blockedUntil: number | undefined;
}

/** Milliseconds still to wait; 0 when an attempt is allowed. */
export function waitOf(known: Failures | undefined, nowMs: number): number {
  return Math.max(0, (known?.blockedUntil ?? 0) - nowMs);
}

/** The state after one more failure: 30 seconds at the limit, then doubled each time. */
export function withFailure(known: Failures | undefined, nowMs: number, policy: LockoutPolicy): Failures {
  const before = known === undefined || nowMs - known.lastAt > FORGET_MS ? 0 : known.failures;
  const failures = before + 1;
  const wait = failures < policy.free ? 0 : Math.min(policy.firstWaitMs * 2 ** (failures - policy.free), policy.longestWaitMs);
  return { failures, lastAt: nowMs, blockedUntil: wait === 0 ? undefined : nowMs + wait };
}

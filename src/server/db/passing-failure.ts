/** Serialization failure, deadlock, and another process that wrote at the same time. */
const PASSING: ReadonlySet<string> = new Set(['40001', '40P01']);
const SQLITE_BUSY = 5;

/** Whether a transaction failed for a reason that is gone when it is run again. */
export function isPassing(error: unknown): boolean {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return (typeof code === 'string' && PASSING.has(code)) || errcode === SQLITE_BUSY;
}

import type { OrderTask } from './order-task.ts';

/** Money that somebody must look at, and what was done about the rest. */
export interface MoneyView {
  refunds: readonly OrderTask[];
  reviews: readonly OrderTask[];
  /** Everything else that waits: orders to look at. */
  others: readonly OrderTask[];
  done: readonly OrderTask[];
  mostBytes: number;
  /** What came of the statement that was just sent. */
  statement?: { rows: number; matched: number; known: number; review: number; skipped: number; problems: readonly string[] };
  problem?: string;
}

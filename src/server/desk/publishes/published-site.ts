import type { PublishLogEntry } from '../../../publish/publish-log.ts';

/** What the desk may do with whole publishes. */
export interface PublishedSite {
  /** Those that can be brought back, newest first; the first is in force. */
  publishes(): Promise<PublishLogEntry[]>;
  /** The publish that a rollback holds in force; undefined when none does. */
  heldAt(): Promise<number | undefined>;
  /** Rejects with a `RollbackError` for one that is not kept any more. Gives back its new number. */
  rollBack(to: number): Promise<number>;
  /** Publishes what the records say now, also what a rollback took away. */
  publishAnew(): Promise<{ published: true } | { problem: string }>;
}

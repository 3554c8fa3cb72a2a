/** What the desk shows of publishes that can be brought back: plain data from the server. */
export interface PublishesView {
  /** Newest first; the first is in force. */
  publishes: readonly KeptPublish[];
  /** The publish that a rollback holds in force: nothing newer goes out before the records change. */
  heldAt?: number;
  mayRollBack: boolean;
  /** The one that was chosen and waits for a second yes. */
  chosen?: number;
  refusal?: string;
  /** What was just done. */
  done?: 'rolled-back' | 'anew';
}

export interface KeptPublish {
  number: number;
  /** Milliseconds since 1970. */
  at: number;
  /** What led to it, as a phrase. */
  reason: string;
  asOf: string;
  pages: number;
  made: number;
  /** Names of records that it changed, a few of them. */
  changed: readonly string[];
  broughtBack?: number;
}

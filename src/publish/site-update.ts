import type { IsoDate } from '../domain/calendar-day.ts';

/** One publish as people read of it on the page of updates: plain data from the publish log. */
export interface SiteUpdate {
  /** Of the manifest. */
  number: number;
  snapshot: number;
  /** Milliseconds since 1970, when it came into force. */
  at: number;
  asOf: IsoDate;
  reasons: readonly UpdateReason[];
  /** Pages and files of the whole site, and those of them that were made anew. */
  pages: number;
  made: number;
  /** From the question to the site in force, in milliseconds. */
  tookMs: number;
  /** Records that read differently than before; `all` for the first publish and for new pages of the site itself. */
  changed: readonly ChangedRecord[] | 'all';
}

/** What led to a publish; several when they came together. */
export type UpdateReason = 'start' | 'command' | 'content' | 'clock' | 'webhook' | 'desk' | 'rollback';

export interface ChangedRecord {
  kind: 'product' | 'producer' | 'decision';
  id: string;
}

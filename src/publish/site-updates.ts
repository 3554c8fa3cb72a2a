import type { PublishLogEntry } from './publish-log.ts';
import type { ChangedRecord, SiteUpdate } from './site-update.ts';

/** As many as their page shows, and one by which it sees that there are more. */
const TOLD = 101;

const KINDS = ['product', 'producer', 'decision'] as const;

/** The publishes of a log for people to read, newest first. */
export function siteUpdates(log: readonly PublishLogEntry[]): SiteUpdate[] {
  return log.slice(-TOLD).reverse().map(updateOf);
}

function updateOf(entry: PublishLogEntry): SiteUpdate {
  const { number, snapshot, at, asOf, why, pages, steps } = entry;
  return {
    number,
    snapshot,
    at: Date.parse(at),
    asOf,
    reasons: why,
    pages: pages.all,
    made: pages.made,
    tookMs: Object.values(steps).reduce((sum, ms) => sum + ms, 0),
    changed: changedOf(entry),
  };
}

function changedOf({ changed, newCode, rollbackTo }: PublishLogEntry): SiteUpdate['changed'] {
  if (rollbackTo !== undefined) return [];
  if (newCode === true || changed === undefined) return 'all';
  const records = KINDS.flatMap((kind) => (changed[kind]?.ids ?? []).map((id): ChangedRecord => ({ kind, id })));
  // A new day changes what is said of a product, though its record stays.
  const told = new Set(changed.product?.ids);
  return [...records, ...(changed.status?.ids ?? []).filter((id) => !told.has(id)).map((id): ChangedRecord => ({ kind: 'product', id }))];
}

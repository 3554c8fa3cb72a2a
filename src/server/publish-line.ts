import type { PublishLogEntry } from '../publish/publish-log.ts';

/** One publish on one line of a terminal: "12  2026-11-22 03:10  clock  3 pages of 8,012: 1 status". */
export function publishLine(entry: PublishLogEntry, isInForce: boolean): string {
  const { number, at, why, pages, rollbackTo } = entry;
  const what = rollbackTo === undefined ? `${pages.made} of ${pages.all} pages made${changesOf(entry)}` : `publish ${rollbackTo} brought back`;
  return `${String(number).padStart(6)}  ${at.slice(0, 16).replace('T', ' ')} UTC  ${why.join(', ').padEnd(8)}  ${what}${isInForce ? '  (in force)' : ''}`;
}

function changesOf({ changed = {}, newCode }: PublishLogEntry): string {
  const parts = Object.entries(changed).map(([kind, { added, changed: other, removed }]) => `${added + other + removed} ${kind}`);
  const all = [...(newCode ? ['new code'] : []), ...parts];
  return all.length === 0 ? '' : `: ${all.join(', ')}`;
}

import { openClient } from '../../../src/search/meilisearch/client.ts';
import type { Where } from './scenarios.ts';

/** The real Meilisearch that tests may use, named by the settings of the site itself; undefined where there is none. */
export function realServer(): Omit<Where, 'index'> | undefined {
  const { MEILI_URL: url, MEILI_ADMIN_KEY: adminKey } = process.env;
  return url && adminKey ? { url, adminKey } : undefined;
}

/** Says so where it cannot be missed: such tests must not be taken for passed. */
export function tellSkipped(what: string): void {
  process.stderr.write(`skipped: no Meilisearch (${what}); set MEILI_URL and MEILI_ADMIN_KEY to run it against a real one\n`);
}

let count = 0;
/** A name that no other test uses. */
export function freshIndex(): string {
  return `ocop-test-${process.pid}-${(count += 1)}`;
}

/** Deletes an index, the one beside it, and the keys made for it. */
export async function dropIndexes({ url, adminKey, index }: Where): Promise<void> {
  const client = openClient({ url, key: adminKey, timeoutMs: 30_000 });
  for (const name of [index, `${index}_next`]) await client.deleteIndex(name).waitTask({ timeout: 60_000 });
  const { results } = await client.getKeys({ limit: 1_000 });
  for (const { uid, indexes } of results) if (indexes.join() === index) await client.deleteKey(uid);
}

import type { IsoDate } from '../../src/domain/calendar-day.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { openClient } from '../../src/search/meilisearch/client.ts';
import { loadIndex } from '../../src/search/meilisearch/load-index.ts';
import { openMeilisearchEngine } from '../../src/search/meilisearch/meilisearch-engine.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';

export interface OwnMeilisearch {
  engine: SearchEngine;
  /** Until everything was loaded and swapped in. */
  loadMs: number;
  close(): Promise<void>;
}

/** An index of its own in the server of MEILI_URL and MEILI_ADMIN_KEY, gone with `close`; undefined where there is none. */
export async function openOwnMeilisearch(documents: readonly SearchDocument[], asOf: IsoDate): Promise<OwnMeilisearch | undefined> {
  const { MEILI_URL: url, MEILI_ADMIN_KEY: key } = process.env;
  if (!url || !key) return undefined;
  const client = openClient({ url, key, timeoutMs: 60_000 });
  const index = `relevance-${process.pid}-${documents.length}`;
  const started = performance.now();
  await loadIndex({ client, index, limits: { timeoutMs: 600_000, everyMs: 50 } }, { documents, asOf });
  return {
    engine: openMeilisearchEngine({ client, index }),
    loadMs: performance.now() - started,
    close: async () => {
      await client.deleteIndex(index).waitTask({ timeout: 60_000 });
    },
  };
}

export const NO_MEILISEARCH = 'skipped: no Meilisearch (MEILI_URL and MEILI_ADMIN_KEY name none)';

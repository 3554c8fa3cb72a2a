import { afterEach, describe, expect, test } from 'vitest';
import { awaitTask, TaskOverdue } from '../../../src/search/meilisearch/await-task.ts';
import { openClient, type Meilisearch } from '../../../src/search/meilisearch/client.ts';
import { followDocuments } from '../../../src/search/meilisearch/follow-documents.ts';
import { loadIndex } from '../../../src/search/meilisearch/load-index.ts';
import { INDEX_SETTINGS, settingsDiffer } from '../../../src/search/meilisearch/index-settings.ts';
import { openMeilisearchEngine } from '../../../src/search/meilisearch/meilisearch-engine.ts';
import { plainQuery } from './ask.ts';
import { dropIndexes, freshIndex, realServer, tellSkipped } from './real-server.ts';
import { DAY, SAMPLE_PRODUCTS } from './sample-products.ts';
import type { Where } from './scenarios.ts';

const real = realServer();
if (real === undefined) tellSkipped('settings, swap and limits on a real server');

describe.skipIf(real === undefined)('a real Meilisearch', () => {
  const made: Where[] = [];
  afterEach(async () => {
    for (const where of made.splice(0)) await dropIndexes(where);
  });
  const open = (): { client: Meilisearch; index: string } => {
    const where = { ...(real as NonNullable<typeof real>), index: freshIndex() };
    made.push(where);
    return { client: openClient({ url: where.url, key: where.adminKey, timeoutMs: 30_000 }), index: where.index };
  };

  test('takes the settings as they are, and gives them back the same', async () => {
    const parts = open();
    await loadIndex(parts, { documents: SAMPLE_PRODUCTS, asOf: DAY });
    const held = await parts.client.index(parts.index).getSettings();
    expect(settingsDiffer(held)).toBe(false);
    for (const name of Object.keys(INDEX_SETTINGS)) {
      expect([name, settingsDiffer({ ...held, [name]: null })], name).toEqual([name, INDEX_SETTINGS[name as keyof typeof INDEX_SETTINGS] !== null]);
    }
  });

  test('a whole load is swapped in while everybody searches: nobody ever finds nothing', async () => {
    const parts = open();
    const source = { documents: SAMPLE_PRODUCTS, asOf: DAY };
    await loadIndex(parts, source);
    const engine = openMeilisearchEngine(parts);
    const totals = new Set<number>();
    let searching = true;
    let searches = 0;
    const searcher = async (): Promise<void> => {
      while (searching) {
        totals.add((await engine.search(plainQuery('mau', { facets: ['stars'] }))).total);
        searches += 1;
      }
    };
    const searchers = [searcher(), searcher(), searcher()];
    for (let round = 0; round < 4; round += 1) await loadIndex(parts, { ...source, documents: round % 2 === 0 ? SAMPLE_PRODUCTS.slice(1) : SAMPLE_PRODUCTS });
    searching = false;
    await Promise.all(searchers);
    expect([...totals].sort()).toEqual([8, 9]);
    expect(searches).toBeGreaterThan(20);
  });

  test('what was left of a load that broke off is in nobody\'s way', async () => {
    const parts = open();
    await parts.client.createIndex(`${parts.index}_next`, { primaryKey: 'other' }).waitTask({ timeout: 30_000 });
    expect((await followDocuments(parts, { documents: SAMPLE_PRODUCTS, asOf: DAY })).loaded).toBe(true);
    expect((await parts.client.getStats()).indexes[`${parts.index}_next`]).toBeUndefined();
  });

  test('a task that takes longer than its limit is overdue, not waited for', async () => {
    const { client, index } = open();
    const payload = Array.from({ length: 20_000 }, (_, id) => JSON.stringify({ id, text: `mẫu ${id} `.repeat(20) })).join('\n');
    const task = client.index(index).addDocumentsFromString(payload, 'application/x-ndjson', { primaryKey: 'id' });
    await expect(awaitTask(task, 'add a lot', { timeoutMs: 20, everyMs: 5 })).rejects.toThrow(new TaskOverdue('Meilisearch did not end "add a lot" within 0.02 s'));
    await client.tasks.waitForTask(await task, { timeout: 120_000 });
  });
});

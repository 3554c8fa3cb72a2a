import { openClient, MeilisearchRefusal, type Meilisearch } from '../../search/meilisearch/client.ts';
import { followDocuments, type FollowReport } from '../../search/meilisearch/follow-documents.ts';
import type { IndexSource } from '../../search/meilisearch/index-source.ts';
import type { TaskLimits } from '../../search/meilisearch/await-task.ts';
import { makeSearchKey } from '../../search/meilisearch/make-search-key.ts';
import { openMeilisearchEngine } from '../../search/meilisearch/meilisearch-engine.ts';
import { EngineUnavailable, type SearchEngine } from '../../search/engine.ts';
import type { MeilisearchSettings } from '../env.ts';
import type { SearchKeyFile } from './search-key-file.ts';

export interface PublishSearchParts {
  settings: MeilisearchSettings;
  keyFile: SearchKeyFile;
  now: () => number;
  limits?: TaskLimits;
  /** For one request of the endpoint; {@link ANSWER_TIMEOUT_MS} when it is not said. */
  answerTimeoutMs?: number;
}

/** An index that was just seen to hold what it should, and an engine that may search it and nothing else. */
export interface ReadyIndex {
  engine: SearchEngine;
  report: FollowReport;
}

/** For requests of publishing; tasks have a limit of their own. */
const ADMIN_TIMEOUT_MS = 30_000;
/** The endpoint never waits longer for Meilisearch. */
export const ANSWER_TIMEOUT_MS = 250;

/**
 * Brings the index to what is served: settings, documents, the key that searches; then tries that key. Throws what went wrong;
 * until a call succeeds nothing may be said about what the index holds.
 */
export async function publishSearch(parts: PublishSearchParts, source: IndexSource): Promise<ReadyIndex> {
  const { url, adminKey, index } = parts.settings;
  const admin = openClient({ url, key: adminKey, timeoutMs: ADMIN_TIMEOUT_MS });
  const report = await followDocuments({ client: admin, index, ...(parts.limits !== undefined && { limits: parts.limits }) }, source);
  return { engine: await searchingEngine(parts, admin, source), report };
}

async function searchingEngine(parts: PublishSearchParts, admin: Meilisearch, source: IndexSource): Promise<SearchEngine> {
  const kept = await parts.keyFile.read();
  if (kept !== undefined) {
    try {
      return await triedOut(parts, kept.key, source);
    } catch (error) {
      if (!isKeyRefused(error)) throw error;
      await parts.keyFile.forget();
    }
  }
  const made = await makeSearchKey(admin, parts.settings.index, parts.now());
  await parts.keyFile.write(made);
  return triedOut(parts, made.key, source);
}

/** By one search that every register answers. */
async function triedOut({ settings: { url, index }, answerTimeoutMs = ANSWER_TIMEOUT_MS }: PublishSearchParts, key: string, { asOf }: IndexSource): Promise<SearchEngine> {
  const engine = openMeilisearchEngine({ client: openClient({ url, key, timeoutMs: answerTimeoutMs }), index });
  const understood = { text: '', words: [], hasMarks: false, meanings: [] };
  await engine.search({ understood, filters: {}, sort: 'relevance', page: 1, limit: 1, asOf, facets: [], alcohol: false });
  return engine;
}

function isKeyRefused(error: unknown): boolean {
  return error instanceof EngineUnavailable && error.cause instanceof MeilisearchRefusal && [401, 403].includes(error.cause.status);
}

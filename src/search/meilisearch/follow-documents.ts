import { awaitTask, TASK_LIMITS } from './await-task.ts';
import { toAdminError } from './client.ts';
import { indexDigest } from './index-document.ts';
import { settingsDiffer } from './index-settings.ts';
import type { IndexSource } from './index-source.ts';
import { hasIndex, loadIndex, LoadRefused, type IndexParts } from './load-index.ts';
import { sendDocuments } from './send-documents.ts';

/** What it took to make the index hold exactly the given documents. */
export interface FollowReport {
  /** Loaded whole into a new index: there was none, its settings differed, or too much changed. */
  loaded: boolean;
  sent: number;
  deleted: number;
}

/** With more changes than this share, a new index is quicker, and nobody sees a state between two. */
const MOST_CHANGES = 0.3;
const FEW_DOCUMENTS = 50;

/**
 * Makes the index hold exactly these documents, sending only those whose digest it does not have and deleting those that are gone.
 * What it holds is asked of Meilisearch each time, so an index that was lost, restored or changed by somebody is repaired. Throws
 * as `loadIndex` does.
 */
export async function followDocuments(parts: IndexParts, source: IndexSource): Promise<FollowReport> {
  const { documents, asOf } = source;
  const held = await heldDigests(parts);
  if (held === undefined) return load(parts, source);
  const changed = documents.filter((document) => held.get(document.id) !== indexDigest(document, asOf));
  const wanted = new Set(documents.map(({ id }) => id));
  const gone = [...held.keys()].filter((id) => !wanted.has(id));
  if (changed.length + gone.length > FEW_DOCUMENTS + MOST_CHANGES * documents.length) return load(parts, source);
  const { client, index, limits = TASK_LIMITS } = parts;
  if (gone.length > 0) await awaitTask(client.index(index).deleteDocuments([...gone]), `delete documents of ${index}`, limits);
  await sendDocuments(parts, { documents: changed, asOf });
  if (changed.length + gone.length > 0) await assertCount(parts, documents.length);
  return { loaded: false, sent: changed.length, deleted: gone.length };
}

async function load(parts: IndexParts, source: IndexSource): Promise<FollowReport> {
  await loadIndex(parts, source);
  return { loaded: true, sent: source.documents.length, deleted: 0 };
}

/** Digests by id; undefined when there is no such index or it is set up otherwise. */
async function heldDigests(parts: IndexParts): Promise<Map<string, string> | undefined> {
  const { client, index } = parts;
  if (!(await hasIndex(parts))) return undefined;
  try {
    if (settingsDiffer(await client.index(index).getSettings())) return undefined;
    const held = new Map<string, string>();
    for (let offset = 0; ; offset += PAGE) {
      const { results, total } = await client.index(index).getDocuments<{ id: string; digest: string }>({ fields: ['id', 'digest'], limit: PAGE, offset });
      for (const { id, digest } of results) held.set(id, digest);
      if (offset + PAGE >= total) return held;
    }
  } catch (error) {
    throw toAdminError(error);
  }
}

const PAGE = 20_000;

async function assertCount({ client, index }: IndexParts, count: number): Promise<void> {
  const { numberOfDocuments } = await client.index(index).getStats().catch((error: unknown) => Promise.reject(toAdminError(error)));
  if (numberOfDocuments !== count) throw new LoadRefused(`${index} holds ${numberOfDocuments} documents instead of ${count}`);
}

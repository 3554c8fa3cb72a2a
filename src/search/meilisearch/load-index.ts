import { awaitTask, isNoIndex, TASK_LIMITS, type TaskLimits } from './await-task.ts';
import { toAdminError, type Meilisearch } from './client.ts';
import { INDEX_SETTINGS } from './index-settings.ts';
import type { IndexSource } from './index-source.ts';
import { sendDocuments } from './send-documents.ts';
import { sentinelsOf } from './sentinels.ts';

export interface IndexParts {
  /** With a key that may do everything to `index` and its `_next`. */
  client: Meilisearch;
  index: string;
  limits?: TaskLimits;
}

/** A whole index did not hold what it was given; the one in force stays. */
export class LoadRefused extends Error {
  override name = 'LoadRefused';
}

/**
 * Puts all documents into a new index, looks whether they are there, and swaps it in: whoever searches finds the old state or the
 * new one, never an empty index. Throws {@link LoadRefused}, `TaskFailed`, `TaskOverdue` or what the client meets; the index in
 * force then is what it was.
 */
export async function loadIndex(parts: IndexParts, source: IndexSource): Promise<void> {
  const { client, index, limits = TASK_LIMITS } = parts;
  const next = `${index}_next`;
  await dropIndex(parts, next);
  await awaitTask(client.createIndex(next, { primaryKey: 'id' }), `create ${next}`, limits);
  // The client's type knows no read-only lists.
  await awaitTask(client.index(next).updateSettings(structuredClone(INDEX_SETTINGS) as never), `set up ${next}`, limits);
  await sendDocuments({ ...parts, index: next }, source);
  await assertWhole({ ...parts, index: next }, source);
  const isFirst = !(await hasIndex(parts));
  await awaitTask(client.swapIndexes([{ indexes: isFirst ? [next, index] : [index, next], rename: isFirst }]), `swap ${next} in`, limits);
  if (!isFirst) await dropIndex(parts, next);
}

export async function hasIndex({ client, index }: IndexParts): Promise<boolean> {
  try {
    return (await client.getRawIndex(index)).primaryKey === 'id';
  } catch (error) {
    const known = toAdminError(error);
    if (isNoIndex(known)) return false;
    throw known;
  }
}

async function dropIndex({ client, limits = TASK_LIMITS }: IndexParts, index: string): Promise<void> {
  await awaitTask(client.deleteIndex(index), `delete ${index}`, limits).catch((error: unknown) => {
    if (!isNoIndex(error)) throw error;
  });
}

/** The count, and a few products each found by its own name. */
async function assertWhole({ client, index }: IndexParts, source: IndexSource): Promise<void> {
  const { numberOfDocuments } = await client.index(index).getStats().catch((error: unknown) => Promise.reject(toAdminError(error)));
  if (numberOfDocuments !== source.documents.length) throw new LoadRefused(`${index} holds ${numberOfDocuments} documents instead of ${source.documents.length}: the old index stays`);
  for (const { id, name } of sentinelsOf(source)) {
    const q = name.join(' ');
    const { hits } = await client.index(index).search(q, { filter: [`id = "${id}"`], limit: 1, attributesToRetrieve: ['id'] }).catch((error: unknown) => Promise.reject(toAdminError(error)));
    if (hits[0]?.['id'] !== id) throw new LoadRefused(`${index} does not find "${id}" by "${q}": the old index stays`);
  }
}

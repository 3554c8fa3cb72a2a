import { awaitTask, TASK_LIMITS } from './await-task.ts';
import type { IndexDocument } from './index-document.ts';
import type { IndexParts } from './load-index.ts';

/** Few large payloads beat many small ones; Meilisearch takes up to 100 MB. */
const LARGEST_PAYLOAD = 16 * 1024 * 1024;

/** Adds or replaces documents; resolves when they can be found. */
export async function sendDocuments({ client, index, limits = TASK_LIMITS }: IndexParts, documents: readonly IndexDocument[]): Promise<void> {
  for (const payload of payloadsOf(documents)) {
    await awaitTask(client.index(index).addDocumentsFromString(payload, 'application/x-ndjson', { primaryKey: 'id' }), `add documents to ${index}`, limits);
  }
}

/** Lines of JSON, a payload at a time, so that the whole is never in memory. */
function* payloadsOf(documents: readonly IndexDocument[]): Iterable<string> {
  let [lines, size]: [string[], number] = [[], 0];
  for (const document of documents) {
    const line = JSON.stringify(document);
    lines.push(line);
    size += line.length;
    if (size < LARGEST_PAYLOAD) continue;
    yield lines.join('\n');
    [lines, size] = [[], 0];
  }
  if (lines.length > 0) yield lines.join('\n');
}

import { setImmediate } from 'node:timers/promises';
import { awaitTask, TASK_LIMITS } from './await-task.ts';
import { indexDocument } from './index-document.ts';
import type { IndexSource } from './index-source.ts';
import type { IndexParts } from './load-index.ts';

/** Few large payloads beat many small ones; Meilisearch takes up to 100 MB, and each is in memory for a while. */
const LARGEST_PAYLOAD = 8 * 1024 * 1024;
/** Documents made before the server may answer somebody else. */
const SLICE = 100;

/** Adds or replaces documents; resolves when they can be found. */
export async function sendDocuments({ client, index, limits = TASK_LIMITS }: IndexParts, source: IndexSource): Promise<void> {
  for await (const payload of payloadsOf(source)) {
    await awaitTask(client.index(index).addDocumentsFromString(payload, 'application/x-ndjson', { primaryKey: 'id' }), `add documents to ${index}`, limits);
  }
}

/** Lines of JSON. */
async function* payloadsOf({ documents, asOf }: IndexSource): AsyncIterable<string> {
  let [lines, size]: [string[], number] = [[], 0];
  for (const [place, document] of documents.entries()) {
    if (place % SLICE === SLICE - 1) await setImmediate();
    const line = JSON.stringify(indexDocument(document, asOf));
    lines.push(line);
    size += line.length;
    if (size < LARGEST_PAYLOAD) continue;
    yield lines.join('\n');
    [lines, size] = [[], 0];
  }
  if (lines.length > 0) yield lines.join('\n');
}

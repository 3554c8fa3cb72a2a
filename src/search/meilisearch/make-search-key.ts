import { toAdminError, type Meilisearch } from './client.ts';

/** A key that can search one index and do nothing else. */
export interface SearchKey {
  key: string;
  /** ISO instant. */
  expiresAt: string;
}

const NAME = 'Catalogue site: search';
const LIFE_MS = 180 * 86_400_000;

/** Makes a new one, and deletes those that this site let expire. Rejects with `MeilisearchRefusal` when `client` may not make keys. */
export async function makeSearchKey(client: Meilisearch, index: string, nowMs: number): Promise<SearchKey> {
  try {
    const { results } = await client.getKeys({ limit: 1_000 });
    const expired = results.filter(({ name, indexes, expiresAt }) => name === NAME && indexes.join() === index && expiresAt !== null && new Date(expiresAt).getTime() < nowMs);
    for (const { uid } of expired) await client.deleteKey(uid);
    const expiresAt = new Date(nowMs + LIFE_MS);
    const { key } = await client.createKey({ name: NAME, description: `Searches ${index} for the site's own endpoint; made by the site.`, actions: ['search'], indexes: [index], expiresAt });
    return { key, expiresAt: expiresAt.toISOString() };
  } catch (error) {
    throw toAdminError(error);
  }
}

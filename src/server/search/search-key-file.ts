import { chmod, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../../publish/durable-write.ts';
import type { SearchKey } from '../../search/meilisearch/make-search-key.ts';

/** Where the key that searches is kept between starts; readable by its owner alone. */
export interface SearchKeyFile {
  /** Undefined when there is none for this server and index, or it ends within {@link RENEWED_BEFORE_MS}. */
  read(): Promise<SearchKey | undefined>;
  write(key: SearchKey): Promise<void>;
  forget(): Promise<void>;
}

export interface KeyFor {
  url: string;
  index: string;
}

const OWNER_ONLY = 0o600;
const OWNER_ONLY_DIRECTORY = 0o700;
const RENEWED_BEFORE_MS = 30 * 86_400_000;

const schema = z.object({ url: z.string(), index: z.string(), key: z.string(), expiresAt: z.string() });

export function openSearchKeyFile(dataDir: string, { url, index }: KeyFor, now: () => number): SearchKeyFile {
  const directory = join(dataDir, 'keys');
  const path = join(directory, 'meilisearch-search.json');
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch(() => '');
      const kept = schema.safeParse(parsed(text)).data;
      if (kept === undefined || kept.url !== url || kept.index !== index || Date.parse(kept.expiresAt) < now() + RENEWED_BEFORE_MS) return undefined;
      return { key: kept.key, expiresAt: kept.expiresAt };
    },
    async write(key) {
      await mkdir(directory, { recursive: true, mode: OWNER_ONLY_DIRECTORY });
      await writeDurably(path, `${JSON.stringify({ url, index, ...key })}\n`, directory, OWNER_ONLY);
      await chmod(path, OWNER_ONLY);
    },
    forget: () => rm(path, { force: true }),
  };
}

/** What cannot be read is made anew. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

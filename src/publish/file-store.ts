import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory, writeDurably } from './durable-write.ts';

/** SHA-256 of a body, 64 hexadecimal characters; its name in the store and its ETag. */
export type FileHash = string;

/** A compressed form of a body, kept beside it. */
export type Compression = 'br' | 'gzip';

const SUFFIX: Readonly<Record<Compression, string>> = { br: '.br', gzip: '.gz' };

/** Bodies by the hash of their content. A name is written once and never again. */
export interface FileStore {
  put(body: Uint8Array): Promise<FileHash>;
  has(hash: FileHash): Promise<boolean>;
  /** Throws ENOENT for a hash that was never put. */
  read(hash: FileHash): Promise<Buffer>;
  putCompressed(hash: FileHash, compression: Compression, body: Uint8Array): Promise<void>;
  /** Undefined when nobody has compressed it yet. */
  readCompressed(hash: FileHash, compression: Compression): Promise<Buffer | undefined>;
  /** Makes everything put so far survive a power cut; call it before anything points at the files. */
  flush(): Promise<void>;
}

/** Opens, and makes when missing, `<root>/ab/<sha256-hex>`. */
export async function openFileStore(root: string): Promise<FileStore> {
  await mkdir(root, { recursive: true });
  const shards = new Map<string, Promise<Set<string>>>();
  const unsynced = new Set<string>();

  /** Names in one directory, read once; later puts of this process are added to it. */
  const shardOf = (hash: FileHash): Promise<Set<string>> => {
    const shard = hash.slice(0, 2);
    let names = shards.get(shard);
    if (names === undefined) {
      names = listOrCreate(join(root, shard));
      shards.set(shard, names);
    }
    return names;
  };
  const write = async (hash: FileHash, suffix: string, body: Uint8Array): Promise<void> => {
    const names = await shardOf(hash);
    if (names.has(hash + suffix)) return;
    const directory = join(root, hash.slice(0, 2));
    await writeDurably(join(directory, hash + suffix), body);
    names.add(hash + suffix);
    unsynced.add(directory);
  };

  return {
    async put(body) {
      const hash = createHash('sha256').update(body).digest('hex');
      await write(hash, '', body);
      return hash;
    },
    has: async (hash) => (await shardOf(hash)).has(hash),
    read: (hash) => readFile(join(root, hash.slice(0, 2), hash)),
    putCompressed: (hash, compression, body) => write(hash, SUFFIX[compression], body),
    async readCompressed(hash, compression) {
      try {
        return await readFile(join(root, hash.slice(0, 2), hash + SUFFIX[compression]));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async flush() {
      const directories = [...unsynced];
      unsynced.clear();
      if (directories.length > 0) await Promise.all([...directories, root].map(syncDirectory));
    },
  };
}

async function listOrCreate(directory: string): Promise<Set<string>> {
  await mkdir(directory, { recursive: true });
  return new Set(await readdir(directory));
}

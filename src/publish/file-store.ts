import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory, writeDurably } from './durable-write.ts';

/** SHA-256 of a body, 64 hexadecimal characters; its name in the store and its ETag. */
export type FileHash = string;

/** A compressed form of a body, kept beside it. */
export type Compression = 'br' | 'gzip';

const HASH_LENGTH = 64;

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
  /** Bytes that `put` has written, those it found already there not counted. */
  bytesWritten(): number;
  /** Looks on the disk again: another process may have put or removed files. */
  refresh(): void;
  /** Removes every body, with its compressed forms, that is not needed; gives how many files that were. */
  removeExcept(needed: ReadonlySet<FileHash>): Promise<number>;
}

/** Opens, and makes when missing, `<root>/ab/<sha256-hex>`. `temporaryDir`: an existing one on the same file system. */
export async function openFileStore(root: string, temporaryDir: string): Promise<FileStore> {
  await mkdir(root, { recursive: true });
  const shards = new Map<string, Promise<Set<string>>>();
  const unsynced = new Set<string>();
  let bytesWritten = 0;

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
    await writeDurably(join(directory, hash + suffix), body, temporaryDir);
    names.add(hash + suffix);
    unsynced.add(directory);
    if (suffix === '') bytesWritten += body.length;
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
    bytesWritten: () => bytesWritten,
    refresh: () => shards.clear(),
    async removeExcept(needed) {
      let removed = 0;
      for (const shard of await readdir(root)) {
        if (!/^[0-9a-f]{2}$/.test(shard)) continue;
        const names = await shardOf(shard);
        const unneeded = [...names].filter((candidate) => !needed.has(candidate.slice(0, HASH_LENGTH)));
        await Promise.all(unneeded.map((name) => removeFile(join(root, shard, name))));
        for (const name of unneeded) names.delete(name);
        removed += unneeded.length;
      }
      return removed;
    },
  };
}

/** One that is gone already is as good as removed. */
async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

async function listOrCreate(directory: string): Promise<Set<string>> {
  await mkdir(directory, { recursive: true });
  return new Set(await readdir(directory));
}

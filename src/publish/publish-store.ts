import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory, writeDurably } from './durable-write.ts';
import { openFileStore, type FileStore } from './file-store.ts';
import type { Manifest } from './manifest.ts';
import { parseManifest, serialiseManifest } from './manifest-json.ts';
import { readPointer, switchPointer } from './pointer.ts';

/** Everything published, in one directory: `files/`, `manifests/<number>.json` and the pointer `current`. */
export interface PublishStore {
  readonly directory: string;
  readonly files: FileStore;
  /** The manifest in force; undefined before the first publish. Throws when it is damaged. */
  current(): Promise<Manifest | undefined>;
  currentNumber(): Promise<number | undefined>;
  /** One above the highest number ever written, so that a number never names two states. */
  nextNumber(): Promise<number>;
  /** Writes a manifest and, after it and all its files are safe on disk, puts it in force. */
  commit(manifest: Manifest): Promise<void>;
}

export async function openPublishStore(directory: string): Promise<PublishStore> {
  const manifestsDir = join(directory, 'manifests');
  await mkdir(manifestsDir, { recursive: true });
  const files = await openFileStore(join(directory, 'files'));
  const manifestPath = (number: number): string => join(manifestsDir, `${number}.json`);

  return {
    directory,
    files,
    currentNumber: () => readPointer(directory),
    async current() {
      const number = await readPointer(directory);
      if (number === undefined) return undefined;
      return parseManifest(await readFile(manifestPath(number), 'utf8'), `manifests/${number}.json`);
    },
    async nextNumber() {
      const numbers = (await readdir(manifestsDir)).map((name) => Number(/^(\d+)\.json$/.exec(name)?.[1] ?? 0));
      return Math.max(0, (await readPointer(directory)) ?? 0, ...numbers) + 1;
    },
    async commit(manifest) {
      await files.flush();
      await writeDurably(manifestPath(manifest.number), serialiseManifest(manifest));
      await syncDirectory(manifestsDir);
      await switchPointer(directory, manifest.number);
    },
  };
}

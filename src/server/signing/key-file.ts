import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepTemporary, syncDirectory, writeDurably } from '../../publish/durable-write.ts';
import { takeLock } from '../../publish/publish-lock.ts';
import type { KeyRing } from '../../trace/signing/key-ring.ts';
import { keyRingText, parseKeyRing } from '../../trace/signing/key-ring-text.ts';

/** The keys of this site on the disk: one file, readable by its owner alone, changed whole or not at all. */
export interface KeyFile {
  /** Absolute path. */
  readonly path: string;
  /** Empty while there is no file. Throws `KeyFileError` for one that cannot be used. */
  read(): Promise<KeyRing>;
  /** One process after the other; what `change` throws changes nothing. */
  update(change: (ring: KeyRing) => KeyRing): Promise<KeyRing>;
}

const OWNER_ONLY = 0o600;
const OWNER_ONLY_DIRECTORY = 0o700;
const LOCK_MS = 10_000;

export function openKeyFile(dataDir: string): KeyFile {
  const directory = join(dataDir, 'keys');
  const path = join(directory, 'signing-keys.json');
  const read = async (): Promise<KeyRing> => {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return text === undefined ? [] : parseKeyRing(text, path);
  };
  return {
    path,
    read,
    async update(change) {
      await mkdir(directory, { recursive: true, mode: OWNER_ONLY_DIRECTORY });
      const lock = await takeLock(directory, LOCK_MS);
      try {
        await sweepTemporary(directory);
        const before = await read();
        const ring = change(before);
        if (ring === before) return ring;
        await writeDurably(path, keyRingText(ring), directory, OWNER_ONLY);
        await chmod(path, OWNER_ONLY);
        await syncDirectory(directory);
        return ring;
      } finally {
        await lock.release();
      }
    },
  };
}

import { open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

let counter = 0;

/**
 * Writes a whole file so that a reader, or a machine that loses power, sees either all of it or none:
 * a fresh temporary name, fsync, one rename. `temporaryDir` must be on the same file system.
 * The new directory entry itself is durable only after {@link syncDirectory}.
 */
export async function writeDurably(path: string, body: Uint8Array | string, temporaryDir = dirname(path)): Promise<void> {
  const { handle, name } = await openTemporary(temporaryDir);
  try {
    try {
      await handle.writeFile(body);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(name, path);
  } catch (error) {
    await unlink(name).catch(() => undefined);
    throw error;
  }
}

/** Makes renames inside a directory survive a power cut. Windows cannot open directories and needs no sync. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name left behind by a process that was killed is stepped over, never written to. */
async function openTemporary(directory: string) {
  for (;;) {
    counter += 1;
    const name = join(directory, `.tmp-${process.pid}-${counter}`);
    try {
      return { handle: await open(name, 'wx'), name };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

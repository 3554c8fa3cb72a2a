import { open, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRunning } from './running-process.ts';

const TEMPORARY = /^\.(?:tmp|lock)-(\d+)-/;

/** Temporary files of this process that are being written. */
const inHand = new Set<string>();
let counter = 0;

/**
 * Writes a whole file so that a reader, or a machine that loses power, sees either all of it or none:
 * a fresh temporary name, fsync, one rename. `temporaryDir` must be on the same file system.
 * `mode`: who may read and write it, from its first byte on. The new directory entry itself is durable only after {@link syncDirectory}.
 */
export async function writeDurably(path: string, body: Uint8Array | string, temporaryDir = dirname(path), mode = 0o666): Promise<void> {
  const { handle, name } = await openTemporary(temporaryDir, mode);
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
  } finally {
    inHand.delete(name);
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

/** Removes temporary files that nobody is writing any more: their process was killed. */
export async function sweepTemporary(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const pid = Number(TEMPORARY.exec(name)?.[1] ?? NaN);
    const path = join(directory, name);
    const isLeft = pid === process.pid ? name.startsWith('.tmp-') && !inHand.has(path) : Number.isSafeInteger(pid) && !isRunning(pid);
    if (isLeft) await unlink(path).catch(() => undefined);
  }
}

/** A name left behind by a process that was killed is stepped over, never written to. */
async function openTemporary(directory: string, mode: number) {
  for (;;) {
    counter += 1;
    const name = join(directory, `.tmp-${process.pid}-${counter}`);
    inHand.add(name);
    try {
      return { handle: await open(name, 'wx', mode), name };
    } catch (error) {
      inHand.delete(name);
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

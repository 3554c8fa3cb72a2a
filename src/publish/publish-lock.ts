import { randomUUID } from 'node:crypto';
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning, startOf } from './running-process.ts';

/** The file inside the publish directory that says who is publishing. */
export const LOCK_FILE = 'lock';

export interface PublishLock {
  /** Throws when another publisher took the lock away; to be asked before anything is put in force. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

export interface LockHolder {
  pid: number;
  /** See `startOf`. */
  start: string;
  token: string;
}

/** Another publish is under way and did not end in the time that was given to it. */
export class PublishLockedError extends Error {
  override name = 'PublishLockedError';
}

const LOOK_AGAIN_MS = 50;

/**
 * One publisher at a time, in this process and among all of this machine. The lock of a process that is gone, or whose
 * number another process bears by now, is taken over at once, whatever the clock says. Throws {@link PublishLockedError}
 * after `waitMs`.
 */
export async function takeLock(publishDir: string, waitMs: number): Promise<PublishLock> {
  const path = join(publishDir, LOCK_FILE);
  const token = randomUUID();
  const own = join(publishDir, `.lock-${process.pid}-${token}`);
  const text = JSON.stringify({ pid: process.pid, start: startOf(process.pid), token } satisfies LockHolder);
  const deadline = performance.now() + waitMs;
  await writeFile(own, text);
  try {
    // A link appears with its whole content or not at all, and never over an existing name.
    while (!(await tryLink(own, path))) {
      const found = await readFile(path, 'utf8').catch(() => undefined);
      if (found === undefined) continue;
      const holder = parseHolder(found);
      if (holder === undefined || !isHeld(holder)) await takeAway(path, found, join(publishDir, `.lock-${process.pid}-${token}-stale`));
      else if (performance.now() >= deadline) throw new PublishLockedError(`another publish is under way (process ${holder.pid}); this one was not started`);
      else await setTimeout(LOOK_AGAIN_MS);
    }
  } finally {
    await unlink(own).catch(() => undefined);
  }
  const isOwn = async (): Promise<boolean> => (await readFile(path, 'utf8').catch(() => undefined)) === text;
  return {
    async assertHeld() {
      if (!(await isOwn())) throw new PublishLockedError('another publish took over; this one was given up');
    },
    async release() {
      if (await isOwn()) await unlink(path).catch(() => undefined);
    },
  };
}

/** Of two that take one stale lock away, the slower could catch the quicker one's fresh lock: it is put back. */
async function takeAway(path: string, expected: string, aside: string): Promise<void> {
  await rename(path, aside).catch(() => undefined);
  const caught = await readFile(aside, 'utf8').catch(() => undefined);
  if (caught === undefined) return;
  if (caught !== expected) await tryLink(aside, path);
  await unlink(aside).catch(() => undefined);
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw error;
  }
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    const { pid, start, token } = JSON.parse(text) as Partial<LockHolder>;
    return Number.isSafeInteger(pid) && typeof start === 'string' && typeof token === 'string' ? { pid: pid as number, start, token } : undefined;
  } catch {
    return undefined;
  }
}

function isHeld({ pid, start }: LockHolder): boolean {
  return isRunning(pid) && (start === '' || startOf(pid) === start);
}

import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeDurably } from '../../publish/durable-write.ts';

/** So long a delivery is remembered. */
export const REMEMBERED_MS = 7 * 24 * 60 * 60_000;

/** The webhook deliveries that were taken, across restarts. */
export interface SeenDeliveries {
  /** False when any of the keys was seen within seven days; else all of them are remembered, on disk, before it resolves. */
  take(keys: readonly string[]): Promise<boolean>;
}

/** One line a key in `file`: milliseconds since 1970, a space, the key. Old lines go when it is opened. */
export async function openSeenDeliveries(file: string, now: () => number): Promise<SeenDeliveries> {
  await mkdir(dirname(file), { recursive: true });
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const seen = new Map<string, number>();
  // A line that a power cut left half written is no line.
  for (const [, at, key] of text.matchAll(/^(\d+) (\S+)\n/gm)) if (isFresh(Number(at), now())) seen.set(key as string, Number(at));
  await writeDurably(file, [...seen].map(([key, at]) => `${at} ${key}\n`).join(''));

  return {
    async take(keys) {
      const at = now();
      for (const [key, since] of seen) if (!isFresh(since, at)) seen.delete(key);
      if (keys.some((key) => seen.has(key))) return false;
      for (const key of keys) seen.set(key, at);
      try {
        await appendFile(file, keys.map((key) => `${at} ${key}\n`).join(''), { flush: true });
        return true;
      } catch (error) {
        for (const key of keys) seen.delete(key);
        throw error;
      }
    },
  };
}

/** A time ahead of a clock that was set back counts as fresh: better refused once too often. */
function isFresh(at: number, now: number): boolean {
  return now - at < REMEMBERED_MS;
}

import type { IsoDate } from '../domain/calendar-day.ts';
import { keep, keptOn } from './kept-cache.ts';

export interface Fetched {
  text: string;
  /** The network did not answer: this is a copy kept on the device on that day. */
  keptOn?: IsoDate;
}

/** Undefined where neither network nor a kept copy has it; never rejects. */
export type FetchText = (path: string) => Promise<Fetched | undefined>;

/** The service worker of trace pages fills it, too. */
const CACHE = 'proof';
const MOST = 60;
const PATIENCE_MS = 8000;

/** Asks the network and keeps what it answers; without an answer gives the kept copy. `now`: milliseconds since 1970. */
export function fetcher(now: number): FetchText {
  return async (path) => {
    try {
      const signal = AbortSignal.timeout?.(PATIENCE_MS);
      const answer = await fetch(path, { cache: 'no-cache', ...(signal !== undefined && { signal }) });
      // What the site says is not there is not there; a site that fails says nothing.
      if (answer.status >= 400 && answer.status < 500) return undefined;
      if (!answer.ok) throw new Error(String(answer.status));
      const copy = answer.clone();
      const text = await answer.text();
      await keepCopy(path, copy, now);
      return { text };
    } catch {
      return keptCopy(path);
    }
  };
}

async function keepCopy(path: string, copy: Response, now: number): Promise<void> {
  try {
    await keep(await caches.open(CACHE), path, copy, MOST, now);
  } catch {
    // Private windows and in-app browsers may keep nothing.
  }
}

async function keptCopy(path: string): Promise<Fetched | undefined> {
  try {
    const answer = await (await caches.open(CACHE)).match(path);
    const day = answer && keptOn(answer);
    return answer === undefined || day === undefined ? undefined : { text: await answer.text(), keptOn: day };
  } catch {
    return undefined;
  }
}

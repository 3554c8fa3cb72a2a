import { dayInVietnam, type IsoDate } from '../domain/calendar-day.ts';

/** Says on what day an answer was kept. */
const KEPT = 'x-kept-on';
/** They describe bytes on the wire, which a kept body is no more. */
const OF_TRANSPORT: readonly string[] = ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'];

export function keptOn(response: Response): IsoDate | undefined {
  return response.headers.get(KEPT) ?? undefined;
}

/**
 * Keeps an answer and lets the oldest go beyond `most`. A device without room loses half of what is here; when even that
 * does not help the answer is not kept, which nobody needs to know.
 */
export async function keep(cache: Cache, key: string, response: Response, most: number, now: number): Promise<void> {
  const headers = new Headers(response.headers);
  for (const name of OF_TRANSPORT) headers.delete(name);
  headers.set(KEPT, dayInVietnam(now));
  const body = await response.arrayBuffer();
  const put = (): Promise<void> => cache.put(key, new Response(body, { status: response.status, headers }));
  // A key that is put again would stay where it was first put in some browsers.
  await cache.delete(key);
  try {
    await put();
  } catch {
    await letGo(cache, 0.5);
    await put().catch(() => undefined);
  }
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((old) => cache.delete(old)));
}

async function letGo(cache: Cache, share: number): Promise<void> {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.ceil(keys.length * share)).map((old) => cache.delete(old)));
}

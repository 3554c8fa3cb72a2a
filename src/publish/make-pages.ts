import { setImmediate } from 'node:timers/promises';
import type { PageToMake } from './compare-pages.ts';
import type { FeedContext } from './feeds/feed-context.ts';
import type { FileStore } from './file-store.ts';
import { makePage } from './make-page.ts';
import type { ManifestEntry } from './manifest.ts';
import { isFiltered } from './page.ts';
import { PublishError } from './publish-error.ts';
import type { Renderer } from './renderer.ts';
import type { View } from './view.ts';

export interface MakePagesOptions {
  renderer: Renderer;
  view: View;
  feeds: FeedContext;
  files: FileStore;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Files waiting to be synced to disk at a time: enough to keep the disk busy, few enough for little memory. */
const WRITES_AT_ONCE = 32;

/** A server in the same process answers in between. */
const PAGES_AT_ONCE = 8;

/** Makes and stores pages. Throws {@link PublishError} with every page that could not be made. */
export async function makePages(pages: readonly PageToMake[], options: MakePagesOptions): Promise<Map<string, ManifestEntry>> {
  const { renderer, view, feeds, files } = options;
  const entries = new Map<string, ManifestEntry>();
  const failures: { path: string; error: unknown }[] = [];
  const writes = new Set<Promise<unknown>>();
  const keep = async ({ page, inputs }: PageToMake, { body, type, status, headers }: Awaited<ReturnType<typeof makePage>>): Promise<void> => {
    const file = await files.put(body);
    entries.set(page.path, { file, type, status, headers, inputs, filtered: isFiltered(page) });
  };
  for (const [done, work] of pages.entries()) {
    const fail = (error: unknown): void => void failures.push({ path: work.page.path, error });
    try {
      const made = await makePage(work.page, renderer, view, feeds);
      const write: Promise<unknown> = keep(work, made).catch(fail).finally(() => writes.delete(write));
      writes.add(write);
    } catch (error) {
      fail(error);
    }
    while (writes.size >= WRITES_AT_ONCE) await Promise.race(writes);
    if (done % PAGES_AT_ONCE === 0) await setImmediate();
    options.onProgress?.(done + 1, pages.length);
  }
  await Promise.all(writes);
  if (failures.length > 0) throw new PublishError(failures);
  return entries;
}

import { setImmediate } from 'node:timers/promises';
import { keepApps } from './kept-apps.ts';
import type { PublishStore } from './publish-store.ts';

/** How many publishes can at least be brought back. */
export const KEPT_PUBLISHES = 10;

/** Looking through a large site takes a while: it is done once in so many publishes. */
const TOGETHER = 3;

export interface Collected {
  manifests: number;
  files: number;
}

/**
 * Removes what none of the last `kept` publishes needs: manifests, bodies, built apps. By publish numbers, never by time,
 * and only within a publisher's turn: nothing that is being published can be taken for garbage. `together` = 1 collects
 * every time.
 */
export async function collectGarbage(store: PublishStore, kept: number, together = TOGETHER): Promise<Collected> {
  const all = await store.numbers();
  if (all.length <= kept * together) return { manifests: 0, files: 0 };
  const needed = new Set<number>();
  const files = new Set<string>();
  const builds = new Set<string>();
  let publishes = 0;
  for (const number of all.reverse()) {
    if (publishes === kept) break;
    const manifest = await store.read(number);
    await setImmediate();
    if (manifest.ahead === true && publishes > 0) continue;
    publishes += manifest.ahead === true ? 0 : 1;
    needed.add(number);
    const base = await store.baseOf(number);
    if (base !== undefined) needed.add(base);
    builds.add(manifest.build);
    for (const entry of manifest.entries.values()) files.add(entry.file);
  }
  const unneeded = all.filter((number) => !needed.has(number));
  for (const number of unneeded) await store.removeManifest(number);
  await keepApps(store.directory, builds);
  return { manifests: unneeded.length, files: await store.files.removeExcept(files) };
}

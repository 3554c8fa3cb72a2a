import { setImmediate } from 'node:timers/promises';
import { compareAll, type SiteState } from './compare-pages.ts';
import type { Manifest } from './manifest.ts';
import { makePage } from './make-page.ts';
import type { PublishMemory } from './publish-once.ts';
import type { PublishRun } from './publish-run.ts';
import { feedsOfRun, siteState } from './publish-stages.ts';
import { recordDigests } from './record-changes.ts';

/**
 * What this process would remember, had it published the site in force itself from the sources of this run; undefined when
 * any page or file of that site is missing or was made from something else. So the first change after a start is as
 * quick as the later ones.
 */
export async function getReady(run: PublishRun, previous: Manifest): Promise<PublishMemory['last']> {
  const state = siteState(run, undefined);
  await setImmediate();
  const { make, gone } = await compareAll(state, previous, run.store.files);
  if (make.length > 0 || gone.length > 0) return undefined;
  await warmUp(run, state);
  return { manifest: previous, state, records: recordDigests(run.view) };
}

/** Makes the lists and the files for machines once, for what making them leaves in memory. */
async function warmUp(run: PublishRun, state: SiteState): Promise<void> {
  state.pages.uses.prepare(state.pages.bundles);
  for (const name of ['lists', 'files']) {
    for (const page of state.pages.bundles.get(name)?.pages ?? []) {
      await setImmediate();
      await makePage(page, run.options.renderer, run.view, feedsOfRun(run, state));
    }
  }
}

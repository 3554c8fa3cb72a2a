import { collectGarbage } from './collect-garbage.ts';
import type { SiteState } from './compare-pages.ts';
import { getReady } from './get-ready.ts';
import { countPages, type Manifest } from './manifest.ts';
import { appendToLog, readPublishLog, type PublishLogEntry } from './publish-log.ts';
import type { PublishOptions, PublishReport } from './publish-options.ts';
import { isSameSource, publishRun, type PublishRun } from './publish-run.ts';
import { comparePages, publishPages, publishStatus, type Compared } from './publish-stages.ts';
import { stepTimer } from './publish-steps.ts';
import type { PublishStore } from './publish-store.ts';
import { beginTurn } from './publish-turn.ts';
import { keepRecordDigests, readRecordDigests, recordChanges, recordDigests, type RecordDigests } from './record-changes.ts';
import { isHeldBack } from './rollback.ts';
import { siteUpdates } from './site-updates.ts';

/**
 * What the last publish of this process left in memory, so that the next one need not look at every page. Of no use once
 * another manifest is in force: after a publish that failed half-way, or by another process, every page is looked at.
 */
export interface PublishMemory {
  last?: { manifest: Manifest; state: SiteState; records: RecordDigests };
}

/** One publish, by the steps of PUBLISH_STEPS. `kept`: how many publishes can be brought back. */
export async function publishOnce(store: PublishStore, options: PublishOptions, memory: PublishMemory, kept: number): Promise<PublishReport> {
  const timer = stepTimer(options.onStep);
  const turn = await timer.run('lock', () => beginTurn(store, options.lockWaitMs));
  try {
    const [previous, log] = await timer.run('read', async () => [await turn.current(), await readPublishLog(store)]);
    const runAfter = (entries: readonly PublishLogEntry[]): PublishRun => publishRun(store, options, timer, turn, previous, siteUpdates(entries));
    const run = runAfter(log);
    if (previous !== undefined && options.force !== true) {
      const held = isHeldBack(previous, run.source);
      if (held || isSameSource(previous, run.source)) {
        const afterwards = held ? undefined : await failureOf(async () => {
          if (options.staysReady !== true || memory.last?.manifest === previous) return;
          // The page of updates in force tells of the publishes before its own.
          memory.last = await getReady(runAfter(log.filter(({ number }) => number < previous.number)), previous);
        });
        return { manifest: previous, changed: false, held, pages: countPages(previous), made: 0, removed: 0, ...(afterwards !== undefined && { afterwards }) };
      }
    }
    return await publishChanges(run, memory, kept);
  } finally {
    await turn.end();
  }
}

async function publishChanges(run: PublishRun, memory: PublishMemory, kept: number): Promise<PublishReport> {
  const { store, previous } = run;
  const bytesBefore = store.files.bytesWritten();
  const last = memory.last?.manifest === previous ? memory.last : undefined;
  const compared = await comparePages(run, last?.state);
  const ahead = await publishStatus(run, compared);
  const manifest = await publishPages(run, compared, ahead);

  const records = recordDigests(run.view);
  const before = last?.records ?? (previous && (await readRecordDigests(store.directory, previous.number)));
  memory.last = { manifest, state: compared.state, records };
  const entry = entryOf(run, compared, manifest, store.files.bytesWritten() - bytesBefore);
  if (before !== undefined) entry.changed = recordChanges(before, records);
  const afterwards = await failureOf(async () => {
    await run.timer.run('log', () => appendToLog(store.directory, entry));
    await run.timer.run('tidy', async () => {
      await keepRecordDigests(store.directory, manifest.number, records);
      await store.compact(manifest);
      await collectGarbage(store, kept);
      if (run.options.staysReady === true) compared.state.pages.uses.prepare(compared.state.pages.bundles);
    });
  });
  const { all: pages, made, removed } = entry.pages;
  return { manifest, changed: true, held: false, pages, made, removed, entry, ...(afterwards !== undefined && { afterwards }) };
}

function entryOf(run: PublishRun, compared: Compared, manifest: Manifest, bytes: number): PublishLogEntry {
  const { options, previous, timer } = run;
  const { number, snapshot, asOf, build } = manifest;
  let all = 0;
  for (const { pages } of compared.state.pages.bundles.values()) all += pages.length;
  return {
    number,
    at: new Date((options.now ?? Date.now)()).toISOString(),
    why: options.why ?? ['command'],
    snapshot,
    asOf,
    build,
    ...(previous !== undefined && previous.build !== build && { newCode: true as const }),
    pages: { all, made: compared.make.length, removed: compared.gone.length },
    bytes,
    steps: timer.times,
  };
}

/** The site is live when this is done: what fails here is told, and done by the next publish. */
async function failureOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

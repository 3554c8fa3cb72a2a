import { assetsToKeep, storeClientFiles } from './client-files.ts';
import { compareAll, compareChanged, type Comparison, type PageToMake, type SiteState } from './compare-pages.ts';
import type { FeedContext } from './feeds/feed-context.ts';
import { inputDigests } from './input-digests.ts';
import { makePages } from './make-pages.ts';
import type { Manifest, ManifestEntry } from './manifest.ts';
import { frameDigest } from './page-inputs.ts';
import { isFeed } from './page.ts';
import type { PublishOptions } from './publish-options.ts';
import type { PublishRun } from './publish-run.ts';
import { redirectsOf } from './redirects.ts';
import { sitePages } from './site-pages.ts';

export interface Compared extends Comparison {
  state: SiteState;
  /** Every page was looked at, not only those that a change can have touched. */
  isFull: boolean;
}

/** New status lists that are in force already. */
export interface Ahead {
  manifest: Manifest;
  entries: ReadonlyMap<string, ManifestEntry>;
}

/** `before`: what the manifest in force was published from, when this process did it. */
export function comparePages(run: PublishRun, before: SiteState | undefined): Promise<Compared> {
  const { previous, store, options } = run;
  return run.timer.run('compare', async () => {
    const state = siteState(run, before);
    const isFull = previous === undefined || before === undefined || before.frame !== state.frame || options.force === true;
    const comparison = isFull ? await compareAll(state, previous, store.files) : compareChanged(state, before, previous);
    return { ...comparison, state, isFull };
  });
}

export function siteState({ view, source, statusIndex, options }: PublishRun, before: SiteState | undefined): SiteState {
  const pages = sitePages(view.catalogue, before?.pages, options.signing !== undefined);
  const digested = { ...view, register: source.register, statusIndex, signing: options.signing, sitemaps: pages.sitemaps };
  const digests = inputDigests(digested, before && { catalogue: before.pages.catalogue, digests: before.digests, sameRing: pages.sameRing });
  return { pages, digests, frame: frameDigest(view.catalogue, source) };
}

/**
 * Puts new status lists in force before any page is made, all else as it was. Only on a site that this code made: pages
 * and lists of different code need not understand each other.
 */
export async function publishStatus(run: PublishRun, compared: Compared): Promise<Ahead | undefined> {
  const { previous, source, timer, store, turn } = run;
  const urgent = compared.make.filter(({ page }) => isFeed(page) && page.urgent === true);
  const isSameSite = previous?.build === source.build && previous.siteUrl === source.siteUrl && previous.mode === source.mode;
  if (!isSameSite || urgent.length === 0) return undefined;
  const ahead = await timer.run('status', async (): Promise<Ahead> => {
    const entries = await make(run, compared, urgent);
    const all = new Map(previous.entries);
    for (const [path, entry] of entries) all.set(path, entry);
    const manifest: Manifest = { ...previous, number: turn.nextNumber(), ahead: true, entries: all };
    await store.files.flush();
    await store.write(manifest, { since: previous, paths: [...entries.keys()] });
    return { manifest, entries };
  });
  await timer.run('status-switch', () => run.switchTo(ahead.manifest));
  return ahead;
}

/** Makes the pages and puts them in force. `ahead`: what is in force already. */
export async function publishPages(run: PublishRun, compared: Compared, ahead: Ahead | undefined): Promise<Manifest> {
  const { previous, source, view, timer, store, turn, options } = run;
  const changed = new Map(ahead?.entries);
  const entries = await timer.run('pages', async () => {
    const waiting = compared.make.filter(({ page }) => !changed.has(page.path));
    for (const [path, entry] of await make(run, compared, waiting, options.onProgress)) changed.set(path, entry);
    const all = compared.isFull
      ? new Map([...assetsToKeep(previous, source.build), ...(await storeClientFiles(options.clientDir, source.build, store.files)), ...compared.kept])
      : compared.kept;
    for (const [path, entry] of changed) all.set(path, entry);
    return all;
  });
  await timer.run('flush', () => store.files.flush());
  const { snapshot } = view.catalogue;
  const manifest: Manifest = { number: turn.nextNumber(), snapshot, ...source, entries, redirects: redirectsOf(view.catalogue) };
  const since = compared.isFull ? undefined : (ahead?.manifest ?? previous);
  await timer.run('manifest', () => store.write(manifest, since && { since, paths: [...changed.keys(), ...compared.gone] }));
  await timer.run('switch', () => run.switchTo(manifest));
  return manifest;
}

function make(run: PublishRun, compared: Compared, pages: readonly PageToMake[], onProgress?: PublishOptions['onProgress']): Promise<Map<string, ManifestEntry>> {
  const { view, store, options } = run;
  return makePages(pages, { renderer: options.renderer, view, feeds: feedsOfRun(run, compared.state), files: store.files, onProgress });
}

export function feedsOfRun({ view, statusIndex, options }: PublishRun, { pages }: SiteState): FeedContext {
  return { ...view, statusIndex, sitemaps: pages.sitemaps, ...(options.signing !== undefined && { signing: options.signing }) };
}

import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import { assetsToKeep, storeClientFiles } from './client-files.ts';
import type { FeedContext } from './feeds/feed-context.ts';
import { makePage } from './make-page.ts';
import type { Manifest, ManifestEntry, PublishSource } from './manifest.ts';
import { inputsOfPages, registerDigest } from './page-inputs.ts';
import { isFiltered, isHtmlPage, type PublishedPage } from './page.ts';
import { pagesOf } from './page-list.ts';
import { PublishError } from './publish-error.ts';
import type { PublishStore } from './publish-store.ts';
import { redirectsOf } from './redirects.ts';
import type { RenderedPage, Renderer } from './renderer.ts';
import type { View } from './view.ts';

export interface PublishOptions {
  catalogue: Catalogue;
  photographs?: View['photographs'];
  /** The day for which statuses are computed, in Việt Nam. */
  asOf: IsoDate;
  /** Origin without trailing slash. */
  siteUrl: string;
  store: PublishStore;
  renderer: Renderer;
  /** `dist/client`: the build's files for browsers. */
  clientDir: string;
  mode?: View['mode'];
  onProgress?: (done: number, total: number) => void;
}

export interface PublishReport {
  manifest: Manifest;
  /** False when catalogue, day, code and address are those of the manifest in force: nothing was done. */
  changed: boolean;
  pages: number;
  /** Pages made in this run; the others were kept from the manifest before. */
  made: number;
}

/** Files waiting to be synced to disk at a time: enough to keep the disk busy, few enough for little memory. */
const WRITES_AT_ONCE = 32;

/**
 * Publishes the whole site: makes every page whose inputs changed, stores files, manifest, and switches the pointer.
 * Throws {@link PublishError} when a page cannot be made; the manifest in force then stays.
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  const { asOf, siteUrl, store, renderer, mode = 'server' } = options;
  const previous = await store.current();
  const source: PublishSource = { asOf, siteUrl, mode, build: renderer.build, register: registerDigest(options.catalogue, options.photographs) };
  if (previous !== undefined && isSameSource(previous, source)) {
    return { manifest: previous, changed: false, pages: countPages(previous), made: 0 };
  }
  const snapshot = nextSnapshot(previous, source.register);
  const catalogue = withSnapshot(options.catalogue, snapshot);
  const pages = pagesOf(catalogue);
  const view: View = { catalogue, asOf, siteUrl, mode, ...(options.photographs === undefined ? {} : { photographs: options.photographs }) };
  const run: Run = {
    ...options,
    view,
    feeds: { catalogue, asOf, siteUrl, pages: pages.filter(isHtmlPage) },
    inputsOf: inputsOfPages(view, source),
    previous,
  };
  const { entries, made } = await makeAll(pages, run);
  const manifest: Manifest = {
    number: await store.nextNumber(),
    snapshot,
    ...source,
    entries: new Map([
      ...assetsToKeep(previous, source.build),
      ...(await storeClientFiles(options.clientDir, source.build, store.files)),
      ...entries,
    ]),
    redirects: redirectsOf(catalogue),
  };
  await store.commit(manifest);
  return { manifest, changed: true, pages: pages.length, made };
}

/** The catalogue under the number with which it was published. */
export function withSnapshot(catalogue: Catalogue, snapshot: number): Catalogue {
  return Object.freeze({ ...catalogue, snapshot });
}

interface Run extends PublishOptions {
  view: View;
  feeds: FeedContext;
  inputsOf: (page: PublishedPage) => string;
  previous: Manifest | undefined;
}

async function makeAll(pages: readonly PublishedPage[], run: Run): Promise<{ entries: Map<string, ManifestEntry>; made: number }> {
  const entries = new Map<string, ManifestEntry>();
  const failures: { path: string; error: unknown }[] = [];
  const writes = new Set<Promise<unknown>>();
  let made = 0;
  for (const [index, page] of pages.entries()) {
    const inputs = run.inputsOf(page);
    const kept = run.previous?.entries.get(page.path);
    if (kept?.inputs === inputs && (await run.store.files.has(kept.file))) {
      entries.set(page.path, kept);
    } else {
      made += 1;
      try {
        const rendered = await makePage(page, run.renderer, run.view, run.feeds);
        const write: Promise<unknown> = store(page, rendered, inputs)
          .catch((error: unknown) => failures.push({ path: page.path, error }))
          .finally(() => writes.delete(write));
        writes.add(write);
      } catch (error) {
        failures.push({ path: page.path, error });
      }
    }
    while (writes.size >= WRITES_AT_ONCE) await Promise.race(writes);
    if (index % 32 === 0) await setImmediate();
    run.onProgress?.(index + 1, pages.length);
  }
  await Promise.all(writes);
  if (failures.length > 0) throw new PublishError(failures);
  const inOrder = pages.map(({ path }) => [path, entries.get(path) as ManifestEntry] as const);
  return { entries: new Map(inOrder), made };

  async function store(page: PublishedPage, rendered: RenderedPage, inputs: string): Promise<void> {
    const { type, status, headers, body } = rendered;
    const file = await run.store.files.put(body);
    entries.set(page.path, { file, type, status, headers, inputs, filtered: isFiltered(page) });
  }
}

function isSameSource(manifest: Manifest, source: PublishSource): boolean {
  return (Object.keys(source) as (keyof PublishSource)[]).every((key) => manifest[key] === source[key]);
}

/** The number grows only when the register changed, not with a new day or new code. */
function nextSnapshot(previous: Manifest | undefined, register: string): number {
  if (previous === undefined) return 1;
  return previous.register === register ? previous.snapshot : previous.snapshot + 1;
}

function countPages(manifest: Manifest): number {
  return [...manifest.entries.values()].filter((entry) => entry.inputs !== manifest.build).length;
}

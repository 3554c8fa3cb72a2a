import { setImmediate } from 'node:timers/promises';
import type { Bundle } from './bundles.ts';
import { changedKeys } from './changed-keys.ts';
import type { FileStore } from './file-store.ts';
import type { InputDigests } from './input-digests.ts';
import type { Manifest, ManifestEntry } from './manifest.ts';
import { inputsOf } from './page-inputs.ts';
import type { PublishedPage } from './page.ts';
import { allPages, type SitePages } from './site-pages.ts';

/** The site as one publish knows it: its pages, and the digests of all they are made from. */
export interface SiteState {
  pages: SitePages;
  digests: InputDigests;
  /** Of what every page shows. */
  frame: string;
}

export interface PageToMake {
  page: PublishedPage;
  /** Digest of all it is made from. */
  inputs: string;
}

export interface Comparison {
  make: readonly PageToMake[];
  /** Entries that stay, by path. */
  kept: Map<string, ManifestEntry>;
  /** Addresses of pages that are gone. */
  gone: readonly string[];
}

/** A server in the same process answers in between. */
const PAGES_AT_ONCE = 500;

/**
 * Looks at every page. One that lacks its file is made again: so a full comparison, which the first publish of every
 * process is, also repairs the store.
 */
export async function compareAll(state: SiteState, previous: Manifest | undefined, files: Pick<FileStore, 'has'>): Promise<Comparison> {
  const make: PageToMake[] = [];
  const kept = new Map<string, ManifestEntry>();
  const pages = allPages(state.pages);
  for (const [done, page] of pages.entries()) {
    if (done % PAGES_AT_ONCE === 0) await setImmediate();
    const inputs = inputsOf(page, state.frame, state.digests);
    const entry = previous?.entries.get(page.path);
    if (entry?.inputs === inputs && (await files.has(entry.file))) kept.set(page.path, entry);
    else make.push({ page, inputs });
  }
  const paths = new Set(pages.map(({ path }) => path));
  const isPage = ({ inputs }: ManifestEntry): boolean => inputs !== previous?.build;
  const gone = [...(previous?.entries ?? [])].filter(([path, entry]) => isPage(entry) && !paths.has(path) && !path.startsWith('/assets/'));
  return { make, kept, gone: gone.map(([path]) => path) };
}

/**
 * Looks only at pages of records that came, went or changed, and at those that show something of them. `before` is what
 * `previous` was published from, and what the pages of `state` were listed after; the frame must be the same.
 */
export function compareChanged(state: SiteState, before: SiteState, previous: Manifest): Comparison {
  const make: PageToMake[] = [];
  const left = new Set<string>();
  const here = new Set<string>();
  for (const { known } of state.pages.changes.values()) for (const { path } of known?.pages ?? []) left.add(path);
  for (const bundle of bundlesToLookAt(state, before)) {
    for (const page of bundle.pages) {
      here.add(page.path);
      const inputs = inputsOf(page, state.frame, state.digests);
      if (previous.entries.get(page.path)?.inputs !== inputs) make.push({ page, inputs });
    }
  }
  const kept = new Map(previous.entries);
  const gone = [...left].filter((path) => !here.has(path) && kept.delete(path));
  return { make, kept, gone };
}

function bundlesToLookAt({ pages, digests }: SiteState, before: SiteState): Bundle[] {
  const { uses, changes, bundles, catalogue } = pages;
  uses.prepare(bundles);
  const names = new Set(changes.keys());
  const keys = changedKeys({ catalogue: before.pages.catalogue, digests: before.digests }, { catalogue, digests }, uses.others());
  for (const key of keys) for (const name of uses.of(key)) names.add(name);
  return [...names].flatMap((name) => bundles.get(name) ?? []);
}

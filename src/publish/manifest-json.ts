import { remember } from '../catalogue/remember.ts';
import { isIsoDate } from '../domain/date-text.ts';
import { isSameEntry, type HeaderSet, type Manifest, type ManifestEntry, type Rollback } from './manifest.ts';

/**
 * A manifest as JSON. Thousands of pages share a few sets of headers (a content security policy is
 * half a kilobyte), so they stand once in `headerSets` and entries name them by position.
 * With `differences` only they are written.
 */
export function serialiseManifest(manifest: Manifest, differences?: Differences): string {
  const sets = new Map<string, number>();
  const entries: Record<string, unknown> = {};
  for (const [path, entry] of differences?.set ?? manifest.entries) {
    const key = headersText(entry.headers);
    const headers = sets.get(key) ?? sets.size;
    sets.set(key, headers);
    entries[path] = { ...entry, headers, filtered: entry.filtered || undefined };
  }
  return JSON.stringify({
    ...manifest,
    base: differences?.base,
    removed: differences?.removed,
    headerSets: [...sets.keys()].map((key) => JSON.parse(key) as HeaderSet),
    entries,
    redirects: Object.fromEntries(manifest.redirects),
  });
}

/** Entries stay the same objects while their pages do. */
const headersText = remember((headers: HeaderSet) => JSON.stringify(headers));

/** What makes the entries of the manifest `base` those of another. */
export interface Differences {
  base: number;
  set: readonly (readonly [string, ManifestEntry])[];
  removed: readonly string[];
}

export function differencesOf(manifest: Manifest, base: Manifest): Differences {
  const set: [string, ManifestEntry][] = [];
  let shared = 0;
  for (const [path, entry] of manifest.entries) {
    const known = base.entries.get(path);
    if (known !== undefined) shared += 1;
    if (known === undefined || (known !== entry && !isSameEntry(known, entry))) set.push([path, entry]);
  }
  const removed = shared === base.entries.size ? [] : [...base.entries.keys()].filter((path) => !manifest.entries.has(path));
  return { base: base.number, set, removed };
}

/** The same, looking only at the addresses given: everywhere else the two are known to have the same entries. */
export function differencesAt(paths: Iterable<string>, manifest: Manifest, base: Manifest): Differences {
  const set: [string, ManifestEntry][] = [];
  const removed: string[] = [];
  for (const path of new Set(paths)) {
    const [entry, known] = [manifest.entries.get(path), base.entries.get(path)];
    if (entry === undefined && known !== undefined) removed.push(path);
    if (entry !== undefined && (known === undefined || !isSameEntry(known, entry))) set.push([path, entry]);
  }
  return { base: base.number, set, removed };
}

/**
 * Throws an error that names the first thing found wrong; a damaged manifest is never served. `readBase` gives the
 * manifest that this one was written against.
 */
export async function parseManifest(text: string, name: string, readBase: (number: number) => Promise<Manifest>): Promise<Manifest> {
  const fail = (what: string): never => {
    throw new Error(`${name}: ${what}`);
  };
  const root = record(parseJson(text, fail), () => fail('is not an object'));
  const headerSets = list(root['headerSets'], () => fail('headerSets is not a list')).map((set) =>
    stringRecord(set, () => fail('headerSets holds something else than headers')),
  );
  const asOf = textOf(root['asOf']);
  const mode = root['mode'];
  const base = root['base'] === undefined ? undefined : await readBase(whole(root['base']) ?? fail('base is not a whole number'));
  const entries = new Map(base?.entries);
  for (const path of list(root['removed'] ?? [], () => fail('removed is not a list'))) entries.delete(String(path));
  for (const [path, value] of Object.entries(record(root['entries'], () => fail('entries is not an object')))) {
    entries.set(path, parseEntry(value, headerSets) ?? fail(`entry ${path} is damaged`));
  }
  return {
    number: whole(root['number']) ?? fail('number is not a whole number'),
    snapshot: whole(root['snapshot']) ?? fail('snapshot is not a whole number'),
    asOf: asOf !== undefined && isIsoDate(asOf) ? asOf : fail('asOf is not a day'),
    build: textOf(root['build']) ?? fail('build is missing'),
    register: textOf(root['register']) ?? fail('register is missing'),
    ...(typeof root['keys'] === 'string' && { keys: root['keys'] }),
    siteUrl: textOf(root['siteUrl']) ?? fail('siteUrl is missing'),
    mode: mode === 'server' || mode === 'static' ? mode : fail('mode is neither server nor static'),
    entries,
    redirects: new Map(Object.entries(stringRecord(root['redirects'], () => fail('redirects is not a record of paths')))),
    ...(root['ahead'] === true && { ahead: true as const }),
    ...(root['rollback'] !== undefined && { rollback: parseRollback(root['rollback']) ?? fail('rollback is damaged') }),
  };
}

function parseEntry(value: unknown, headerSets: readonly HeaderSet[]): ManifestEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { file, type, status, headers, inputs, filtered } = value as Record<string, unknown>;
  const set = typeof headers === 'number' ? headerSets[headers] : undefined;
  if (typeof file !== 'string' || !/^[0-9a-f]{64}$/.test(file) || typeof type !== 'string') return undefined;
  if (whole(status) === undefined || set === undefined || typeof inputs !== 'string') return undefined;
  return { file, type, status: status as number, headers: set, inputs, filtered: filtered === true };
}

function parseRollback(value: unknown): Rollback | undefined {
  const { to, from } = (value ?? {}) as Record<string, unknown>;
  const { register, build } = (from ?? {}) as Record<string, unknown>;
  if (whole(to) === undefined || typeof register !== 'string' || typeof build !== 'string') return undefined;
  return { to: to as number, from: { register, build } };
}

function parseJson(text: string, fail: (what: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail('is not JSON');
  }
}

function record(value: unknown, fail: () => never): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : fail();
}

function stringRecord(value: unknown, fail: () => never): Record<string, string> {
  const found = record(value, fail);
  return Object.values(found).every((item) => typeof item === 'string') ? (found as Record<string, string>) : fail();
}

function list(value: unknown, fail: () => never): readonly unknown[] {
  return Array.isArray(value) ? value : fail();
}

function whole(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

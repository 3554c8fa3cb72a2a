import { isIsoDate } from '../domain/calendar-day.ts';
import type { HeaderSet, Manifest, ManifestEntry } from './manifest.ts';

/**
 * A manifest as JSON. Thousands of pages share a few sets of headers (a content security policy is
 * half a kilobyte), so they stand once in `headerSets` and entries name them by position.
 */
export function serialiseManifest(manifest: Manifest): string {
  const sets = new Map<string, number>();
  const entries: Record<string, unknown> = {};
  for (const [path, entry] of manifest.entries) {
    const key = JSON.stringify(entry.headers);
    const headers = sets.get(key) ?? sets.size;
    sets.set(key, headers);
    entries[path] = { ...entry, headers, filtered: entry.filtered || undefined };
  }
  return JSON.stringify({
    ...manifest,
    headerSets: [...sets.keys()].map((key) => JSON.parse(key) as HeaderSet),
    entries,
    redirects: Object.fromEntries(manifest.redirects),
  });
}

/** Throws an error that names the first thing found wrong; a damaged manifest is never served. */
export function parseManifest(text: string, name: string): Manifest {
  const fail = (what: string): never => {
    throw new Error(`${name}: ${what}`);
  };
  const root = record(parseJson(text, fail), () => fail('is not an object'));
  const headerSets = list(root['headerSets'], () => fail('headerSets is not a list')).map((set) =>
    stringRecord(set, () => fail('headerSets holds something else than headers')),
  );
  const entries = new Map<string, ManifestEntry>();
  for (const [path, value] of Object.entries(record(root['entries'], () => fail('entries is not an object')))) {
    entries.set(path, parseEntry(value, headerSets) ?? fail(`entry ${path} is damaged`));
  }
  const redirects = stringRecord(root['redirects'], () => fail('redirects is not a record of paths'));
  const mode = root['mode'];
  if (mode !== 'server' && mode !== 'static') return fail('mode is neither server nor static');
  const asOf = textOf(root['asOf']);
  if (asOf === undefined || !isIsoDate(asOf)) return fail('asOf is not a day');
  return {
    number: whole(root['number']) ?? fail('number is not a whole number'),
    snapshot: whole(root['snapshot']) ?? fail('snapshot is not a whole number'),
    asOf,
    build: textOf(root['build']) ?? fail('build is missing'),
    register: textOf(root['register']) ?? fail('register is missing'),
    siteUrl: textOf(root['siteUrl']) ?? fail('siteUrl is missing'),
    mode,
    entries,
    redirects: new Map(Object.entries(redirects)),
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

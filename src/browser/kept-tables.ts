import { dayInVietnam, type IsoDate } from '../domain/calendar-day.ts';
import { partOf, type PackRow, type PackTableIndex } from '../domain/pack-table.ts';
import { packTableIndexPath, packTablePath } from '../paths.ts';
import { keep, keptOn } from './kept-cache.ts';

/** What the tables say of a code, on which day they were fetched, and the words around it. */
export interface KeptRow {
  row: PackRow | undefined;
  keptOn: IsoDate;
  words: PackTableIndex['words'];
}

/** More would be several megabytes, which nobody asked for. */
const MOST_PACKS = 60_000;
const MOST_FILES = 400;
const DIGEST = 'x-part-digest';

/**
 * Fetches the parts of the table that changed, the index after them, so that what is kept fits together at any moment.
 * Once a day at most: true when it asked. Rejects when the network fails; what was kept before stays.
 */
export async function refreshTables(tables: Cache, now: () => number): Promise<boolean> {
  const before = await tables.match(packTableIndexPath);
  if (before !== undefined && keptOn(before) === dayInVietnam(now())) return false;
  const answer = await fetch(packTableIndexPath);
  if (!answer.ok) return false;
  const index = (await answer.clone().json()) as PackTableIndex;
  if (index.packs > MOST_PACKS) return true;
  for (const [name, digest] of Object.entries(index.parts)) await refreshPart(tables, packTablePath(name), digest, now);
  await keep(tables, packTableIndexPath, answer, MOST_FILES, now());
  await removeOthers(tables, index);
  return true;
}

async function refreshPart(tables: Cache, path: string, digest: string, now: () => number): Promise<void> {
  const known = await tables.match(path);
  if (known?.headers.get(DIGEST) === digest) return;
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const headers = new Headers(response.headers);
  headers.set(DIGEST, digest);
  await keep(tables, path, new Response(await response.text(), { headers }), MOST_FILES, now());
}

async function removeOthers(tables: Cache, { parts }: PackTableIndex): Promise<void> {
  const wanted = new Set([packTableIndexPath, ...Object.keys(parts).map(packTablePath)]);
  const gone = (await tables.keys()).filter(({ url }) => !wanted.has(new URL(url).pathname));
  await Promise.all(gone.map((request) => tables.delete(request)));
}

/** Undefined while no table was kept. */
export async function keptRow(tables: Cache, code: string): Promise<KeptRow | undefined> {
  const answer = await tables.match(packTableIndexPath);
  const day = answer && keptOn(answer);
  if (answer === undefined || day === undefined) return undefined;
  const { parts, words } = (await answer.json()) as PackTableIndex;
  const part = await tables.match(packTablePath(partOf(code, Object.keys(parts).length)));
  const rows = part === undefined ? [] : ((await part.json()) as { packs: PackRow[] }).packs;
  return { row: rows.find((row) => row.code === code), keptOn: day, words };
}

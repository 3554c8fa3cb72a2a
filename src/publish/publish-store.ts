import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepTemporary, syncDirectory, writeDurably } from './durable-write.ts';
import { openFileStore, type FileStore } from './file-store.ts';
import type { Manifest } from './manifest.ts';
import { differencesAt, differencesOf, parseManifest, serialiseManifest, type Differences } from './manifest-json.ts';
import { readPointer, switchPointer } from './pointer.ts';

/** Everything published, in one directory: `files/`, `manifests/<number>.json` and the pointer `current`. */
export interface PublishStore {
  readonly directory: string;
  readonly files: FileStore;
  /** The manifest in force; undefined before the first publish. Throws when it is damaged. The same object until another is in force. */
  current(): Promise<Manifest | undefined>;
  currentNumber(): Promise<number | undefined>;
  /** Throws ENOENT for one that was never written or is collected already. */
  read(number: number): Promise<Manifest>;
  /** The number of the complete manifest against which this one was written; undefined for a complete one. */
  baseOf(number: number): Promise<number | undefined>;
  /** Numbers of all manifests on the disk, lowest first. */
  numbers(): Promise<number[]>;
  /** One above the highest number ever written, so that a number never names two states. */
  nextNumber(): Promise<number>;
  /**
   * Writes a manifest, by what differs from the last complete one where there is one; it is not in force yet. `changes`:
   * all that it has otherwise than an earlier one, if that is known.
   */
  write(manifest: Manifest, changes?: ManifestChanges): Promise<void>;
  /** Puts a written manifest in force. It and its files must be safe on the disk. */
  switchTo(manifest: Manifest): Promise<void>;
  /** Writes the manifest that was written last again, complete, when much differs from the one it was written against. */
  compact(manifest: Manifest): Promise<void>;
  removeManifest(number: number): Promise<void>;
  /** Removes what a killed process was writing. */
  sweep(): Promise<void>;
}

export interface ManifestChanges {
  since: Manifest;
  /** Addresses; some may be the same. */
  paths: readonly string[];
}

/** Above this share of the site a manifest is not worth writing by its differences. */
const MANY = 0.5;
/** From this share on it is written complete after the switch, so that the next ones are short again. */
const SOME = 0.05;

export async function openPublishStore(directory: string): Promise<PublishStore> {
  const manifestsDir = join(directory, 'manifests');
  const temporaryDir = join(directory, 'tmp');
  await mkdir(manifestsDir, { recursive: true });
  await mkdir(temporaryDir, { recursive: true });
  const files = await openFileStore(join(directory, 'files'), temporaryDir);
  const nameOf = (number: number): string => `${number}.json`;
  /** The last one in force that was read or written here, and the last complete one. */
  let latest: Manifest | undefined;
  /** The one that is being put in force: who sees the pointer name it already need not read it from the disk. */
  let arriving: Manifest | undefined;
  let complete: Manifest | undefined;
  let lastBase: Manifest | undefined;
  /** The manifest written last, and what it has anew since the complete one. */
  let written: { manifest: Manifest; differences: Differences } | undefined;
  const bases = new Map<number, number | undefined>();
  const numbers = async (): Promise<number[]> => {
    const names = await readdir(manifestsDir);
    return names.flatMap((name) => Number(/^([1-9]\d*)\.json$/.exec(name)?.[1] ?? 0) || []).sort((a, b) => a - b);
  };

  const readText = (number: number): Promise<string> => readFile(join(manifestsDir, nameOf(number)), 'utf8');
  const readComplete = async (number: number): Promise<Manifest> => {
    const known = [latest, complete, lastBase].find((manifest) => manifest?.number === number);
    if (known !== undefined) return known;
    lastBase = await parseManifest(await readText(number), `manifests/${nameOf(number)}`, () => {
      throw new Error(`manifests/${nameOf(number)}: is not complete`);
    });
    return lastBase;
  };
  const read = async (number: number): Promise<Manifest> => {
    const known = [latest, arriving].find((manifest) => manifest?.number === number);
    if (known !== undefined) return known;
    let base: number | undefined;
    const manifest = await parseManifest(await readText(number), `manifests/${nameOf(number)}`, (found) => {
      base = found;
      return readComplete(found);
    });
    bases.set(number, base);
    return manifest;
  };
  const writeText = async (manifest: Manifest, differences: Differences | undefined): Promise<void> => {
    await writeDurably(join(manifestsDir, nameOf(manifest.number)), serialiseManifest(manifest, differences), temporaryDir);
    await syncDirectory(manifestsDir);
    bases.set(manifest.number, differences?.base);
    if (differences === undefined) complete = manifest;
    written = { manifest, differences: differences ?? { base: manifest.number, set: [], removed: [] } };
  };

  const differencesSince = (base: Manifest, manifest: Manifest, changes: ManifestChanges | undefined): Differences => {
    if (changes === undefined || written?.manifest !== changes.since || written.differences.base !== base.number) return differencesOf(manifest, base);
    const { set, removed } = written.differences;
    return differencesAt([...set.map(([path]) => path), ...removed, ...changes.paths], manifest, base);
  };

  return {
    directory,
    files,
    currentNumber: () => readPointer(directory),
    async current() {
      const number = await readPointer(directory);
      if (number === undefined) return undefined;
      const before = latest;
      const manifest = await read(number);
      // Another may have been put in force while this one was read.
      if (latest !== before || manifest === latest || manifest === arriving) return manifest;
      latest = manifest;
      const base = bases.get(number);
      complete = base === undefined ? latest : await readComplete(base);
      return latest;
    },
    read,
    async baseOf(number) {
      if (!bases.has(number)) await read(number);
      return bases.get(number);
    },
    numbers,
    nextNumber: async () => Math.max((await readPointer(directory)) ?? 0, (await numbers()).at(-1) ?? 0) + 1,
    write(manifest, changes) {
      const differences = complete && differencesSince(complete, manifest, changes);
      return writeText(manifest, differences && shareOf(differences, manifest) <= MANY ? differences : undefined);
    },
    async switchTo(manifest) {
      arriving = manifest;
      try {
        await switchPointer(directory, manifest.number, temporaryDir);
        latest = manifest;
      } finally {
        arriving = undefined;
      }
    },
    async compact(manifest) {
      if (written !== undefined && shareOf(written.differences, manifest) > SOME) await writeText(manifest, undefined);
    },
    async removeManifest(number) {
      if (complete?.number === number) complete = undefined;
      if (lastBase?.number === number) lastBase = undefined;
      bases.delete(number);
      await rm(join(manifestsDir, nameOf(number)), { force: true });
    },
    async sweep() {
      await sweepTemporary(temporaryDir);
      await sweepTemporary(directory);
    },
  };
}

function shareOf({ set, removed }: Differences, { entries }: Manifest): number {
  return (set.length + removed.length) / Math.max(1, entries.size);
}

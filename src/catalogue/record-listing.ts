import { existsSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import {
  filesOfKind,
  folderOfKind,
  listRecordFiles,
  lotFilesOf,
  productFile,
  RECORD_KINDS,
  recordFolders,
  yamlFile,
  type RecordFile,
  type RecordFolder,
} from './record-files.ts';

/** The last listing of each content folder in this process, by folder and whether samples are part of it. */
const LAST = new Map<string, readonly RecordFile[]>();

/** So many touched places are looked at one by one; with more of them all are. */
const FEW = 200;

/**
 * What `listRecordFiles` gives. `touched`: paths from the content folder that are all that changed since the last
 * listing, as a watcher reports them; then only these are looked at, which of twenty thousand records saves all but the
 * last hundredth of the time. Without it everything is looked at.
 */
export function recordFiles(contentDir: string, samples: boolean, touched?: readonly string[]): readonly RecordFile[] {
  const key = `${samples} ${contentDir}`;
  const last = LAST.get(key);
  const places = last && touched && placesOf(touched, recordFolders(contentDir, samples));
  const files = last === undefined || places === undefined ? listRecordFiles(contentDir, samples) : listAgain(last, places);
  LAST.set(key, files);
  return files;
}

/** A part of the listing that is looked at as one. */
interface Place {
  folder: RecordFolder;
  kind: RecordFile['kind'];
  /** A file, or a folder with a separator behind it. */
  path: string;
  list(): readonly RecordFile[];
}

/** Undefined when all must be looked at. */
function placesOf(touched: readonly string[], folders: readonly RecordFolder[]): ReadonlyMap<string, Place> | undefined {
  const places = new Map<string, Place>();
  for (const path of new Set(touched)) {
    const parts = path.split(/[\\/]/).filter(Boolean);
    const folder = folders.find(({ sample }) => sample === (parts[0] === 'samples'));
    const [name, ...rest] = parts[0] === 'samples' ? parts.slice(1) : parts;
    if (name === undefined) return undefined;
    const kind = RECORD_KINDS.find((one) => `${one}s` === name);
    if (folder === undefined || kind === undefined) continue;
    const place = placeOf(folder, kind, rest);
    if (place === undefined || places.size === FEW) return undefined;
    places.set(place.path, place);
  }
  return places;
}

function placeOf(folder: RecordFolder, kind: RecordFile['kind'], rest: readonly string[]): Place | undefined {
  const dir = folderOfKind(folder, kind);
  if (kind === 'product' || kind === 'lot') {
    const [id] = rest;
    if (id === undefined) return undefined;
    const own = join(dir, id);
    const list = (): readonly RecordFile[] => {
      if (!isFolder(own)) return [];
      return kind === 'lot' ? lotFilesOf(folder, id) : [productFile(folder, id)].filter((file) => file !== undefined);
    };
    return { folder, kind, path: own + sep, list };
  }
  const path = join(dir, ...rest);
  if (!path.endsWith('.yaml')) return { folder, kind, path: dir + sep, list: () => filesOfKind(folder, kind) };
  return { folder, kind, path, list: () => (existsSync(path) && !isFolder(path) ? [yamlFile(folder, kind, path)] : []) };
}

function listAgain(last: readonly RecordFile[], places: ReadonlyMap<string, Place>): readonly RecordFile[] {
  if (places.size === 0) return last;
  const wholes = [...places.values()].filter(({ path }) => path.endsWith(sep));
  const isAgain = ({ path }: RecordFile): boolean => places.has(path) || wholes.some((whole) => path.startsWith(whole.path));
  const again = [...places.values()].filter((place) => !wholes.some((whole) => whole !== place && place.path.startsWith(whole.path)));
  return [...last.filter((file) => !isAgain(file)), ...again.flatMap((place) => place.list())].sort(inOrder);
}

function inOrder(a: RecordFile, b: RecordFile): number {
  return (
    Number(a.sample) - Number(b.sample) ||
    RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind) ||
    (a.kind === 'lot' ? compareText(productOf(a), productOf(b)) || compareText(a.path, b.path) : a.kind === 'product' ? compareText(a.id, b.id) : compareText(a.path, b.path))
  );
}

function productOf({ id }: RecordFile): string {
  return id.slice(0, id.indexOf('/'));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

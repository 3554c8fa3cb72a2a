import type { IsoDate } from '../domain/calendar-day.ts';
import type { FileHash } from './file-store.ts';
import type { View } from './view.ts';

/** Response headers of one kind of file, in the order in which they are sent. */
export type HeaderSet = Readonly<Record<string, string>>;

export interface ManifestEntry {
  file: FileHash;
  /** Content-Type. */
  type: string;
  status: number;
  headers: HeaderSet;
  /** Digest of everything the file was made from; the file is made again when it differs. */
  inputs: string;
  /** The page has filters: a query string is answered by rendering, not from the file. */
  filtered: boolean;
}

/** One complete state of the site: every address and what stands there. */
export interface Manifest {
  /** Grows by one with every publish. */
  number: number;
  /** Of the catalogue it was made from. */
  snapshot: number;
  /** The day for which statuses were computed. */
  asOf: IsoDate;
  /** Digest of the code that rendered it. */
  build: string;
  /** Digest of the whole catalogue. */
  register: string;
  /** Digest of the keys that sign, or signed; absent where nothing is signed. */
  keys?: string;
  siteUrl: string;
  mode: View['mode'];
  /** By canonical path (percent-encoded, as src/paths.ts builds it). */
  entries: ReadonlyMap<string, ManifestEntry>;
  redirects: ReadonlyMap<string, string>;
  /** Only its status lists are newer than those of the publish before; all else is still as that publish left it. */
  ahead?: true;
  rollback?: Rollback;
}

/** A publish that brought an earlier one back. */
export interface Rollback {
  /** The number of the publish whose pages these are. */
  to: number;
  /** What had been published: it is not published again by itself. */
  from: Pick<PublishSource, 'register' | 'build'>;
}

/** What a publish was made from; equal sources give equal sites. */
export type PublishSource = Pick<Manifest, 'asOf' | 'build' | 'register' | 'keys' | 'siteUrl' | 'mode'>;

export function isSameEntry(a: ManifestEntry, b: ManifestEntry): boolean {
  return (
    a.file === b.file &&
    a.inputs === b.inputs &&
    a.type === b.type &&
    a.status === b.status &&
    a.filtered === b.filtered &&
    (a.headers === b.headers || JSON.stringify(a.headers) === JSON.stringify(b.headers))
  );
}

/** Pages and files for machines; what belongs to the build alone is not counted. */
export function countPages({ entries, build }: Manifest): number {
  return [...entries].filter(([path, entry]) => entry.inputs !== build && !path.startsWith('/assets/')).length;
}

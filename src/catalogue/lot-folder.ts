import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileState, RecordCache } from './record-cache.ts';
import type { LotRecord } from './schemas/lot.ts';
import { kindOfBytes, type DocumentExtension } from './stored-document.ts';

/** What a lot's record names and what lies beside it under that name. */
export interface LotFolder {
  /** By name; what is not there is missing. */
  files: ReadonlyMap<string, LotFile | LotFileFault>;
  /** Lines of serials.txt, where the record says that there are serials. */
  serials?: readonly string[];
}

export interface LotFile {
  sha256: string;
  bytes: number;
  /** By its first bytes; undefined for other kinds. */
  kind: DocumentExtension | undefined;
}

/** `no-file`: a folder, pipe or device, or a link that leads out of the lot's folder. */
export type LotFileFault = 'no-file' | 'too-large';

export const SERIALS_FILE = 'serials.txt';
/** A scan of a paper is smaller by far; nothing larger is read. */
export const LARGEST_DOCUMENT_BYTES = 20 * 1024 * 1024;
export const EMPTY_FOLDER: LotFolder = { files: new Map() };

/** Reads the files that the record names; those that did not change since the last time are not read again. */
export function readLotFolder(folder: string, record: LotRecord, cache: RecordCache): LotFolder {
  const files = new Map<string, LotFile | LotFileFault>();
  for (const { file } of [...record.documents, ...record.photographs]) {
    const found = remembered(join(folder, file), folder, cache, (bytes): LotFile => ({ sha256: sha256(bytes), bytes: bytes.length, kind: kindOfBytes(bytes) }));
    if (found !== undefined) files.set(file, found);
  }
  const serials = record.serials && remembered(join(folder, SERIALS_FILE), folder, cache, (bytes) => linesOf(bytes.toString('utf8')));
  return { files, ...(Array.isArray(serials) && { serials }) };
}

function remembered<T>(path: string, folder: string, cache: RecordCache, read: (bytes: Buffer) => T): T | LotFileFault | undefined {
  const found = fileInside(path, folder);
  if (found === undefined || typeof found === 'string') return found;
  const kept = cache.get(found) as T | undefined;
  if (kept !== undefined) return kept;
  const value = read(readFileSync(path));
  cache.set(found, value);
  return value;
}

/** Pipes and devices, which may never end, and files elsewhere are not opened. */
function fileInside(path: string, folder: string): FileState | LotFileFault | undefined {
  try {
    if (!realpathSync(path).startsWith(realpathSync(folder) + sep)) return 'no-file';
    const found = statSync(path);
    if (!found.isFile()) return 'no-file';
    return found.size > LARGEST_DOCUMENT_BYTES ? 'too-large' : { path, size: found.size, mtimeMs: found.mtimeMs };
  } catch {
    return undefined;
  }
}

/** A line end after the last line is no line. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

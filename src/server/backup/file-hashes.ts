import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface FileHash {
  /** From the folder's root, with forward slashes. */
  path: string;
  /** SHA-256, hex. */
  sha256: string;
}

/** Every file below a folder, sorted by path. */
export function filesWithHashes(folder: string): FileHash[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), sha256: createHash('sha256').update(readFileSync(path)).digest('hex') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

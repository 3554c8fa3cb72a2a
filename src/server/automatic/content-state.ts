import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isEditorFile } from './editor-file.ts';

/** How many files are asked for their size and time at once. */
const AT_ONCE = 64;

/** A digest that changes when any file below a folder is made, changed or removed; editors' own files do not count. */
export async function contentState(folder: string): Promise<string> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isEditorFile(path.slice(folder.length + 1)))
    .sort();
  const digest = createHash('sha256');
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const part = found.slice(from, from + AT_ONCE);
    // A file that vanishes between listing and asking is seen as removed.
    const states = await Promise.all(part.map((path) => stat(path).catch(() => undefined)));
    for (const [nth, state] of states.entries()) digest.update(`${part[nth]}\0${state?.size}\0${state?.mtimeMs}\n`);
  }
  return digest.digest('hex');
}

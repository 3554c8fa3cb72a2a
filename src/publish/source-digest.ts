import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * Digest (hex, 16 characters) of files and whole folders, names and contents, whatever the order on disk.
 * What does not exist counts as empty.
 */
export async function digestOfFiles(root: string, names: readonly string[]): Promise<string> {
  const files = (await Promise.all(names.map((name) => filesUnder(join(root, name))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${relative(root, file).split(sep).join('/')}\0`);
    hash.update(createHash('sha256').update(await readFile(file)).digest());
  }
  return hash.digest('hex').slice(0, 16);
}

/** All files below a path in a stable order, the path itself when it is a file. */
export async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

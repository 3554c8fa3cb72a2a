import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** One record's file before it is read. */
export interface RecordFile {
  kind: 'product' | 'producer' | 'decision';
  id: string;
  path: string;
  /** From the project's root, with forward slashes, as problems name it. */
  file: string;
  sample: boolean;
  size: number;
  mtimeMs: number;
}

/** Every record file under `content/` and, with `samples`, under `content/samples/`; sorted by path. */
export function listRecordFiles(contentDir: string, samples: boolean): RecordFile[] {
  const root = dirname(contentDir);
  const folders = [{ dir: contentDir, sample: false }, ...(samples ? [{ dir: join(contentDir, 'samples'), sample: true }] : [])];
  return folders.flatMap(({ dir, sample }) => [
    ...productFiles(join(dir, 'products')).map((path) => describe(path, 'product', basename(dirname(path)), root, sample)),
    ...yamlFiles(join(dir, 'producers')).map((path) => describe(path, 'producer', stem(path), root, sample)),
    ...yamlFiles(join(dir, 'decisions')).map((path) => describe(path, 'decision', stem(path), root, sample)),
  ]);
}

/** Names of the other files beside a product's record, those in folders as `a/b.jpg`. */
export function filesBeside(productFile: string): string[] {
  const folder = dirname(productFile);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => name !== 'product.yaml')
    .sort();
}

function productFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(dir, entry.name, 'product.yaml'))
    .filter((path) => existsSync(path))
    .sort();
}

function yamlFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function describe(path: string, kind: RecordFile['kind'], id: string, root: string, sample: boolean): RecordFile {
  const { size, mtimeMs } = statSync(path);
  return { kind, id, path, file: relative(root, path).split(sep).join('/'), sample, size, mtimeMs };
}

function stem(path: string): string {
  return basename(path, '.yaml');
}

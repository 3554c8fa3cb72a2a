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
  /** Names of the other files in a product's folder, those in folders inside it as `a/b.jpg`. */
  beside: readonly string[];
}

/** Every record file under `content/` and, with `samples`, under `content/samples/`; sorted by path. */
export function listRecordFiles(contentDir: string, samples: boolean): RecordFile[] {
  const root = dirname(contentDir);
  const folders = [{ dir: contentDir, sample: false }, ...(samples ? [{ dir: join(contentDir, 'samples'), sample: true }] : [])];
  return folders.flatMap(({ dir, sample }) => [
    ...productFiles(join(dir, 'products'), root, sample),
    ...yamlFiles(join(dir, 'producers')).map((path) => describe(path, 'producer', stem(path), root, sample)),
    ...yamlFiles(join(dir, 'decisions')).map((path) => describe(path, 'decision', stem(path), root, sample)),
  ]);
}

function productFiles(dir: string, root: string, sample: boolean): RecordFile[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((id) => {
      const names = filesIn(join(dir, id));
      if (!names.includes('product.yaml')) return [];
      const beside = names.filter((name) => name !== 'product.yaml').sort();
      return [{ ...describe(join(dir, id, 'product.yaml'), 'product', id, root, sample), beside }];
    });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
    return entry.isFile() ? [entry.name] : [];
  });
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
  return { kind, id, path, file: relative(root, path).split(sep).join('/'), sample, size, mtimeMs, beside: [] };
}

function stem(path: string): string {
  return basename(path, '.yaml');
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** One record's file before it is read. */
export interface RecordFile {
  kind: 'product' | 'producer' | 'decision' | 'lot' | 'offer' | 'outlet' | 'event' | 'basket' | 'voucher';
  /** For a lot `<product>/<code>`, for offers that of their product. */
  id: string;
  path: string;
  /** From the project's root, with forward slashes, as problems name it. */
  file: string;
  sample: boolean;
  size: number;
  mtimeMs: number;
  /** Names of the other files in a product's or lot's folder, those in folders inside it as `a/b.jpg`. */
  beside: readonly string[];
}

/** Every record file under `content/` and, with `samples`, under `content/samples/`: every kind in turn, each by name. */
export function listRecordFiles(contentDir: string, samples: boolean): RecordFile[] {
  return recordFolders(contentDir, samples).flatMap((folder) => RECORD_KINDS.flatMap((kind) => filesOfKind(folder, kind)));
}

/** Where records lie: `content/` itself, or `content/samples/`. */
export interface RecordFolder {
  dir: string;
  /** The project's root. */
  root: string;
  sample: boolean;
}

export function recordFolders(contentDir: string, samples: boolean): RecordFolder[] {
  const root = dirname(contentDir);
  return [{ dir: contentDir, root, sample: false }, ...(samples ? [{ dir: join(contentDir, 'samples'), root, sample: true }] : [])];
}

export const RECORD_KINDS: readonly RecordFile['kind'][] = ['product', 'producer', 'decision', 'lot', 'offer', 'outlet', 'event', 'basket', 'voucher'];

export function folderOfKind({ dir }: RecordFolder, kind: RecordFile['kind']): string {
  return join(dir, `${kind}s`);
}

export function filesOfKind(folder: RecordFolder, kind: RecordFile['kind']): RecordFile[] {
  const dir = folderOfKind(folder, kind);
  if (kind === 'product') return foldersIn(dir).flatMap((id) => productFile(folder, id) ?? []);
  if (kind === 'lot') return foldersIn(dir).flatMap((product) => lotFilesOf(folder, product));
  return yamlFiles(dir).map((path) => yamlFile(folder, kind, path));
}

/** Undefined for a folder without a record. */
export function productFile(folder: RecordFolder, id: string): RecordFile | undefined {
  const dir = join(folderOfKind(folder, 'product'), id);
  const names = filesIn(dir);
  if (!names.includes('product.yaml')) return undefined;
  const beside = names.filter((name) => name !== 'product.yaml').sort();
  return { ...describe(join(dir, 'product.yaml'), 'product', id, folder), beside };
}

/** `<product>/<code>.yaml`, and what belongs to it in the folder `<product>/<code>/`. */
export function lotFilesOf(folder: RecordFolder, product: string): RecordFile[] {
  const dir = join(folderOfKind(folder, 'lot'), product);
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(({ name }) => join(dir, name))
    .sort()
    .map((path) => {
      const own = lotFolderOf(path);
      return { ...describe(path, 'lot', `${product}/${stem(path)}`, folder), beside: existsSync(own) ? filesIn(own).sort() : [] };
    });
}

export function yamlFile(folder: RecordFolder, kind: Exclude<RecordFile['kind'], 'product' | 'lot'>, path: string): RecordFile {
  return describe(path, kind, stem(path), folder);
}

/** Where the documents and photographs of a lot's record lie. */
export function lotFolderOf(path: string): string {
  return path.replace(/\.yaml$/, '');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
    return entry.isFile() ? [entry.name] : [];
  });
}

function foldersIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function yamlFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function describe(path: string, kind: RecordFile['kind'], id: string, { root, sample }: RecordFolder): RecordFile {
  const { size, mtimeMs } = statSync(path);
  return { kind, id, path, file: relative(root, path).split(sep).join('/'), sample, size, mtimeMs, beside: [] };
}

function stem(path: string): string {
  return basename(path, '.yaml');
}

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** A register of its own for one test: the tiny fixture, or the real records, with the country's places. */
export function contentCopy(which: 'fixture' | 'real' = 'fixture'): string {
  const root = mkdtempSync(join(tmpdir(), 'import-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const from = which === 'real' ? join(ROOT, 'content') : join(ROOT, 'tests/fixtures/content');
  const to = join(root, 'content');
  mkdirSync(to);
  for (const name of readdirSync(from)) if (name !== 'places') cpSync(join(from, name), join(to, name), { recursive: true });
  symlinkSync(join(ROOT, 'content/places'), join(to, 'places'));
  return to;
}

/** Text of every file under the folder, by its path. */
export function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

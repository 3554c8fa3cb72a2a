import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOfFiles } from '../../src/publish/source-digest.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ocop-sources-'));
  await mkdir(join(root, 'src', 'deep'), { recursive: true });
  await writeFile(join(root, 'src', 'deep', 'a.ts'), 'a');
  await writeFile(join(root, 'config'), 'c');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const digest = (): Promise<string> => digestOfFiles(root, ['src', 'config', 'missing']);

test('the digest is that of names and contents: a change of either changes it, and changing back brings it back', async () => {
  const first = await digest();
  await writeFile(join(root, 'src', 'deep', 'a.ts'), 'b');
  const edited = await digest();
  await writeFile(join(root, 'src', 'deep', 'a.ts'), 'a');
  expect(await digest()).toBe(first);
  await rename(join(root, 'src', 'deep', 'a.ts'), join(root, 'src', 'deep', 'b.ts'));
  const renamed = await digest();
  expect(new Set([first, edited, renamed]).size).toBe(3);
});

test('a file that appears changes it', async () => {
  const first = await digest();
  await writeFile(join(root, 'missing'), '');
  expect(await digest()).not.toBe(first);
});

import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFirstKey } from '../../../src/server/signing/first-key.ts';
import { openKeyFile, type KeyFile } from '../../../src/server/signing/key-file.ts';
import { currentKey, withNewKey } from '../../../src/trace/signing/key-ring.ts';

const today = '2026-11-22';
let dataDir: string;
let file: KeyFile;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ocop-keys-'));
  file = openKeyFile(dataDir);
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('before the first key there is no file, and reading makes none', async () => {
  expect(await file.read()).toEqual([]);
  expect(await readdir(dataDir)).toEqual([]);
});

test('the first key is made once, however many ask at once', async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => makeFirstKey(openKeyFile(dataDir), today)));
  expect(made.filter((keyId) => keyId !== undefined)).toEqual([currentKey(await file.read())?.keyId]);
  expect(await makeFirstKey(file, today)).toBeUndefined();
});

test('key file and folder are for their owner alone, and nothing else is left beside it', async () => {
  await makeFirstKey(file, today);
  await file.update((ring) => withNewKey(ring, today));
  expect(await readdir(join(dataDir, 'keys'))).toEqual(['signing-keys.json']);
  if (process.platform === 'win32') return;
  expect((await stat(file.path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, 'keys'))).mode & 0o777).toBe(0o700);
});

test('a change that fails leaves the file as it was, and the next one goes on', async () => {
  await makeFirstKey(file, today);
  const before = await readFile(file.path, 'utf8');
  await expect(file.update(() => { throw new Error('no'); })).rejects.toThrow('no');
  expect(await readFile(file.path, 'utf8')).toBe(before);
  expect(await file.update((ring) => withNewKey(ring, today))).toHaveLength(2);
});

test('a damaged file is refused by name and never written over', async () => {
  await makeFirstKey(file, today);
  const half = (await readFile(file.path, 'utf8')).slice(0, 80);
  await writeFile(file.path, half);
  await expect(file.read()).rejects.toThrow(`${file.path} is damaged (it is not JSON): put the copy from your backup back`);
  await expect(makeFirstKey(file, today)).rejects.toThrow('is damaged');
  await expect(file.update((ring) => withNewKey(ring, today))).rejects.toThrow('is damaged');
  expect(await readFile(file.path, 'utf8')).toBe(half);
});

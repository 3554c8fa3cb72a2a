import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeDurably } from '../../src/publish/durable-write.ts';
import { openFileStore } from '../../src/publish/file-store.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ocop-store-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const body = Buffer.from('nước mắm');
const hash = createHash('sha256').update(body).digest('hex');
const shard = (): string => join(root, hash.slice(0, 2));

test('a body lies under the hash of its content', async () => {
  const store = await openFileStore(root);
  expect(await store.put(body)).toBe(hash);
  await store.flush();
  expect(await readdir(shard())).toEqual([hash]);
  expect(await store.read(hash)).toEqual(body);
  expect(await store.has(hash)).toBe(true);
});

test('what is stored is never written again, in this process or the next', async () => {
  await (await openFileStore(root)).put(body);
  const before = await stat(join(shard(), hash), { bigint: true });
  const next = await openFileStore(root);
  await next.put(body);
  await Promise.all([next.put(body), next.put(body)]);
  const after = await stat(join(shard(), hash), { bigint: true });
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
});

test('temporary files of a killed process are stepped over and left alone', async () => {
  await mkdir(shard(), { recursive: true });
  const stale = Array.from({ length: 50 }, (_, index) => `.tmp-${process.pid}-${index + 1}`);
  await Promise.all(stale.map((name) => writeFile(join(shard(), name), 'half a pa')));
  const store = await openFileStore(root);
  await store.put(body);
  expect(await store.read(hash)).toEqual(body);
  expect((await readdir(shard())).sort()).toEqual([...stale, hash].sort());
});

test('a write that fails leaves neither a file nor a temporary one', async () => {
  const target = join(root, 'folder');
  await mkdir(join(target, 'full'), { recursive: true });
  await expect(writeDurably(target, 'x')).rejects.toThrow();
  expect(await readdir(root)).toEqual(['folder']);
});

test('compressed forms lie beside the body and are absent until made', async () => {
  const store = await openFileStore(root);
  await store.put(body);
  expect(await store.readCompressed(hash, 'br')).toBeUndefined();
  await store.putCompressed(hash, 'br', Buffer.from('small'));
  expect((await store.readCompressed(hash, 'br'))?.toString()).toBe('small');
  await expect(store.read('f'.repeat(64))).rejects.toThrow(/ENOENT/);
});

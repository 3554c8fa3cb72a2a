import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweepTemporary, writeDurably } from '../../src/publish/durable-write.ts';
import { openFileStore, type FileStore } from '../../src/publish/file-store.ts';

let root: string;
let temporary: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ocop-store-'));
  temporary = join(root, 'tmp');
  await mkdir(temporary);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const body = Buffer.from('nước mắm');
const hash = createHash('sha256').update(body).digest('hex');
const shard = (): string => join(root, 'files', hash.slice(0, 2));
const open = (): Promise<FileStore> => openFileStore(join(root, 'files'), temporary);
/** A process number that no running process has. */
const GONE = 2 ** 30;

test('a body lies under the hash of its content', async () => {
  const store = await open();
  expect(await store.put(body)).toBe(hash);
  await store.flush();
  expect(await readdir(shard())).toEqual([hash]);
  expect(await store.read(hash)).toEqual(body);
  expect(await store.has(hash)).toBe(true);
  expect(store.bytesWritten()).toBe(body.length);
});

test('what is stored is never written again, in this process or the next', async () => {
  await (await open()).put(body);
  const before = await stat(join(shard(), hash), { bigint: true });
  const next = await open();
  await next.put(body);
  await Promise.all([next.put(body), next.put(body)]);
  const after = await stat(join(shard(), hash), { bigint: true });
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  expect(next.bytesWritten()).toBe(0);
});

test('temporary files of a killed process with the same number are stepped over, and swept', async () => {
  const stale = Array.from({ length: 50 }, (_, index) => `.tmp-${process.pid}-${index + 1}`);
  await Promise.all(stale.map((name) => writeFile(join(temporary, name), 'half a pa')));
  const store = await open();
  await store.put(body);
  expect(await store.read(hash)).toEqual(body);
  expect((await readdir(temporary)).sort()).toEqual([...stale].sort());
  await sweepTemporary(temporary);
  expect(await readdir(temporary)).toEqual([]);
});

test('sweeping takes what dead processes left, and nothing that is being written', async () => {
  await writeFile(join(temporary, `.tmp-${GONE}-1`), 'half');
  await writeFile(join(temporary, `.tmp-${process.ppid}-1`), 'of another');
  const writing = writeDurably(join(root, 'big'), Buffer.alloc(20_000_000), temporary);
  while ((await readdir(temporary)).length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
  await sweepTemporary(temporary);
  await writing;
  expect((await stat(join(root, 'big'))).size).toBe(20_000_000);
  expect(await readdir(temporary)).toEqual([`.tmp-${process.ppid}-1`]);
});

test('a write that fails leaves neither a file nor a temporary one', async () => {
  const target = join(root, 'folder');
  await mkdir(join(target, 'full'), { recursive: true });
  await expect(writeDurably(target, 'x')).rejects.toThrow();
  expect((await readdir(root)).sort()).toEqual(['folder', 'tmp']);
});

test('compressed forms lie beside the body and are absent until made', async () => {
  const store = await open();
  await store.put(body);
  expect(await store.readCompressed(hash, 'br')).toBeUndefined();
  await store.putCompressed(hash, 'br', Buffer.from('small'));
  expect((await store.readCompressed(hash, 'br'))?.toString()).toBe('small');
  await expect(store.read('f'.repeat(64))).rejects.toThrow(/ENOENT/);
});

test('what is not needed goes with its compressed forms, and can be put again', async () => {
  const store = await open();
  await store.put(body);
  await store.putCompressed(hash, 'gzip', Buffer.from('small'));
  const other = await store.put(Buffer.from('mật ong'));
  expect(await store.removeExcept(new Set([other]))).toBe(2);
  expect([await store.has(hash), await store.has(other), await readdir(shard())]).toEqual([false, true, []]);
  await store.put(body);
  expect(await store.read(hash)).toEqual(body);
});

test('a body that another process removed is written again once the store looked again', async () => {
  const store = await open();
  await store.put(body);
  await (await open()).removeExcept(new Set());
  store.refresh();
  await store.put(body);
  expect(await store.read(hash)).toEqual(body);
});

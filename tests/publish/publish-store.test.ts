import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Manifest } from '../../src/publish/manifest.ts';
import { differencesOf, parseManifest, serialiseManifest } from '../../src/publish/manifest-json.ts';
import { openPublishStore, type PublishStore } from '../../src/publish/publish-store.ts';
import { manifestOf } from './made-up-manifest.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
let store: PublishStore;
beforeEach(async () => {
  bench = await openWorkbench();
  store = bench.store;
});
afterEach(() => bench.remove());

const path = (number: number): string => join(store.directory, 'manifests', `${number}.json`);
const again = (): Promise<PublishStore> => openPublishStore(store.directory);

test('a manifest that differs little is written by its differences and read back whole', async () => {
  await store.write(manifestOf(1, 500, 0));
  for (const number of [2, 3]) {
    const manifest = { ...manifestOf(number, 500, 3), ...(number === 2 && { ahead: true as const }), ...(number === 3 && { rollback: { to: 1, from: { register: 'r', build: 'b' } } }) };
    await store.write(manifest);
    await store.switchTo(manifest);
    expect((await stat(path(number))).size).toBeLessThan((await stat(path(1))).size / 20);
    expect(await (await again()).current()).toEqual(manifest);
  }
  expect([await store.baseOf(1), await store.baseOf(2), await store.baseOf(3)]).toEqual([undefined, 1, 1]);
});

test('pages that are gone are gone in what is read back', async () => {
  await store.write(manifestOf(1, 100, 0));
  await store.write(manifestOf(2, 97, 1));
  expect(await (await again()).read(2)).toEqual(manifestOf(2, 97, 1));
});

test('one that differs much is written whole, and one that has come to differ a lot is written whole later', async () => {
  await store.write(manifestOf(1, 100, 0));
  await store.write(manifestOf(2, 100, 60));
  expect(await store.baseOf(2)).toBeUndefined();
  await store.write(manifestOf(3, 100, 62));
  await store.write(manifestOf(4, 100, 8));
  expect(await store.baseOf(4)).toBeUndefined();
  const some = manifestOf(5, 100, 10);
  await store.write(some);
  await store.switchTo(some);
  expect(await store.baseOf(5)).toBe(4);
  await store.compact(some);
  expect(await store.baseOf(5)).toBeUndefined();
  expect(await (await again()).current()).toEqual(some);
});

test('the manifest in force is the same object until another is in force, whoever switched', async () => {
  const first = manifestOf(1, 10, 0);
  await store.write(first);
  await store.switchTo(first);
  expect(await store.current()).toBe(first);
  const other = await again();
  const second = manifestOf(2, 10, 1);
  expect(await other.current()).toEqual(first);
  await other.write(second);
  await other.switchTo(second);
  expect(await store.current()).toEqual(second);
});

test('whoever asks while the pointer is switched gets the object that is being put in force, and it stays', async () => {
  const first = manifestOf(1, 2_000, 0);
  await store.write(first);
  await store.switchTo(first);
  for (let number = 2; number < 40; number += 1) {
    const next = manifestOf(number, 2_000, 3);
    await store.write(next);
    const seen: (Manifest | undefined)[] = [];
    let switched = false;
    const switching = store.switchTo(next).then(() => (switched = true));
    while (!switched) seen.push(await store.current());
    await switching;
    seen.push(await store.current());
    expect(seen.filter((manifest) => manifest?.number === number && manifest !== next)).toEqual([]);
    expect(seen.at(-1)).toBe(next);
  }
});

test('without the manifest that it was written against a manifest is an error, not half a site', async () => {
  await store.write(manifestOf(1, 100, 0));
  await store.write(manifestOf(2, 100, 1));
  await store.removeManifest(1);
  await expect((await again()).read(2)).rejects.toThrow(/1\.json/);
});

test('a manifest against one that is itself not whole is refused', async () => {
  await store.write(manifestOf(1, 100, 0));
  await store.write(manifestOf(2, 100, 1));
  await store.write(manifestOf(3, 100, 1));
  await writeFile(path(3), (await readFile(path(3), 'utf8')).replace('"base":1', '"base":2'));
  await expect((await again()).read(3)).rejects.toThrow('manifests/2.json: is not complete');
});

test('differences found at the changed addresses alone are those that looking at all of them finds', async () => {
  const fewChanges = fc.array(fc.dictionary(fc.integer({ min: 0, max: 39 }).map(String), fc.constantFrom('0', '1', '2', 'gone'), { maxKeys: 8 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fewChanges, async (steps) => {
      const own = await openPublishStore(`${store.directory}/told`);
      let manifest: Manifest = { ...manifestOf(1, 40, 0), number: await own.nextNumber() };
      await own.write(manifest);
      for (const step of steps) {
        const entries = new Map(manifest.entries);
        for (const [page, digit] of Object.entries(step)) {
          if (digit === 'gone') entries.delete(`/p${page}/`);
          else entries.set(`/p${page}/`, { file: digit.repeat(64), type: 't', status: 200, headers: {}, inputs: digit, filtered: false });
        }
        const next = { ...manifest, number: manifest.number + 1, entries };
        await own.write(next, { since: manifest, paths: Object.keys(step).map((page) => `/p${page}/`) });
        expect(await (await openPublishStore(own.directory)).read(next.number)).toEqual(next);
        manifest = next;
      }
      await rm(own.directory, { recursive: true });
    }),
    { numRuns: 30 },
  );
});

test('differences make one manifest of any other', async () => {
  const pages = fc.dictionary(fc.constantFrom('/a/', '/b/', '/c/', '/d/', '/e/'), fc.constantFrom('0', '1', '2'));
  const from = (entries: Record<string, string>, number: number) => ({
    ...manifestOf(number, 0, 0),
    entries: new Map(Object.entries(entries).map(([key, digit]) => [key, { file: digit.repeat(64), type: 't', status: 200, headers: { h: digit }, inputs: digit, filtered: digit === '1' }])),
  });
  await fc.assert(
    fc.asyncProperty(pages, pages, async (before, after) => {
      const [base, manifest] = [from(before, 1), from(after, 2)];
      const text = serialiseManifest(manifest, differencesOf(manifest, base));
      expect(await parseManifest(text, 'x', async () => base)).toEqual(manifest);
      expect(await parseManifest(serialiseManifest(manifest), 'x', () => Promise.reject(new Error('asked for a base')))).toEqual(manifest);
    }),
  );
});

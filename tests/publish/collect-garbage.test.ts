import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectGarbage } from '../../src/publish/collect-garbage.ts';
import { appDir } from '../../src/publish/kept-apps.ts';
import { openPublisher } from '../../src/publish/publisher.ts';
import { openPublishStore } from '../../src/publish/publish-store.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { product, smallCatalogue } from './small-catalogue.ts';
import { manifestOf } from './made-up-manifest.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.remove());

const named = (name: string) => smallCatalogue({ products: [product('a', { name })] });
const stored = async (): Promise<string[]> => (await readdir(join(bench.store.directory, 'files'), { recursive: true })).map((name) => name.slice(3)).filter((name) => name.length >= 64);
const filesOf = async (number: number): Promise<string[]> => [...(await (await openPublishStore(bench.store.directory)).read(number)).entries.values()].map(({ file }) => file);

test('every kept publish is complete after collecting, and nothing else is left', async () => {
  for (const name of ['Một', 'Hai', 'Ba', 'Bốn', 'Năm']) await bench.publish({ catalogue: named(name) });
  await bench.store.files.put(Buffer.from('written by a publish that was killed'));
  const before = await stored();
  const { files, manifests } = await collectGarbage(bench.store, 3, 0);
  const left = await bench.store.numbers();
  const kept = [];
  for (const number of left) {
    const manifest = await (await openPublishStore(bench.store.directory)).read(number);
    if (manifest.ahead === undefined) kept.push(number);
  }
  expect(kept.slice(-3)).toEqual([5, 7, 9]);
  const needed = new Set((await Promise.all(kept.slice(-3).map(filesOf))).flat());
  expect(new Set(await stored())).toEqual(needed);
  expect([files, manifests > 0]).toEqual([before.length - needed.size, true]);
});

test('a complete manifest stays as long as one that was written against it', async () => {
  for (const number of [1, 2, 3]) {
    await bench.store.write(manifestOf(number, 100, number));
    await bench.store.switchTo(manifestOf(number, 100, number));
  }
  await collectGarbage(bench.store, 1, 0);
  expect(await bench.store.numbers()).toEqual([1, 3]);
  expect(await (await openPublishStore(bench.store.directory)).current()).toEqual(manifestOf(3, 100, 3));
});

test('publishing collects by itself once there is enough, and keeps at least as many as can be brought back', async () => {
  const publisher = openPublisher(bench.store, { kept: 2 });
  const publish = (name: string) => publisher.publish({ catalogue: named(name), asOf: '2026-11-22', siteUrl: SITE_URL, clientDir: bench.clientDir, renderer: fakeRenderer() });
  for (let n = 0; n < 12; n += 1) await publish(`Tên ${n}`);
  const numbers = await bench.store.numbers();
  expect(numbers.length).toBeLessThan(8);
  await publisher.rollBack({});
  expect((await bench.store.current())?.rollback?.to).toBe(21);
});

test('collecting after a rollback keeps what came back', async () => {
  const publisher = openPublisher(bench.store, { kept: 3 });
  const publish = (name: string) => publisher.publish({ catalogue: named(name), asOf: '2026-11-22', siteUrl: SITE_URL, clientDir: bench.clientDir, renderer: fakeRenderer() });
  for (const name of ['Một', 'Hai', 'Ba']) await publish(name);
  await publisher.rollBack({ to: 1 });
  await collectGarbage(bench.store, 1, 0);
  for (const file of await filesOf((await bench.store.currentNumber()) as number)) expect(await bench.store.files.has(file)).toBe(true);
});

test('apps of builds that no kept publish has go', async () => {
  for (const build of ['build-1', 'build-2', 'build-3']) {
    await mkdir(appDir(bench.store.directory, build), { recursive: true });
    await writeFile(join(appDir(bench.store.directory, build), 'entry.mjs'), '');
    await bench.publish({ renderer: fakeRenderer(build) });
  }
  await collectGarbage(bench.store, 2, 0);
  expect(await readdir(join(bench.store.directory, 'apps'))).toEqual(['build-2', 'build-3']);
});

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Manifest } from '../../src/publish/manifest.ts';
import { openPublisher } from '../../src/publish/publisher.ts';
import { openPublishStore, type PublishStore } from '../../src/publish/publish-store.ts';
import { publish } from '../../src/publish/publish.ts';
import { catalogueOf, CHANGES, firstState, type RegisterOnDay } from './changing-register.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.remove());

const renderer = () => fakeRenderer('build-1', (path) => new Response(path.endsWith('.svg') ? '<svg/>' : `<p>${path}</p>`, { status: /404/.test(path) ? 404 : 200, headers: { 'content-type': path.endsWith('.svg') ? 'image/svg+xml' : 'text/html' } }));
const optionsOf = (state: RegisterOnDay) => ({ catalogue: catalogueOf(state), asOf: state.asOf, siteUrl: SITE_URL, clientDir: bench.clientDir, renderer: renderer(), staysReady: true });
const inputsOf = ({ entries }: Manifest) => Object.fromEntries([...entries].map(([path, { inputs }]) => [path, inputs] as const).filter(([path]) => !/cap-nhat|updates/.test(path)).sort());

/** Another process: nothing in memory; `looked` counts the files that it looks for on the disk. */
async function restarted(): Promise<{ store: PublishStore; looked: () => number }> {
  const store = await openPublishStore(bench.store.directory);
  const has = vi.fn(store.files.has);
  return { store: { ...store, files: { ...store.files, has } }, looked: () => has.mock.calls.length };
}

test('after a start with nothing to publish the first change is published by what changed, and gives what everything gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...CHANGES), fc.constantFrom(...CHANGES), async ([, earlier], [, change]) => {
      let state = firstState();
      await publish({ ...optionsOf(state), store: bench.store });
      state = earlier(state);
      await publish({ ...optionsOf(state), store: bench.store });
      const { store, looked } = await restarted();
      const publisher = openPublisher(store);
      expect(await publisher.publish(optionsOf(state))).toMatchObject({ changed: false });
      const atStart = looked();
      expect(atStart).toBeGreaterThan(100);
      const isSameFrame = (a: RegisterOnDay, b: RegisterOnDay): boolean => JSON.stringify([a.register.site, a.register.groups]) === JSON.stringify([b.register.site, b.register.groups]);
      const after = change(state);
      const { manifest } = await publisher.publish(optionsOf(after));
      if (isSameFrame(state, after)) expect(looked()).toBe(atStart);
      const afresh = await publish({ ...optionsOf(after), store: await openPublishStore(join(bench.directory, 'fresh')) });
      expect(inputsOf(manifest)).toEqual(inputsOf(afresh.manifest));
      await rm(join(bench.directory, 'fresh'), { recursive: true });
      await rm(bench.store.directory, { recursive: true });
      bench.store = await openPublishStore(bench.store.directory);
    }),
    { numRuns: process.env['LONG_TESTS'] ? 60 : 6 },
  );
}, 300_000);

test('the page of updates tells of the publish before the start', async () => {
  const state = firstState();
  await publish({ ...optionsOf(state), store: bench.store });
  const { store } = await restarted();
  const publisher = openPublisher(store);
  await publisher.publish(optionsOf(state));
  const next = renderer();
  await publisher.publish({ ...optionsOf((CHANGES.find(([name]) => name === 'an English name') as (typeof CHANGES)[number])[1](state)), renderer: next });
  expect(next.rendered).toContain('/thong-ke/cap-nhat/');
});

test('where a file of the site is missing, the next publish looks at everything and repairs it', async () => {
  const state = firstState();
  const { manifest } = await publish({ ...optionsOf(state), store: bench.store });
  const file = manifest.entries.get('/huong-dan/')?.file as string;
  await rm(join(bench.store.directory, 'files', file.slice(0, 2), file));
  const { store } = await restarted();
  const publisher = openPublisher(store);
  await publisher.publish(optionsOf(state));
  const after = (CHANGES.find(([name]) => name === 'an English name') as (typeof CHANGES)[number])[1](state);
  const { manifest: repaired } = await publisher.publish(optionsOf(after));
  expect(await store.files.read(repaired.entries.get('/huong-dan/')?.file as string)).toBeDefined();
});

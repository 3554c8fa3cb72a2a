import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPublisher, type Publisher } from '../../src/publish/publisher.ts';
import { readPublishLog } from '../../src/publish/publish-log.ts';
import { keptPublishes } from '../../src/publish/rollback.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { product, smallCatalogue } from './small-catalogue.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';

let bench: Workbench;
let publisher: Publisher;
beforeEach(async () => {
  bench = await openWorkbench();
  publisher = openPublisher(bench.store);
});
afterEach(() => bench.remove());

const publish = (name: string, more: { asOf?: string; build?: string; force?: boolean } = {}) =>
  publisher.publish({
    catalogue: smallCatalogue({ products: [product('a', { name })] }),
    asOf: more.asOf ?? '2026-11-22',
    siteUrl: SITE_URL,
    renderer: fakeRenderer(more.build ?? 'build-1'),
    clientDir: bench.clientDir,
    force: more.force ?? false,
  });

async function page(): Promise<string> {
  const entry = (await bench.store.current())?.entries.get('/san-pham/a/');
  return (await bench.store.files.read(entry?.file ?? '')).toString('utf8');
}

test('an earlier publish is in force again, byte for byte, under a new number that the log tells of', async () => {
  await publish('Đúng');
  const before = await page();
  await publish('Sai');
  const { manifest, entry } = await publisher.rollBack({ now: () => 0 });
  expect(await page()).toBe(before);
  expect(manifest).toMatchObject({ number: 4, snapshot: 1, rollback: { to: 1 } });
  expect(entry).toMatchObject({ number: 4, why: ['rollback'], rollbackTo: 1, at: '1970-01-01T00:00:00.000Z' });
  expect((await keptPublishes(bench.store)).map(({ number }) => number)).toEqual([4, 3, 1]);
});

test('what was taken away is not published again by itself: not by a restart, a new day or new code', async () => {
  await publish('Đúng');
  await publish('Sai');
  await publisher.rollBack({ to: 1 });
  for (const more of [{}, { asOf: '2026-11-23' }, { build: 'build-2' }]) {
    publisher = openPublisher(bench.store);
    expect(await publish('Sai', more)).toMatchObject({ changed: false, held: true });
  }
  expect(await page()).toContain('Đúng');
});

test('a changed register is published, and so is the old one when somebody insists', async () => {
  await publish('Đúng');
  await publish('Sai');
  await publisher.rollBack({ to: 1 });
  expect(await publish('Sửa lại')).toMatchObject({ changed: true, held: false });
  expect(await page()).toContain('Sửa lại');
  expect((await bench.store.current())?.rollback).toBeUndefined();
  await publish('Sai');
  await publisher.rollBack({});
  expect(await publish('Sai', { force: true })).toMatchObject({ changed: true, held: false });
  expect(await page()).toContain('Sai');
});

test('a rollback across code alone holds until there is other code', async () => {
  await publish('Đúng');
  await publish('Đúng', { build: 'broken' });
  await publisher.rollBack({});
  expect((await bench.store.current())?.build).toBe('build-1');
  expect(await publish('Đúng', { build: 'broken' })).toMatchObject({ changed: false, held: true });
  expect(await publish('Đúng', { build: 'repaired' })).toMatchObject({ changed: true });
});

test('going forward again to what was taken away ends the rollback', async () => {
  await publish('Đúng');
  await publish('Sai');
  await publisher.rollBack({ to: 1 });
  await publisher.rollBack({ to: 3 });
  expect((await bench.store.current())?.rollback).toBeUndefined();
  expect(await publish('Sai')).toMatchObject({ changed: false, held: false });
  expect(await page()).toContain('Sai');
});

test('records that are put back to what came back end the rollback', async () => {
  await publish('Đúng');
  await publish('Sai');
  await publisher.rollBack({ to: 1 });
  expect(await publish('Đúng')).toMatchObject({ changed: true, held: false, manifest: { number: 5 } });
  expect((await bench.store.current())?.rollback).toBeUndefined();
  expect(await publish('Sai')).toMatchObject({ changed: true });
});

test('a rollback of a rollback remembers what was published first', async () => {
  await publish('Một');
  await publish('Hai');
  await publish('Ba');
  await publisher.rollBack({ to: 3 });
  await publisher.rollBack({ to: 1 });
  expect(await publish('Ba')).toMatchObject({ held: true });
  expect(await page()).toContain('Một');
});

test('the next change after a rollback makes what it shows and keeps what came back', async () => {
  await publish('Đúng');
  await publish('Sai');
  await publisher.rollBack({ to: 1 });
  const renderer = fakeRenderer();
  await publisher.publish({ catalogue: smallCatalogue({ products: [product('a', { name: 'Đúng' }), product('b')] }), asOf: '2026-11-22', siteUrl: SITE_URL, renderer, clientDir: bench.clientDir });
  expect(renderer.rendered).toContain('/san-pham/b/');
  expect(renderer.rendered).not.toContain('/huong-dan/');
  expect(await page()).toContain('Đúng');
});

test('what cannot be brought back is told with what can', async () => {
  await expect(publisher.rollBack({})).rejects.toThrow('No publish to go back to: nothing was published before.');
  await publish('Đúng');
  await publish('Sai');
  await expect(publisher.rollBack({ to: 7 })).rejects.toThrow('Publish 7 cannot be brought back: there are 1.');
  await expect(publisher.rollBack({ to: 2 })).rejects.toThrow('Publish 2 cannot be brought back: there are 1.');
  expect((await readPublishLog(bench.store)).length).toBe(2);
});

import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileStore } from '../../src/publish/file-store.ts';
import { openPublisher, type Publisher } from '../../src/publish/publisher.ts';
import type { PublishOptions } from '../../src/publish/publish-options.ts';
import { PUBLISH_STEPS, type PublishStep } from '../../src/publish/publish-steps.ts';
import type { PublishStore } from '../../src/publish/publish-store.ts';
import { fakeRenderer, pageOf } from './fake-renderer.ts';
import { certificate, product, smallCatalogue } from './small-catalogue.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';

let bench: Workbench;
let publisher: Publisher;
beforeEach(async () => {
  bench = await openWorkbench();
  publisher = openPublisher(bench.store);
});
afterEach(() => bench.remove());

const starred = (stars: 3 | 4 | 5, name = 'Nước mắm') => smallCatalogue({ products: [product('a', { name })], certificates: [certificate('a', { stars })] });
const options = (more: Partial<PublishOptions> = {}): PublishOptions => ({
  catalogue: starred(4), asOf: '2026-11-22', siteUrl: SITE_URL, renderer: fakeRenderer(), clientDir: bench.clientDir, ...more,
});
const read = async (path: string, store: PublishStore = bench.store): Promise<string> => (await store.files.read((await store.current())?.entries.get(path)?.file ?? '')).toString('utf8');
const full = (): never => {
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
};

describe('status lists first', () => {
  test('they are in force before any page is made, and the pages follow in a second switch', async () => {
    await publisher.publish(options());
    const seen: string[] = [];
    const renderer = fakeRenderer('build-1', (path, view) => (seen.push('page'), pageOf(path, view)));
    await publisher.publish(options({
      catalogue: starred(5),
      renderer,
      onSwitch: async (manifest) => void seen.push(`${manifest.number} ${manifest.ahead ?? false} ${(await read('/data/status.json')).includes('"stars":5')} ${manifest.snapshot}`),
    }));
    expect(seen.filter((what, place) => what !== seen[place - 1])).toEqual(['2 true true 1', 'page', '3 false true 2']);
  });

  test('when a page cannot be made they stay ahead, the pages stay, and the next publish makes the pages alone', async () => {
    await publisher.publish(options());
    const broken = fakeRenderer('build-1', (path, view) => (path === '/san-pham/a/' ? new Response('', { status: 500 }) : pageOf(path, view)));
    await expect(publisher.publish(options({ catalogue: starred(5), renderer: broken }))).rejects.toThrow('/san-pham/a/');
    expect(await bench.store.current()).toMatchObject({ number: 2, snapshot: 1, ahead: true });
    expect(await read('/data/status.json')).toContain('"stars":5');
    const steps: PublishStep[] = [];
    await publisher.publish(options({ catalogue: starred(5), onStep: (step) => void steps.push(step) }));
    expect(steps).not.toContain('status');
    expect(await bench.store.current()).toMatchObject({ number: 3, snapshot: 2 });
  });

  test('a change that is taken back while they are ahead is published too', async () => {
    await publisher.publish(options());
    await expect(publisher.publish(options({ catalogue: starred(5), onStep: (step) => step === 'pages' && full() }))).rejects.toThrow('ENOSPC');
    expect(await publisher.publish(options())).toMatchObject({ changed: true });
    expect(await read('/data/status.json')).toContain('"stars":4');
    expect((await bench.store.current())?.ahead).toBeUndefined();
  });
});

describe('a publish that fails', () => {
  test.each(PUBLISH_STEPS)('before the step "%s" leaves a whole site, and the next one repairs it', async (failing) => {
    await publisher.publish(options());
    const after = publisher.publish(options({ catalogue: starred(5, 'Tên khác'), onStep: (step) => step === failing && full() }));
    if (failing === 'log' || failing === 'tidy') expect((await after).afterwards).toMatchObject({ code: 'ENOSPC' });
    else await expect(after).rejects.toThrow('ENOSPC');
    const isLive = ['log', 'tidy'].includes(failing);
    expect((await read('/san-pham/a/')).includes('Tên khác')).toBe(isLive);
    for (const { file } of (await bench.store.current())?.entries.values() ?? []) expect(await bench.store.files.has(file)).toBe(true);
    await publisher.publish(options({ catalogue: starred(5, 'Tên khác') }));
    expect(await read('/san-pham/a/')).toContain('Tên khác');
    expect(await read('/')).toContain('Tên khác');
    expect(await readdir(join(bench.store.directory, 'tmp'))).toEqual([]);
    expect(await readdir(bench.store.directory)).not.toContain('lock');
  });

  test('a disk that is full from the first or the fiftieth file on: nothing is in force, nothing half-written is read', async () => {
    await publisher.publish(options());
    for (const room of [0, 1, 20]) {
      let left = room;
      const files: FileStore = { ...bench.store.files, put: (body) => ((left -= 1) < 0 ? full() : bench.store.files.put(body)) };
      const store: PublishStore = { ...bench.store, files };
      await expect(openPublisher(store).publish(options({ catalogue: smallCatalogue({ site: { name: { vi: `Khác ${room}`, en: 'x' } } }) }))).rejects.toThrow('ENOSPC');
      expect(await read('/')).toContain('Danh mục');
    }
    await publisher.publish(options({ catalogue: smallCatalogue({ site: { name: { vi: 'Mới', en: 'x' } } }) }));
    expect(await read('/')).toContain('Mới');
  });

  test('a manifest or pointer that the disk has no room for: the site stays, and the number is not used twice', async () => {
    await publisher.publish(options());
    const store: PublishStore = { ...bench.store, switchTo: async () => full() };
    await expect(openPublisher(store).publish(options({ catalogue: starred(5) }))).rejects.toThrow('ENOSPC');
    expect(await bench.store.current()).toMatchObject({ number: 1 });
    const { manifest } = await publisher.publish(options({ catalogue: starred(3) }));
    expect(manifest.number).toBeGreaterThan(2);
    expect(await bench.store.numbers()).not.toContain(2);
  });
});

test('a file that the store lost is made again by the first publish of a process', async () => {
  await publisher.publish(options());
  const lost = (await bench.store.current())?.entries.get('/huong-dan/')?.file as string;
  await rm(join(bench.store.directory, 'files', lost.slice(0, 2), lost));
  bench.store.files.refresh();
  await openPublisher(bench.store).publish(options({ catalogue: starred(5) }));
  expect(await read('/huong-dan/')).toContain('/huong-dan/');
});

test('two publishers at once: the second waits, and both changes are live', async () => {
  await publisher.publish(options());
  const other = openPublisher(bench.store);
  await Promise.all([publisher.publish(options({ catalogue: starred(5) })), other.publish(options({ catalogue: starred(5, 'Hai') })), publisher.publish(options({ catalogue: starred(3, 'Ba') }))]);
  const numbers = await bench.store.numbers();
  expect(numbers.at(-1)).toBe(await bench.store.currentNumber());
  const { manifest } = await other.publish(options({ catalogue: starred(3, 'Cuối') }));
  expect(await read('/san-pham/a/')).toContain('Cuối');
  expect(manifest.number).toBe((numbers.at(-1) as number) + 2);
});

test('a publisher that lost its lock to another puts nothing in force', async () => {
  await publisher.publish(options());
  const stolen = options({ catalogue: starred(5), onStep: (step) => void (step === 'manifest' && void writeFile(join(bench.store.directory, 'lock'), '{"pid":1,"start":"x","token":"other"}')) });
  await expect(publisher.publish({ ...stolen, onProgress: () => undefined })).rejects.toThrow('another publish took over');
  expect((await bench.store.current())?.snapshot).toBe(1);
  await rm(join(bench.store.directory, 'lock'));
});

test('a clock that jumps ahead and back again: each publish shows the day it was given', async () => {
  await publisher.publish(options());
  const before = await read('/san-pham/a/');
  await publisher.publish(options({ asOf: '2099-01-01' }));
  expect(await read('/data/status.json')).toContain('"status":"expired"');
  const { manifest } = await publisher.publish(options());
  expect(manifest.asOf).toBe('2026-11-22');
  expect(await read('/data/status.json')).toContain('"status":"valid"');
  expect(await read('/san-pham/a/')).toBe(before);
});

test('a photograph that vanished after the register was read: its pages are made, for they only name it', async () => {
  const photographs = new Map([['a', [{ photograph: { file: 'gone.jpg', alt: { vi: 'x' } }, derivatives: { kind: 'photograph' as const, hash: 'h1', width: 1, height: 1, colour: '#fff', sources: [] } }]]]);
  expect(await publisher.publish(options({ photographs }))).toMatchObject({ changed: true });
  const renderer = fakeRenderer();
  expect(await publisher.publish(options({ renderer }))).toMatchObject({ changed: true });
  expect(renderer.rendered).toContain('/san-pham/a/');
});

test('what another process collected is written again', async () => {
  await publisher.publish(options());
  const first = (await bench.store.current())?.entries.get('/san-pham/a/')?.file as string;
  await publisher.publish(options({ catalogue: starred(5, 'Hai') }));
  const { openPublishStore } = await import('../../src/publish/publish-store.ts');
  const { collectGarbage } = await import('../../src/publish/collect-garbage.ts');
  const elsewhere = await openPublishStore(bench.store.directory);
  await openPublisher(elsewhere).publish(options({ catalogue: starred(3, 'Ba') }));
  await collectGarbage(elsewhere, 1, 0);
  await expect(stat(join(bench.store.directory, 'files', first.slice(0, 2), first))).rejects.toThrow('ENOENT');
  await publisher.publish(options());
  expect((await bench.store.current())?.entries.get('/san-pham/a/')?.file).toBe(first);
  expect(await read('/san-pham/a/')).toContain('Nước mắm');
});

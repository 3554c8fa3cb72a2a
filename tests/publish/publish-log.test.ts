import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPublishLog } from '../../src/publish/publish-log.ts';
import { siteUpdates } from '../../src/publish/site-updates.ts';
import { certificate, product, smallCatalogue } from './small-catalogue.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.remove());

const now = (): number => Date.UTC(2026, 10, 22, 3, 10);
const two = [product('a'), product('b')];

test('every publish is one line: number, time, reasons, what changed, what was made and how long it took', async () => {
  await bench.publish({ catalogue: smallCatalogue({ products: two }), now, why: ['start'] });
  const { manifest } = await bench.publish({
    catalogue: smallCatalogue({ products: [product('a', { name: 'Khác' }), product('c')] }), now, why: ['content', 'clock'], asOf: '2027-10-16',
  });
  await bench.publish({ catalogue: smallCatalogue({ products: [product('a', { name: 'Khác' }), product('c')] }), asOf: '2027-10-16' });
  const [first, second, ...more] = await readPublishLog(bench.store);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ number: 1, at: '2026-11-22T03:10:00.000Z', why: ['start'], snapshot: 1, asOf: '2026-11-22', build: 'build-1' });
  expect(first).not.toHaveProperty('changed');
  expect(second).toMatchObject({
    number: manifest.number,
    why: ['content', 'clock'],
    changed: { product: { added: 1, changed: 1, removed: 1, ids: ['a', 'c', 'b'] }, status: { changed: 1, ids: ['a'] } },
  });
  expect(second?.pages.removed).toBe(['/san-pham/b/', '/chung-nhan/b--2394/'].length * 2);
  expect(second?.bytes).toBeGreaterThan(1000);
  expect(Object.keys(second?.steps ?? {})).toEqual(['lock', 'read', 'compare', 'status', 'status-switch', 'pages', 'flush', 'manifest', 'switch']);
});

test('new code is told', async () => {
  await bench.publish();
  const { fakeRenderer } = await import('./fake-renderer.ts');
  await bench.publish({ renderer: fakeRenderer('build-2') });
  expect((await readPublishLog(bench.store)).map(({ newCode }) => newCode)).toEqual([undefined, true]);
});

test('a line that a killed process left half-written costs no other', async () => {
  await bench.publish();
  await appendFile(join(bench.store.directory, 'log.jsonl'), '{"number":7,"at":"2026-11-22T00:00:00Z","why":"of another form"}\n{"number":2,"at":"2026');
  expect(await readPublishLog(bench.store)).toHaveLength(1);
  await bench.publish({ catalogue: smallCatalogue({ products: two }) });
  expect((await readPublishLog(bench.store)).map(({ number }) => number)).toEqual([1, 3]);
  expect((await readFile(join(bench.store.directory, 'log.jsonl'), 'utf8')).endsWith('\n')).toBe(true);
});

test('no publish, no log', async () => {
  expect(await readPublishLog(bench.store)).toEqual([]);
});

test('the page of updates is given the publishes before, newest first, with the records that changed', async () => {
  await bench.publish({ catalogue: smallCatalogue({ products: two }), now, why: ['start'] });
  await bench.publish({ catalogue: smallCatalogue({ products: two, certificates: [certificate('a', { stars: 5 }), certificate('b')] }), now, why: ['desk'] });
  await bench.publish({ catalogue: smallCatalogue({ products: [product('a', { name: 'Khác' }), product('b')] }), now, why: ['desk'] });
  const updates = siteUpdates(await readPublishLog(bench.store));
  expect(updates.map(({ number, reasons, changed }) => ({ number, reasons, changed }))).toEqual([
    { number: 5, reasons: ['desk'], changed: [{ kind: 'product', id: 'a' }] },
    { number: 3, reasons: ['desk'], changed: [] },
    { number: 1, reasons: ['start'], changed: 'all' },
  ]);
  expect(updates[0]).toMatchObject({ at: now(), asOf: '2026-11-22', tookMs: expect.any(Number) });
});

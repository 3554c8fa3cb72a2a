import { fork, type ChildProcess } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PUBLISH_STEPS } from '../../src/publish/publish-steps.ts';
import { openPublisher } from '../../src/publish/publisher.ts';
import { openPublishStore } from '../../src/publish/publish-store.ts';
import { readPublishLog } from '../../src/publish/publish-log.ts';
import { openSiteServer, type SiteServer } from '../../src/server/http/site-server.ts';
import { send } from '../server/get.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { markedCatalogue, markOf } from './marked-catalogue.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';

const RANDOM_KILLS = process.env['LONG_TESTS'] ? 100 : 15;
const PAGES = ['/', '/san-pham/a/', '/en/products/', '/quyet-dinh/', '/404/', '/data/catalogue.json'];

let bench: Workbench;
let server: SiteServer;
let port: number;
let fetching: Promise<void>;
let isOver: boolean;
const faults: string[] = [];
const seen = { answers: 0, marks: new Set<number>() };

beforeEach(async () => {
  bench = await openWorkbench();
  await bench.publish({ catalogue: markedCatalogue(1) });
  const openApp = async () => undefined;
  server = await openSiteServer({ store: await openPublishStore(bench.store.directory), siteUrl: SITE_URL, openApp, onError: (error, what) => faults.push(`${what}: ${String(error)}`) });
  port = await server.listen(0, '127.0.0.1');
  isOver = false;
  seen.answers = 0;
  seen.marks.clear();
  fetching = keepFetching();
  fetching.catch(() => undefined);
});

afterEach(async () => {
  isOver = true;
  await fetching.catch(() => undefined);
  await server.close(0);
  await bench.remove();
});

/**
 * One reader after the other walks through the site. Every answer is whole and of one publish; from page to page the site
 * only gets newer, so no two pages of a walk are mixed the wrong way round, and the status list is never behind the pages.
 */
async function keepFetching(): Promise<void> {
  let newest = 0;
  while (!isOver) {
    for (const path of PAGES) {
      const { status, headers, body } = await send(port, path);
      const text = body.toString('utf8');
      const mark = markOf(text) as number;
      expect([path, status, headers['content-length']]).toEqual([path, path === '/404/' ? 404 : 200, String(body.length)]);
      expect(new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => number)).size, path).toBe(1);
      expect(mark, path).toBeGreaterThanOrEqual(newest);
      newest = mark;
      seen.answers += 1;
      seen.marks.add(mark);
    }
    const list = markOf((await send(port, '/data/status.json')).body.toString('utf8')) as number;
    expect(list).toBeGreaterThanOrEqual(newest);
  }
}

/** How long a publish takes here at the moment: random moments lie within a few of them, however busy the machine is. */
let publishMs = 100;

/** Numbers that the child said it had published; resolves when it is dead. */
async function publishAndDie(first: number, kill: { at: string } | { afterPublishes: number }): Promise<{ published: number[]; signal: NodeJS.Signals | null }> {
  const at = 'at' in kill ? [kill.at] : [];
  const child: ChildProcess = fork(join(import.meta.dirname, 'kill-child.ts'), [bench.store.directory, bench.clientDir, String(first), ...at], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const published: number[] = [];
  let last = performance.now();
  child.on('message', (message) => {
    if (typeof message === 'number') {
      published.push(message);
      publishMs = (publishMs + performance.now() - last) / 2;
    } else if ('afterPublishes' in kill) {
      setTimeout(() => child.kill('SIGKILL'), kill.afterPublishes * publishMs);
    }
    last = performance.now();
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, by) => resolve(by)));
  return { published, signal };
}

async function numberInForce(): Promise<number> {
  const store = await openPublishStore(bench.store.directory);
  const entry = (await store.current())?.entries.get('/');
  return markOf((await store.files.read(entry?.file ?? '')).toString('utf8')) as number;
}

async function expectRepairedBy(number: number): Promise<void> {
  await openPublisher(await openPublishStore(bench.store.directory), { kept: 3 }).publish({
    catalogue: markedCatalogue(number), asOf: '2026-11-22', siteUrl: SITE_URL, clientDir: bench.clientDir, renderer: fakeRenderer(),
  });
  await server.reload();
  for (const path of [...PAGES, '/data/status.json']) expect(markOf((await send(port, path)).body.toString('utf8')), path).toBe(number);
  const store = await openPublishStore(bench.store.directory);
  const manifest = await store.current();
  expect(manifest?.ahead).toBeUndefined();
  for (const { file } of manifest?.entries.values() ?? []) expect(await store.files.has(file)).toBe(true);
  expect((await readdir(bench.store.directory)).sort()).toEqual(['apps', 'current', 'files', 'log.jsonl', 'manifests', 'records.json', 'tmp'].filter((name) => name !== 'apps'));
  expect(await readdir(join(bench.store.directory, 'tmp'))).toEqual([]);
  expect((await readPublishLog(store)).at(-1)?.number).toBe(manifest?.number);
}

test('killed at every step while a reader keeps fetching: no error, no mixed site, and the next publish is right', async () => {
  let number = 2;
  for (const step of PUBLISH_STEPS) {
    const { signal } = await publishAndDie(number, { at: step });
    expect([step, signal]).toEqual([step, 'SIGKILL']);
    const isLive = step === 'log' || step === 'tidy';
    expect([step, await numberInForce()]).toEqual([step, isLive ? number : number - 1]);
    number += 1;
    await expectRepairedBy(number);
    number += 1;
  }
  isOver = true;
  await fetching;
  expect(faults.splice(0)).toEqual([]);
  expect(seen.answers).toBeGreaterThan(PUBLISH_STEPS.length);
}, 120_000);

test(`killed at ${RANDOM_KILLS} random moments while a reader keeps fetching: no error, no mixed site, and the next publish is right`, async () => {
  let number = 2;
  let before = 1;
  for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
    const { published, signal } = await publishAndDie(number, { afterPublishes: Math.random() * 5 });
    expect(signal).toBe('SIGKILL');
    const inForce = await numberInForce();
    expect(inForce).toBeGreaterThanOrEqual(published.at(-1) ?? before);
    before = inForce;
    number = Math.max(number, inForce) + 1;
  }
  await expectRepairedBy(number + 1);
  isOver = true;
  await fetching;
  expect(faults.splice(0)).toEqual([]);
  expect(seen.marks.size).toBeGreaterThan(2);
}, 300_000);

import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentState } from '../../../src/server/automatic/content-state.ts';
import { realTimers } from '../../../src/server/automatic/timers.ts';
import { LOOK_MS, watchContent, type WatchFolder } from '../../../src/server/automatic/watch-content.ts';
import { FakeTime } from './fake-time.ts';

let contentDir: string;
let close = (): void => undefined;
beforeEach(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'ocop-watch-'));
  await mkdir(join(contentDir, 'products', 'a'), { recursive: true });
  await writeFile(join(contentDir, 'products', 'a', 'product.yaml'), 'name: A\n');
});
afterEach(async () => {
  close();
  await rm(contentDir, { recursive: true, force: true });
});

const record = (): string => join(contentDir, 'products', 'a', 'product.yaml');

/** Waits for a call; the test runner's own limit ends a wait in vain. */
function savesSeen() {
  let seen = 0;
  let wake = (): void => undefined;
  return {
    onSaved: () => {
      seen += 1;
      wake();
    },
    async until(count: number): Promise<void> {
      while (seen < count) await new Promise<void>((resolve) => (wake = resolve));
    },
    get count() {
      return seen;
    },
  };
}

test('a save, a file that replaces another twice, a new folder: each is seen', async () => {
  const saves = savesSeen();
  ({ close } = watchContent({ contentDir, timers: realTimers, now: Date.now, onSaved: saves.onSaved }));
  await writeFile(record(), 'name: B\n');
  await saves.until(1);
  for (const [nth, name] of ['C', 'D'].entries()) {
    await writeFile(`${record()}.tmp`, `name: ${name}\n`);
    await rename(`${record()}.tmp`, record());
    await saves.until(2 + nth);
  }
  await mkdir(join(contentDir, 'products', 'b'));
  await writeFile(join(contentDir, 'products', 'b', 'product.yaml'), 'name: E\n');
  await saves.until(4);
});

/** Reports what the test tells it to. */
function toldFolder() {
  let tell: (path: string | null) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const watchFolder: WatchFolder = (_folder, onChange, onError) => {
    [tell, fail] = [onChange, onError];
    return { close: () => undefined };
  };
  return { watchFolder, tell: (path: string | null) => tell(path), fail: (error: unknown) => fail(error) };
}

test('a hundred reports are one save, and editors\' own files are none', async () => {
  const time = new FakeTime('2026-11-22T00:00:00Z');
  const { watchFolder, tell } = toldFolder();
  const saves = savesSeen();
  ({ close } = watchContent({ contentDir, timers: time.timers, now: time.now, onSaved: saves.onSaved, watchFolder }));
  for (let nth = 0; nth < 100; nth += 1) tell('products/a/product.yaml');
  await time.pass(1_000);
  expect(saves.count).toBe(1);
  for (const path of ['products/a/.product.yaml.swp', '.dang-nhap/journal.json']) tell(path);
  await time.pass(5_000);
  expect(saves.count).toBe(1);
  tell(null);
  await time.pass(1_000);
  expect(saves.count).toBe(2);
});

test('where nothing can be watched, the folder is looked at every two seconds', async () => {
  const saves = savesSeen();
  const reported: unknown[] = [];
  const time = new FakeTime('2026-11-22T00:00:00Z');
  const refuse: WatchFolder = () => {
    throw new Error('ENOSPC');
  };
  ({ close } = watchContent({ contentDir, timers: time.timers, now: time.now, onSaved: saves.onSaved, onFallback: (error) => reported.push(error), watchFolder: refuse }));
  expect(reported).toEqual([new Error('ENOSPC')]);
  await untilWaiting(time);
  await writeFile(record(), 'name: another\n');
  await lookAgain(time, LOOK_MS.alone);
  await time.pass(200);
  expect(saves.count).toBe(1);
  await lookAgain(time, LOOK_MS.alone);
  await time.pass(200);
  expect(saves.count).toBe(1);
});

test('what no report told is seen within a minute', async () => {
  const saves = savesSeen();
  const time = new FakeTime('2026-11-22T00:00:00Z');
  ({ close } = watchContent({ contentDir, timers: time.timers, now: time.now, onSaved: saves.onSaved, watchFolder: toldFolder().watchFolder }));
  await untilWaiting(time);
  await writeFile(record(), 'name: another\n');
  await lookAgain(time, LOOK_MS.asNet);
  await time.pass(200);
  expect(saves.count).toBe(1);
});

test('a watch that breaks later is replaced by looking', async () => {
  const saves = savesSeen();
  const time = new FakeTime('2026-11-22T00:00:00Z');
  const { watchFolder, fail } = toldFolder();
  ({ close } = watchContent({ contentDir, timers: time.timers, now: time.now, onSaved: saves.onSaved, watchFolder }));
  await untilWaiting(time);
  fail(new Error('gone'));
  await untilWaiting(time);
  await writeFile(record(), 'name: another\n');
  await lookAgain(time, LOOK_MS.alone);
  await time.pass(200);
  expect(saves.count).toBe(1);
});

test('the state of a folder changes with every file but editors\' own', async () => {
  const before = await contentState(contentDir);
  await writeFile(join(contentDir, 'products', 'a', '.product.yaml.swp'), 'x');
  expect(await contentState(contentDir)).toBe(before);
  await utimes(record(), 1, 1);
  const touched = await contentState(contentDir);
  expect(touched).not.toBe(before);
  await writeFile(join(contentDir, 'site.yaml'), '');
  const added = await contentState(contentDir);
  expect(added).not.toBe(touched);
  await rm(join(contentDir, 'site.yaml'));
  expect(await contentState(contentDir)).toBe(touched);
});

/** Looking at a folder takes real time; it has ended when the next look stands in the timers. */
async function untilWaiting(time: FakeTime): Promise<void> {
  while (time.waiting === 0) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Lets the next look begin, and waits until it has ended. */
async function lookAgain(time: FakeTime, ms: number): Promise<void> {
  await time.pass(ms);
  await untilWaiting(time);
}

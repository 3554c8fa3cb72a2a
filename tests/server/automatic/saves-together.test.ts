import { expect, test } from 'vitest';
import { isEditorFile } from '../../../src/server/automatic/editor-file.ts';
import { savesTogether } from '../../../src/server/automatic/saves-together.ts';
import { FakeTime, SECOND } from './fake-time.ts';

function counted() {
  const time = new FakeTime('2026-11-22T00:00:00Z');
  const calls: number[] = [];
  const start = time.wall;
  return { time, calls, together: savesTogether(time.timers, time.now, () => calls.push(time.wall - start)) };
}

test('many saves at once are one call, 75 ms after the last', async () => {
  const { time, calls, together } = counted();
  for (let save = 0; save < 10; save += 1) {
    together.saved();
    await time.pass(20);
  }
  await time.pass(SECOND);
  expect(calls).toEqual([255]);
});

test('saves that never stop are called for after two seconds at most', async () => {
  const { time, calls, together } = counted();
  for (let save = 0; save < 500; save += 1) {
    together.saved();
    await time.pass(10);
  }
  await time.pass(SECOND);
  expect(calls).toEqual([2_000, 4_000, 5_065]);
});

test('a clock set back does not keep a save waiting', async () => {
  const { time, calls, together } = counted();
  together.saved();
  time.wall -= 3_600_000;
  together.saved();
  await time.pass(200);
  expect(calls).toHaveLength(1);
});

test('nothing is called after it was stopped', async () => {
  const { time, calls, together } = counted();
  together.saved();
  together.stop();
  await time.pass(5 * SECOND);
  expect(calls).toEqual([]);
});

test.each([
  'products/ruou-sim/.product.yaml.swp', 'products/ruou-sim/product.yaml~', 'products/ruou-sim/4913', 'products/#product.yaml#',
  '.dang-nhap/0.yaml', '.git/index.lock', '~$danh-sach.xlsx', 'products\\a\\.#product.yaml', 'products/a/anh.jpg.crdownload', 'products/a/Thumbs.db',
  'products/a/product.yaml___jb_tmp___', 'status-index.csv.tmp',
])('%s is an editor\'s own file', (path) => expect(isEditorFile(path)).toBe(true));

test.each(['products/ruou-sim/product.yaml', 'decisions/2024/2394.yaml', 'products/a/anh-1.jpg', 'site.yaml', 'places/communes.csv', 'products/banh-4913/product.yaml'])(
  '%s is a record',
  (path) => expect(isEditorFile(path)).toBe(false),
);

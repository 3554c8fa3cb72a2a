import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays, dayInVietnam } from '../../../src/domain/calendar-day.ts';
import { openPublishQueue } from '../../../src/server/automatic/publish-queue.ts';
import { registerErrorLines } from '../../../src/server/automatic/register-errors.ts';
import { startAutomatic } from '../../../src/server/automatic/start-automatic.ts';
import { realTimers } from '../../../src/server/automatic/timers.ts';
import { DAY, FakeTime } from './fake-time.ts';

test('the clock asks the same queue as everybody else', async () => {
  const time = new FakeTime('2026-11-22T03:00:00Z');
  let asOf = '2026-11-20';
  const runs: (readonly string[])[] = [];
  const queue = openPublishQueue<'content' | 'clock', void>(async (reasons) => {
    runs.push(reasons);
    asOf = dayInVietnam(time.now());
  });
  const parts = { queue, contentDir: undefined, now: time.now, timers: time.timers, publishedAsOf: async () => asOf, nextDueDay: async (after: string) => addDays(after, 1) };
  const automatic = startAutomatic({ ...parts, onError: (error) => { throw error; } });
  await time.pass(2 * DAY);
  automatic.stop();
  await time.pass(2 * DAY);
  expect(runs).toEqual([['clock'], ['clock'], ['clock']]);
  expect(asOf).toBe('2026-11-24');
});

test('a saved record is published, and a broken one is told and changes nothing', async () => {
  const contentDir = await mkdtemp(join(tmpdir(), 'ocop-auto-'));
  const told: unknown[] = [];
  let wake = (): void => undefined;
  let broken = false;
  const queue = openPublishQueue<'content' | 'clock', string>(async () => {
    if (broken) throw new Error('broken');
    return 'published';
  });
  const automatic = startAutomatic({
    queue, contentDir, now: Date.now, timers: realTimers, publishedAsOf: async () => undefined, nextDueDay: async () => undefined,
    onWatched: (result) => {
      told.push(result.ok ? result.outcome : result.error);
      wake();
    },
    onError: (error) => { throw error; },
  });
  const until = async (seen: (last: unknown) => boolean): Promise<void> => {
    while (!seen(told.at(-1))) await new Promise<void>((resolve) => (wake = resolve));
  };
  await writeFile(join(contentDir, 'site.yaml'), 'a: 1\n');
  await until((last) => last === 'published');
  broken = true;
  await writeFile(join(contentDir, 'site.yaml'), 'a: [\n');
  await until((last) => last instanceof Error && last.message === 'broken');
  automatic.stop();
  await rm(contentDir, { recursive: true, force: true });
});

test('every problem is told in Vietnamese first', () => {
  const problem = { file: 'content/a.yaml', field: 'stars', message: 'is 6', severity: 'error' } as const;
  expect(registerErrorLines([{ ...problem, field: 'packs', severity: 'warning' }, { ...problem, messageVi: 'là 6' }])).toEqual([
    'lỗi     content/a.yaml: stars là 6',
    '        content/a.yaml: stars is 6',
    'lưu ý   content/a.yaml: packs is 6',
    '1 lỗi, 1 lưu ý. Trang vẫn giữ bản tốt gần nhất. (The last good site stays.)',
  ]);
});

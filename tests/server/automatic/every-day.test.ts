import { expect, test } from 'vitest';
import { everyDay } from '../../../src/server/automatic/every-day.ts';

test('works at once, once a day, and once after days that were slept through', () => {
  let now = Date.parse('2026-11-24T16:55:00Z');
  let waiting: { ms: number; work: () => void } | undefined;
  const done: string[] = [];
  const timers = { after: (ms: number, work: () => void) => ((waiting = { ms, work }), () => void (waiting = undefined)) };
  const pass = (more = 0): void => {
    const { ms, work } = waiting as { ms: number; work: () => void };
    now += ms + more;
    work();
  };
  const daily = everyDay(timers, () => now, () => done.push(new Date(now).toISOString()));
  pass();
  expect(done).toEqual(['2026-11-24T16:55:00.000Z', '2026-11-24T17:00:00.000Z']);
  for (let look = 0; look < 20; look += 1) pass();
  expect(done).toHaveLength(2);
  pass(3 * 86_400_000);
  pass();
  expect(done).toHaveLength(3);
  daily.stop();
  expect(waiting).toBeUndefined();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayInVietnam } from '../../../src/domain/calendar-day.ts';
import { BEHIND_MS, LOOK_MS, msToNextLook, startClock, type ClockParts } from '../../../src/server/automatic/clock.ts';
import { DAY, FakeTime, HOUR, MINUTE, SECOND, settle } from './fake-time.ts';

/** A site that is published for the clock's day whenever the clock asks. */
function site(time: FakeTime, asOf: string | undefined, more: Partial<ClockParts> = {}) {
  const published: { at: number; day: string }[] = [];
  const errors: unknown[] = [];
  let inForce = asOf;
  const clock = startClock({
    now: time.now,
    timers: time.timers,
    publishedAsOf: async () => inForce,
    nextDueDay: async (after) => addDays(after, 1),
    publish: async () => {
      inForce = dayInVietnam(time.now());
      published.push({ at: time.now(), day: inForce });
      return true;
    },
    onError: (error) => errors.push(error),
    ...more,
  });
  return { clock, published, errors, days: () => published.map(({ day }) => day) };
}

test('a new day is published when it begins in Việt Nam, and only then', async () => {
  const time = new FakeTime('2026-11-14T16:59:00Z');
  const { published } = site(time, '2026-11-14');
  await time.pass(59 * SECOND);
  expect(published).toEqual([]);
  await time.pass(2 * SECOND);
  expect(published).toEqual([{ at: Date.parse('2026-11-14T17:00:00Z'), day: '2026-11-15' }]);
});

test('in a year it publishes once on every day that is due, at its first moment', async () => {
  const time = new FakeTime('2026-01-01T05:00:00Z');
  const due = ['2026-02-28', '2026-11-15', '2026-12-31'];
  const { published } = site(time, '2026-01-01', { nextDueDay: async (after) => due.find((day) => day > after) });
  await time.pass(365 * DAY);
  expect(published).toEqual(due.map((day) => ({ at: Date.parse(`${day}T00:00:00+07:00`), day })));
  expect(time.longest).toBeLessThanOrEqual(LOOK_MS);
});

test('days missed while nothing ran are made up for at the start, with one publish', async () => {
  const time = new FakeTime('2026-11-22T03:00:00Z');
  const { days } = site(time, '2026-11-03');
  await settle();
  expect(days()).toEqual(['2026-11-22']);
  await time.pass(HOUR);
  expect(days()).toEqual(['2026-11-22']);
});

test('missed days on which nothing was due are let go', async () => {
  const time = new FakeTime('2026-11-22T03:00:00Z');
  const { days } = site(time, '2026-11-03', { nextDueDay: async () => '2026-11-23' });
  await time.pass(HOUR);
  expect(days()).toEqual([]);
});

test('a machine that slept over midnight publishes soon after it wakes', async () => {
  const time = new FakeTime('2026-11-14T12:00:00Z');
  const { published } = site(time, '2026-11-14');
  await time.pass(MINUTE);
  time.sleep(14 * HOUR);
  await time.pass(LOOK_MS);
  expect(published.map(({ day }) => day)).toEqual(['2026-11-15']);
});

test('a clock that jumps forth is followed at the next look', async () => {
  const time = new FakeTime('2026-11-14T12:00:00Z');
  const { days } = site(time, '2026-11-14');
  await time.pass(MINUTE);
  time.wall += 40 * DAY;
  await time.pass(LOOK_MS);
  expect(days()).toEqual(['2026-12-24']);
});

test('a clock set back a little around midnight does not publish the old day again', async () => {
  const time = new FakeTime('2026-11-14T16:59:59Z');
  const { days } = site(time, '2026-11-14');
  await time.pass(SECOND);
  time.wall -= 2 * SECOND;
  await time.pass(HOUR);
  expect(days()).toEqual(['2026-11-15']);
});

test('a machine that starts with a dead clock does not publish the past; one that stays in it does', async () => {
  const time = new FakeTime('2015-01-01T00:00:00Z');
  const { days } = site(time, '2026-11-14');
  await time.pass(BEHIND_MS - LOOK_MS);
  expect(days()).toEqual([]);
  time.wall = Date.parse('2026-11-14T08:00:00Z');
  await time.pass(2 * HOUR);
  expect(days()).toEqual([]);
  time.wall = Date.parse('2026-11-10T08:00:00Z');
  await time.pass(BEHIND_MS + LOOK_MS);
  expect(days()).toEqual(['2026-11-10']);
});

test('a publish that fails is reported and tried again at the next look', async () => {
  const time = new FakeTime('2026-11-15T00:00:00Z');
  let tries = 0;
  const { errors } = site(time, '2026-11-14', {
    publish: async () => {
      tries += 1;
      throw new Error('disk full');
    },
  });
  await time.pass(3 * LOOK_MS);
  expect(tries).toBe(4);
  expect(errors).toHaveLength(4);
});

test('a publish that finds nothing it may do, as under a rollback, is not asked for again until the next day', async () => {
  const time = new FakeTime('2026-11-15T01:00:00Z');
  let tries = 0;
  site(time, '2026-11-14', { publish: async () => (tries += 1) > 0 });
  await time.pass(3 * HOUR);
  expect(tries).toBe(1);
  await time.pass(DAY);
  expect(tries).toBe(2);
});

test('it never asks again while a publish is under way, and asks nothing after it was stopped', async () => {
  const time = new FakeTime('2026-11-15T00:00:00Z');
  let end = (): void => undefined;
  let tries = 0;
  const { clock } = site(time, '2026-11-14', {
    publish: () => {
      tries += 1;
      return new Promise<boolean>((resolve) => (end = () => resolve(true)));
    },
  });
  await time.pass(5 * HOUR);
  expect(tries).toBe(1);
  clock.stop();
  end();
  await time.pass(DAY);
  expect(tries).toBe(1);
  expect(time.waiting).toBe(0);
});

test('before anything was published it publishes nothing', async () => {
  const time = new FakeTime('2026-11-15T00:00:00Z');
  const { days } = site(time, undefined);
  await time.pass(2 * DAY);
  expect(days()).toEqual([]);
});

test('the next look is never after the next midnight in Việt Nam, and never now', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') }), (now) => {
      const ms = msToNextLook(now);
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(LOOK_MS);
      expect(dayInVietnam(now + ms - 1)).toBe(dayInVietnam(now));
    }),
  );
});

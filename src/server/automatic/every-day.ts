import { dayInVietnam, type IsoDate } from '../../domain/calendar-day.ts';
import { msToNextLook } from './clock.ts';
import type { Timers } from './timers.ts';

/** Does the work at once and then when each new day has begun in Việt Nam, days that a machine slept through once. */
export function everyDay(timers: Timers, now: () => number, work: () => unknown): { stop(): void } {
  let done: IsoDate | undefined;
  let stopTimer = (): void => undefined;
  const look = (): void => {
    const today = dayInVietnam(now());
    if (today !== done) {
      done = today;
      work();
    }
    stopTimer = timers.after(msToNextLook(now()), look);
  };
  look();
  return { stop: () => stopTimer() };
}

import { addDays, dayInVietnam, toDayNumber, type IsoDate } from '../../domain/calendar-day.ts';
import type { Timers } from './timers.ts';

export interface ClockParts {
  /** Milliseconds since 1970. */
  now: () => number;
  timers: Timers;
  /** The day for which the site in force was made; undefined while nothing was published. */
  publishedAsOf: () => Promise<IsoDate | undefined>;
  /** The first day after this one on which a publish is due; undefined when none ever is. */
  nextDueDay: (after: IsoDate) => Promise<IsoDate | undefined>;
  /**
   * Publishes for today. True: what could be done today is done, even where the site in force is for an earlier day (a
   * rollback holds). False or an error, which is reported: tried again at the next look.
   */
  publish: () => Promise<boolean>;
  onError: (error: unknown) => void;
}

export interface Clock {
  stop(): void;
}

/**
 * How often the clock is looked at besides midnight: a machine that slept, or whose clock was set, is seen by then.
 * Also far below the 24.8 days beyond which a timer would fire at once.
 */
export const LOOK_MS = 10 * 60_000;

/** How long the machine's clock must stay behind the published day before that is believed: it may just have been started. */
export const BEHIND_MS = 60 * 60_000;

/** Publishes when a day begins in Việt Nam on which something is due, also when that day was missed. Looks at once. */
export function startClock(parts: ClockParts): Clock {
  let stopped = false;
  let stopTimer = (): void => undefined;
  let behindSince: number | undefined;
  let doneOn: IsoDate | undefined;

  const look = async (): Promise<void> => {
    try {
      if ((await isDue()) && (await parts.publish())) doneOn = dayInVietnam(parts.now());
    } catch (error) {
      parts.onError(error);
    }
    if (!stopped) stopTimer = parts.timers.after(msToNextLook(parts.now()), () => void look());
  };

  const isDue = async (): Promise<boolean> => {
    const asOf = await parts.publishedAsOf();
    const today = dayInVietnam(parts.now());
    if (asOf !== undefined && today < asOf) return isBelievedBehind(parts.now());
    behindSince = undefined;
    if (asOf === undefined || asOf === today || doneOn === today) return false;
    const due = await parts.nextDueDay(asOf);
    return due !== undefined && due <= today;
  };

  const isBelievedBehind = (now: number): boolean => {
    behindSince = Math.min(behindSince ?? now, now);
    return now - behindSince >= BEHIND_MS;
  };

  void look();
  return {
    stop() {
      stopped = true;
      stopTimer();
    },
  };
}

/** Never later than the next midnight in Việt Nam. */
export function msToNextLook(now: number): number {
  const midnight = toDayNumber(addDays(dayInVietnam(now), 1)) * 86_400_000 - 7 * 3_600_000;
  return Math.max(1, Math.min(LOOK_MS, midnight - now));
}

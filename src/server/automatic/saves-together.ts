import type { Timers } from './timers.ts';

export interface SavesTogether {
  /** Something was saved. */
  saved(): void;
  stop(): void;
}

/** So long after the last of several saves. */
export const QUIET_MS = 75;

/** So long after the first of them at most, however many follow. */
export const LONGEST_WAIT_MS = 2_000;

/** Makes one call of many saves at once. */
export function savesTogether(timers: Timers, now: () => number, onSaved: () => void): SavesTogether {
  let first: number | undefined;
  let cancel = (): void => undefined;
  return {
    saved() {
      // A clock that was set back must not prolong the wait.
      first = first === undefined || now() < first ? now() : first;
      cancel();
      cancel = timers.after(Math.max(0, Math.min(QUIET_MS, first + LONGEST_WAIT_MS - now())), () => {
        first = undefined;
        onSaved();
      });
    },
    stop: () => cancel(),
  };
}

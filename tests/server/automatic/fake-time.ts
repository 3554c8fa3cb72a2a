import type { Timers } from '../../../src/server/automatic/timers.ts';

/** A machine's clock and timers, moved by a test. Its wall clock can be set without its timers noticing, as real ones do. */
export class FakeTime {
  /** Milliseconds since 1970, as the wall clock says. */
  wall: number;
  #running = 0;
  #due: { at: number; work: () => void }[] = [];
  /** The longest timer that was ever asked for. */
  longest = 0;

  constructor(start: string) {
    this.wall = Date.parse(start);
  }

  readonly now = (): number => this.wall;

  readonly timers: Timers = {
    after: (ms, work) => {
      this.longest = Math.max(this.longest, ms);
      const timer = { at: this.#running + ms, work };
      this.#due.push(timer);
      return () => {
        this.#due = this.#due.filter((other) => other !== timer);
      };
    },
  };

  get waiting(): number {
    return this.#due.length;
  }

  /** Lets time pass; work that is due runs at its moment, with what it awaits. */
  async pass(ms: number): Promise<void> {
    const end = this.#running + ms;
    for (;;) {
      await settle();
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#due = this.#due.filter((other) => other !== next);
      this.#advance(next.at);
      next.work();
    }
    this.#advance(end);
  }

  /** The machine sleeps: the wall clock goes on, timers do not. */
  sleep(ms: number): void {
    this.wall += ms;
  }

  #advance(to: number): void {
    this.wall += to - this.#running;
    this.#running = to;
  }
}

/** Lets everything that waits for nothing but promises go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

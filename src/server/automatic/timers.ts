/** The machine's timers, or a test's. */
export interface Timers {
  /** Calls `work` once after `ms` milliseconds; gives back what stops it. */
  after(ms: number, work: () => void): () => void;
}

/** Do not keep the process alive by themselves. */
export const realTimers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms).unref();
    return () => clearTimeout(timer);
  },
};

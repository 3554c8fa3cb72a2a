/** The steps of every publish, in their order. A process that dies before, in or after any of them leaves a whole site. */
export const PUBLISH_STEPS = [
  /** Waits for its turn; what a killed publish left behind is swept away. */
  'lock',
  /** The manifest in force. */
  'read',
  /** Which pages show something that changed. */
  'compare',
  /** The status lists, and a manifest in which only they are new. */
  'status',
  'status-switch',
  /** Pages made and written. */
  'pages',
  /** Everything written so far survives a power cut. */
  'flush',
  'manifest',
  'switch',
  'log',
  /** Files that no kept publish needs go; the manifest is made quick to read. */
  'tidy',
] as const;

export type PublishStep = (typeof PUBLISH_STEPS)[number];

/** Milliseconds by step; steps that had nothing to do are absent. */
export type StepTimes = Partial<Record<PublishStep, number>>;

export interface StepTimer {
  run<T>(step: PublishStep, work: () => Promise<T>): Promise<T>;
  readonly times: StepTimes;
}

export function stepTimer(onStep: (step: PublishStep) => void = () => undefined): StepTimer {
  const times: StepTimes = {};
  return {
    times,
    async run(step, work) {
      onStep(step);
      const started = performance.now();
      try {
        return await work();
      } finally {
        times[step] = Math.round((performance.now() - started) * 10) / 10;
      }
    },
  };
}

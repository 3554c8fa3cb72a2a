import { drainOutbox, type DrainParts } from './drain-outbox.ts';

export interface WorkerParts extends DrainParts {
  everyMs?: number;
  /** The database failed; single mails that fail are in the outbox itself. */
  onError: (error: unknown) => void;
}

const EVERY_MS = 15_000;

/** Drains the outbox at once and then regularly, never twice at a time. Keeps no process alive. */
export function startOutboxWorker({ everyMs = EVERY_MS, onError, ...parts }: WorkerParts): { stop(): Promise<void> } {
  let underWay: Promise<unknown> | undefined;
  const run = (): void => {
    underWay ??= drainOutbox(parts)
      .catch(onError)
      .finally(() => {
        underWay = undefined;
      });
  };
  const timer = setInterval(run, everyMs).unref();
  run();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

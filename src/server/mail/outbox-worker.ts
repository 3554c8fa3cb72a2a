import { drainOutbox, type DrainParts } from './drain-outbox.ts';

export interface WorkerParts extends DrainParts {
  everyMs?: number;
  /** The database failed; single mails that fail are in the outbox itself. */
  onError: (error: unknown) => void;
}

const EVERY_MS = 15_000;

export interface OutboxWorker {
  /** Something may have been written: looks at once, or once more when it is looking already. */
  wake(): void;
  stop(): Promise<void>;
}

/** Drains the outbox at once and then regularly, never twice at a time. Keeps no process alive. */
export function startOutboxWorker({ everyMs = EVERY_MS, onError, ...parts }: WorkerParts): OutboxWorker {
  let underWay: Promise<unknown> | undefined;
  let isAsked = false;
  let isStopped = false;
  const run = (): void => {
    underWay ??= drainOutbox(parts)
      .catch(onError)
      .finally(() => {
        underWay = undefined;
        if (isAsked && !isStopped) wake();
      });
  };
  const wake = (): void => {
    isAsked = underWay !== undefined;
    run();
  };
  const timer = setInterval(run, everyMs).unref();
  run();
  return {
    wake,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

import { enqueueOrderNotices, type NoticeParts } from './enqueue-order-notices.ts';

const EVERY_MS = 15_000;

export interface NoticesParts extends Omit<NoticeParts, 'now'> {
  now: () => number;
  everyMs?: number;
  /** Mails were written. */
  onWritten: () => void;
  onError: (error: unknown) => void;
}

/**
 * Looks regularly for what somebody must be told of: tasks, orders to confirm, little stock, parts for producers. All of
 * it was committed with what happened, so nothing is lost between; each is written once, however often it is looked for.
 */
export function startOrderNotices({ onError, onWritten, everyMs = EVERY_MS, ...parts }: NoticesParts): { wake(): void; stop(): Promise<void> } {
  let underWay: Promise<unknown> | undefined;
  const look = (): void => {
    underWay ??= enqueueOrderNotices({ ...parts, now: parts.now() })
      .then((written) => {
        if (written > 0) onWritten();
      })
      .catch(onError)
      .finally(() => {
        underWay = undefined;
      });
  };
  const timer = setInterval(look, everyMs).unref();
  look();
  return {
    wake: look,
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

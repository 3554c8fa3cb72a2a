import type { IsoDate } from '../../domain/calendar-day.ts';
import { startClock } from './clock.ts';
import type { PublishQueue, RunResult } from './publish-queue.ts';
import type { Timers } from './timers.ts';
import { watchContent } from './watch-content.ts';

/** What leads to a publish that nobody typed a command for. */
export type AutomaticReason = 'content' | 'clock';

export interface AutomaticParts<Outcome> {
  queue: Pick<PublishQueue<AutomaticReason, Outcome>, 'request'>;
  /** Undefined: changes of records are not watched for. */
  contentDir: string | undefined;
  now: () => number;
  timers: Timers;
  publishedAsOf: () => Promise<IsoDate | undefined>;
  nextDueDay: (after: IsoDate) => Promise<IsoDate | undefined>;
  /** What became of a publish after records were saved. Those of the clock are told by the queue's own run. */
  onWatched?: (result: RunResult<Outcome>) => void;
  onTouched?: (path: string | null) => void;
  onFallback?: (error: unknown) => void;
  onError: (error: unknown, what: string) => void;
}

/** Publishes when a day begins, and when records change. Both keep no process alive. */
export function startAutomatic<Outcome>(parts: AutomaticParts<Outcome>): { stop(): void } {
  const { queue, contentDir, now, timers, onError } = parts;
  const clock = startClock({
    now,
    timers,
    publishedAsOf: parts.publishedAsOf,
    nextDueDay: parts.nextDueDay,
    publish: async () => (await queue.request('clock')).ok,
    onError: (error) => onError(error, 'the clock could not look at what is published'),
  });
  const watch =
    contentDir &&
    watchContent({
      contentDir,
      now,
      timers,
      onSaved: () => void queue.request('content').then((result) => parts.onWatched?.(result)),
      ...(parts.onTouched !== undefined && { onTouched: parts.onTouched }),
      ...(parts.onFallback !== undefined && { onFallback: parts.onFallback }),
    });
  return {
    stop() {
      clock.stop();
      if (watch) watch.close();
    },
  };
}

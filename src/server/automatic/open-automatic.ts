import { join } from 'node:path';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { PublishReport } from '../../publish/publish-options.ts';
import type { PublishStore } from '../../publish/publish-store.ts';
import type { UpdateReason } from '../../publish/site-update.ts';
import type { WebDoor } from '../http/web-door.ts';
import { dueDay } from './due-day.ts';
import { openPublishQueue, type RunResult } from './publish-queue.ts';
import { publishWebhookDoor } from './publish-webhook.ts';
import { openSeenDeliveries } from './seen-deliveries.ts';
import { startAutomatic } from './start-automatic.ts';
import type { Timers } from './timers.ts';

export interface AutomaticParts {
  contentDir: string;
  dataDir: string;
  /** Publishes when records change, too. */
  watch: boolean;
  /** Asks for a publish at once: records may have changed while nothing ran. */
  catchUp: boolean;
  /** Undefined: no webhook. */
  publishWebhookSecret: string | undefined;
  now: () => number;
  timers: Timers;
  store: Pick<PublishStore, 'current' | 'currentNumber'>;
  /** The catalogue that was read last; undefined while the records have had errors since the start. */
  catalogue: () => Promise<Catalogue | undefined>;
  /** Told of every change below `content/` before a publish is asked for; `null` when it is not known where it was. */
  onTouched: (path: string | null) => void;
  /** Publishes what the records say now. Throws `RegisterErrors` when they have errors. */
  publish: (why: readonly UpdateReason[]) => Promise<PublishReport>;
  /** Told of every publish that nobody typed a command for. */
  onResult: (result: RunResult<PublishReport>, why: readonly UpdateReason[]) => void;
  onError: (error: unknown, what: string) => void;
}

export interface Automatic {
  /** `POST /api/publish`. */
  door: WebDoor;
  /** Stops looking, and waits for the publish under way. */
  stop(): Promise<void>;
}

/** Publishes by itself: when a day changes a status, when records change, and when a signed request asks for it. */
export async function openAutomatic(parts: AutomaticParts): Promise<Automatic> {
  const { contentDir, dataDir, now, timers, publish, onResult, onError } = parts;
  const queue = openPublishQueue<'content' | 'clock' | 'webhook', PublishReport>(async (why) => {
    try {
      const outcome = await publish(why);
      onResult({ ok: true, outcome }, why);
      return outcome;
    } catch (error) {
      onResult({ ok: false, error }, why);
      throw error;
    }
  });
  const seen = await openSeenDeliveries(join(dataDir, 'webhook-deliveries'), now);
  const running = startAutomatic({
    queue,
    contentDir: parts.watch ? contentDir : undefined,
    onTouched: parts.onTouched,
    now,
    timers,
    publishedAsOf: dayInForce(parts.store),
    nextDueDay: async (after) => dueDay(await parts.catalogue(), after),
    onFallback: (error) => onError(error, 'changes below content/ are not reported by the system; it is looked at every few seconds'),
    onError,
  });
  if (parts.catchUp) void queue.request('content');
  return {
    door: publishWebhookDoor({ secret: parts.publishWebhookSecret, seen, now, request: () => void queue.request('webhook'), state: () => queue.state() }),
    async stop() {
      running.stop();
      await queue.close();
    },
  };
}

/** A manifest is large; it is read again only when another one is in force. */
function dayInForce(store: AutomaticParts['store']): () => Promise<IsoDate | undefined> {
  let known: { number: number; asOf: IsoDate } | undefined;
  return async () => {
    const number = await store.currentNumber();
    if (number === undefined) return undefined;
    if (known?.number !== number) {
      const manifest = await store.current();
      known = manifest && { number: manifest.number, asOf: manifest.asOf };
    }
    return known?.asOf;
  };
}

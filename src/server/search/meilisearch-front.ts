import type { IsoDate } from '../../domain/calendar-day.ts';
import { EngineUnavailable, type EngineAnswer, type EngineQuery, type SearchEngine } from '../../search/engine.ts';
import type { IndexSource } from '../../search/meilisearch/index-source.ts';
import { nextStatusChange } from '../../search/meilisearch/status-change.ts';
import type { Timers } from '../automatic/timers.ts';
import { ANSWER_TIMEOUT_MS, type ReadyIndex } from './publish-search.ts';

export interface MeilisearchFrontParts {
  publish: (source: IndexSource) => Promise<ReadyIndex>;
  timers: Timers;
  /** For one search, all its requests together; {@link ANSWER_TIMEOUT_MS} when it is not said. */
  answerTimeoutMs?: number;
  /** Told when Meilisearch takes over (`info`), and once for each time it fails. */
  onReady: (report: ReadyIndex['report']) => void;
  onError: (error: unknown, what: string) => void;
}

/** Meilisearch before the embedded engine: asked only while it is known to hold exactly what is served. */
export interface MeilisearchFront {
  /** From now on this is served; the index follows in the background. */
  follow(source: IndexSource): void;
  /** Undefined whenever the embedded engine has to answer. Rejects only when `signal` ends the waiting. */
  ask(query: EngineQuery, source: IndexSource, signal?: AbortSignal): Promise<EngineAnswer | undefined>;
  close(): void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

interface Ready {
  source: IndexSource;
  engine: SearchEngine;
  /** The first day on which statuses in the index would be wrong. */
  until: IsoDate | undefined;
}

/**
 * A circuit breaker. Closed while `ready`; one answer that does not come opens it, so that nobody else waits. Open, a probe in the
 * background, never a visitor, tries again with growing pauses: it makes sure that the index holds what is served, whatever
 * happened to it meanwhile, and closes the circuit.
 */
export function openMeilisearchFront(parts: MeilisearchFrontParts): MeilisearchFront {
  let wanted: IndexSource | undefined;
  let ready: Ready | undefined;
  let working = false;
  let closed = false;
  let pauseMs = FIRST_PAUSE_MS;
  let stopTimer = (): void => undefined;

  const work = async (): Promise<void> => {
    if (working || closed || wanted === undefined) return;
    working = true;
    stopTimer();
    const source = wanted;
    try {
      const { engine, report } = await parts.publish(source);
      if (source === wanted && !closed) {
        ready = { source, engine, until: nextStatusChange(source.documents, source.asOf) };
        parts.onReady(report);
      }
    } catch (error) {
      if (!closed) fail(error, 'the search index could not be brought to what is published; the embedded engine answers, and it is tried again');
    } finally {
      working = false;
    }
    if (source !== wanted) void work();
  };

  const fail = (error: unknown, what: string): void => {
    ready = undefined;
    parts.onError(error, what);
    stopTimer = parts.timers.after(pauseMs, () => void work());
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  };

  return {
    follow(source) {
      wanted = source;
      ready = undefined;
      pauseMs = FIRST_PAUSE_MS;
      void work();
    },
    async ask(query, source, signal) {
      const asked = ready;
      if (asked === undefined || asked.source !== source || !isWithin(asked, query.asOf)) return undefined;
      try {
        const answer = await inTime(asked.engine, query, parts.answerTimeoutMs ?? ANSWER_TIMEOUT_MS, signal);
        // Documents may have changed under a search that began before.
        if (ready !== asked) return undefined;
        pauseMs = FIRST_PAUSE_MS;
        return answer;
      } catch (error) {
        signal?.throwIfAborted();
        if (ready === asked) fail(error, error instanceof EngineUnavailable ? 'Meilisearch does not answer; the embedded engine does' : 'Meilisearch found a query wrong; the embedded engine answered it');
        return undefined;
      }
    },
    close() {
      closed = true;
      ready = undefined;
      stopTimer();
    },
  };
}

function isWithin({ source, until }: Ready, day: IsoDate): boolean {
  return day >= source.asOf && (until === undefined || day < until);
}

function inTime(engine: SearchEngine, query: EngineQuery, limitMs: number, signal?: AbortSignal): Promise<EngineAnswer> {
  const limit = AbortSignal.timeout(limitMs);
  return engine.search(query, signal === undefined ? limit : AbortSignal.any([signal, limit]));
}

/** What became of the run that a request ended up in. */
export type RunResult<Outcome> = { ok: true; outcome: Outcome } | { ok: false; error: unknown };

export interface QueueState<Reason> {
  /** Why the publish under way was asked for; empty when there is none. */
  running: readonly Reason[];
  /** Why the next one will be. */
  waiting: readonly Reason[];
}

/** One publish at a time, whoever asks for it. */
export interface PublishQueue<Reason, Outcome> {
  /**
   * Asks for a publish of everything as it is now. All requests made while one is under way share the next one: the one
   * under way may have read the register already. Never rejects.
   */
  request(reason: Reason): Promise<RunResult<Outcome>>;
  state(): QueueState<Reason>;
  /** Takes no more requests, forgets those that wait, and resolves when the publish under way has ended. */
  close(): Promise<void>;
}

/** What stands for a request that came too late. */
export class QueueClosed extends Error {
  override name = 'QueueClosed';
}

/** `run` is given the different reasons, in the order in which they were first given. */
export function openPublishQueue<Reason, Outcome>(run: (reasons: readonly Reason[]) => Promise<Outcome>): PublishQueue<Reason, Outcome> {
  interface Batch {
    reasons: Reason[];
    result: PromiseWithResolvers<RunResult<Outcome>>;
  }
  let current: Batch | undefined;
  let next: Batch | undefined;
  let closed = false;

  const start = async (batch: Batch): Promise<void> => {
    current = batch;
    const result = await settle(() => run(batch.reasons));
    current = undefined;
    const following = next;
    next = undefined;
    if (following !== undefined) void start(following);
    batch.result.resolve(result);
  };

  return {
    request(reason) {
      if (closed) return Promise.resolve({ ok: false, error: new QueueClosed('the server is stopping') });
      if (current === undefined) {
        const batch: Batch = { reasons: [reason], result: Promise.withResolvers() };
        void start(batch);
        return batch.result.promise;
      }
      next ??= { reasons: [], result: Promise.withResolvers() };
      if (!next.reasons.includes(reason)) next.reasons.push(reason);
      return next.result.promise;
    },
    state: () => ({ running: [...(current?.reasons ?? [])], waiting: [...(next?.reasons ?? [])] }),
    async close() {
      closed = true;
      next?.result.resolve({ ok: false, error: new QueueClosed('the server is stopping') });
      next = undefined;
      await current?.result.promise;
    },
  };
}

async function settle<Outcome>(work: () => Promise<Outcome>): Promise<RunResult<Outcome>> {
  try {
    return { ok: true, outcome: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}

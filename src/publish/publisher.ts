import { KEPT_PUBLISHES } from './collect-garbage.ts';
import { publishOnce, type PublishMemory } from './publish-once.ts';
import type { PublishOptions, PublishReport } from './publish-options.ts';
import type { PublishStore } from './publish-store.ts';
import { rollBack, type RollbackOptions, type RollbackReport } from './rollback.ts';

/** Publishes into one store, one publish after the other. */
export interface Publisher {
  /**
   * Makes every page whose inputs changed, stores files and manifest, and switches the pointer. Throws `PublishError` when
   * a page cannot be made, `PublishLockedError` when another process is publishing and does not end; the pages in force
   * then stay.
   */
  publish(options: PublishOptions): Promise<PublishReport>;
  /** Puts an earlier publish in force again, under a new number. */
  rollBack(options: RollbackOptions): Promise<RollbackReport>;
}

/** `kept`: how many publishes can at least be brought back. */
export function openPublisher(store: PublishStore, { kept = KEPT_PUBLISHES }: { kept?: number } = {}): Publisher {
  const memory: PublishMemory = {};
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    publish: (options) => inTurn(() => publishOnce(store, options, memory, kept)),
    rollBack: (options) => inTurn(() => rollBack(store, options)),
  };
}

import type { Manifest } from './manifest.ts';
import { takeLock } from './publish-lock.ts';
import type { PublishStore } from './publish-store.ts';

/** The right to change what a store publishes, from taking the lock to giving it back. */
export interface Turn {
  /** The manifest in force. */
  current(): Promise<Manifest | undefined>;
  /** A number that no manifest has. */
  nextNumber(): number;
  /** Throws when another publisher took over meanwhile. */
  assertOwn(): Promise<void>;
  end(): Promise<void>;
}

const A_MINUTE = 60_000;

/** The number of the last manifest that this process left in force, by store. */
const leftBy = new WeakMap<PublishStore, number>();

/** Waits for the lock, then sweeps away what a killed publish left: half-written files and manifests that never were in force. */
export async function beginTurn(store: PublishStore, waitMs = A_MINUTE): Promise<Turn> {
  const lock = await takeLock(store.directory, waitMs);
  try {
    const inForce = await store.currentNumber();
    if (leftBy.get(store) !== inForce) store.files.refresh();
    let next = await store.nextNumber();
    await store.sweep();
    for (const number of await store.numbers()) if (number > (inForce ?? 0)) await store.removeManifest(number);
    return {
      current: () => store.current(),
      nextNumber: () => next++,
      assertOwn: () => lock.assertHeld(),
      async end() {
        leftBy.set(store, (await store.currentNumber().catch(() => undefined)) ?? 0);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

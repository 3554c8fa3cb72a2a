import type { Database } from '../db/database.ts';
import { isPassing } from '../db/passing-failure.ts';
import type { PlaceOutcome } from './new-order.ts';
import { placeOrders, type OrderToPlace, type PlaceParts } from './place-orders.ts';

/** Orders that wait for the disk together are written together: one commit carries up to so many of them. */
const MOST_TOGETHER = 32;
const TRIES = 5;

/**
 * Takes orders one by one and writes those that wait at the same time in one transaction. An answer comes only after the
 * commit. When a batch fails each of it is tried alone, so that one that cannot be written takes no other with it.
 */
export class OrderQueue {
  #db: Database;
  #parts: () => PlaceParts;
  #waiting: { one: OrderToPlace; resolve: (outcome: PlaceOutcome) => void; reject: (error: unknown) => void }[] = [];
  #running: Promise<void> | undefined;

  constructor(db: Database, parts: Omit<PlaceParts, 'now'> & { now: () => number }) {
    this.#db = db;
    this.#parts = () => ({ ...parts, now: parts.now() });
  }

  place(one: OrderToPlace): Promise<PlaceOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ one, resolve, reject });
      this.#running ??= this.#run().finally(() => {
        this.#running = undefined;
      });
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_TOGETHER);
      try {
        const outcomes = await this.#write(batch.map(({ one }) => one));
        for (const [at, { resolve }] of batch.entries()) resolve(outcomes[at] as PlaceOutcome);
      } catch (error) {
        if (batch.length === 1) batch[0]?.reject(error);
        else for (const { one, resolve, reject } of batch) await this.#write([one]).then(([outcome]) => resolve(outcome as PlaceOutcome), reject);
      }
    }
  }

  /** PostgreSQL ends one of two transactions that wait for each other; nothing of it happened, so it is tried again. */
  async #write(orders: readonly OrderToPlace[], tries = TRIES): Promise<PlaceOutcome[]> {
    try {
      return await placeOrders(this.#db, this.#parts(), orders);
    } catch (error) {
      if (tries === 1 || !isPassing(error)) throw error;
      return this.#write(orders, tries - 1);
    }
  }
}

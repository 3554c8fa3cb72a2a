import type { Database } from '../db/database.ts';

export interface OutboxState {
  /** Neither sent nor given up. */
  waiting: number;
  dead: number;
  /** Why the latest dead one failed. */
  lastError?: string;
}

/** For the desk and for monitoring. */
export async function outboxState(db: Database): Promise<OutboxState> {
  const waiting = db.selectFrom('outbox').where('sent_at', 'is', null).where('dead_at', 'is', null);
  const dead = db.selectFrom('outbox').where('dead_at', 'is not', null);
  const count = (rows: typeof waiting) => rows.select(({ fn }) => fn.countAll<number | string>().as('count')).executeTakeFirstOrThrow();
  const latest = await dead.select('last_error').orderBy('dead_at', 'desc').limit(1).executeTakeFirst();
  return {
    waiting: Number((await count(waiting)).count),
    dead: Number((await count(dead)).count),
    ...(latest?.last_error != null && { lastError: latest.last_error }),
  };
}

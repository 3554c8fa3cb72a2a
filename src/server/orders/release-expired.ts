import { instant, type Database } from '../db/database.ts';
import { happen, type EventParts } from './order-events.ts';

const AT_A_TIME = 100;

/** Lets go of what is held for orders that nobody paid or confirmed in time, each in its own transaction. Gives back how many. */
export async function releaseExpired(db: Database, parts: Omit<EventParts, 'now'>, nowMs: number): Promise<number> {
  const overdue = await db
    .selectFrom('orders')
    .select('id')
    .where('reserved_until', '<=', instant(nowMs))
    .where('state', 'in', ['awaiting-payment', 'awaiting-confirmation'])
    .orderBy('reserved_until')
    .limit(AT_A_TIME)
    .execute();
  let released = 0;
  for (const { id } of overdue) {
    const happened = await db.transaction().execute((transaction) => happen(transaction, { ...parts, now: nowMs }, { orderId: id, event: 'expired', who: 'system' }));
    if (happened?.fits === true) released += 1;
  }
  return overdue.length === AT_A_TIME ? released + (await releaseExpired(db, parts, nowMs)) : released;
}

import { instant, type Database } from '../db/database.ts';
import type { StartedSessions } from './stripe/stripe-provider.ts';

/** The latest page at a provider of each order, kept in the database. */
export function startedSessions(db: Database, now: () => number): StartedSessions {
  return {
    async find(orderId) {
      return (await db.selectFrom('payment_sessions').select('session_id').where('order_id', '=', orderId).executeTakeFirst())?.session_id;
    },
    async keep(orderId, sessionId) {
      const row = { order_id: orderId, session_id: sessionId, created_at: instant(now()) };
      await db.insertInto('payment_sessions').values(row).onConflict((conflict) => conflict.column('order_id').doUpdateSet({ session_id: sessionId, created_at: row.created_at })).execute();
    },
  };
}

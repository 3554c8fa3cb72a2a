import { isLetGo } from '../../domain/refund-owed.ts';
import { instant, type Database } from '../db/database.ts';
import type { PaymentProvider } from './payment-provider.ts';
import type { ToldPayment } from './told-payment.ts';

/** Longer than any page at a provider lives. */
const OLDEST_MS = 3 * 24 * 3_600_000;

export interface LookParts {
  db: Database;
  provider: PaymentProvider;
  apply(told: ToldPayment): Promise<unknown>;
  now: number;
  onError: (error: unknown, what: string) => void;
}

/**
 * Asks for payments whose message may have got lost, and ends the pages of orders that are over, so that nobody pays for
 * what is not held any more. One fault does not keep the others from being looked at. Gives back how many were asked for.
 */
export async function lookAfterSessions({ db, provider, apply, now, onError }: LookParts): Promise<number> {
  const open = await db
    .selectFrom('payment_sessions')
    .innerJoin('orders', 'orders.id', 'payment_sessions.order_id')
    .select(['orders.id', 'orders.state'])
    .where('payment_sessions.created_at', '>', instant(now - OLDEST_MS))
    .where('orders.state', 'in', ['awaiting-payment', 'part-paid', 'expired', 'cancelled'])
    .orderBy('payment_sessions.created_at')
    .execute();
  for (const { id, state } of open) {
    try {
      const told = await provider.fetchStatus?.({ id });
      if (told !== undefined) await apply(told);
      else if (isLetGo(state)) await provider.cancel?.({ id });
    } catch (error) {
      onError(error, 'asking a provider for a payment');
    }
  }
  return open.length;
}

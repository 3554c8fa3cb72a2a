import type { Instant } from './tables.ts';

/** The rows of payments beside those of orders. */
export interface PaymentTables {
  payment_tellings: PaymentTellingsTable;
  payment_sessions: PaymentSessionsTable;
}

/** Every message about money, once; several may tell of one payment. */
interface PaymentTellingsTable {
  event_id: string;
  /** The `event_id` under which the payment is kept. */
  payment_id: string;
  channel: 'told' | 'statement' | 'hand';
  told_at: Instant;
}

/** The page at a provider on which an order is paid; the latest. */
interface PaymentSessionsTable {
  order_id: string;
  session_id: string;
  created_at: Instant;
}

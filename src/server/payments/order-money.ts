import type { OrderMoney } from '../../domain/refund-owed.ts';
import type { Database } from '../db/database.ts';

const COLUMNS = ['id', 'state', 'total_dong', 'due_now_dong', 'paid_dong', 'refunded_dong', 'reserved_until'] as const;

export interface OrderAccount extends OrderMoney {
  id: string;
  /** ISO instant. */
  reservedUntil: string | null;
}

type Row = { id: string; state: OrderMoney['state']; total_dong: number; due_now_dong: number; paid_dong: number; refunded_dong: number; reserved_until: string | null };

/** By its id or its transfer code. */
export async function findOrderAccount(db: Database, reference: string): Promise<OrderAccount | undefined> {
  const row = await db.selectFrom('orders').select(COLUMNS).where((or) => or.or([or('id', '=', reference), or('transfer_code', '=', reference)])).executeTakeFirst();
  return row && accountOf(row);
}

/** As it stands, and so that nobody changes it until the transaction ends: two messages at once wait for each other here. */
export async function lockOrderAccount(db: Database, orderId: string): Promise<OrderAccount> {
  return addMoney(db, orderId, 'paid_dong', 0);
}

/** Adds to what came or went back, in one statement; gives back the order as it is then. */
export async function addMoney(db: Database, orderId: string, column: 'paid_dong' | 'refunded_dong', amountDong: number): Promise<OrderAccount> {
  const row = await db.updateTable('orders').set(({ eb }) => ({ [column]: eb(column, '+', amountDong) })).where('id', '=', orderId).returning(COLUMNS).executeTakeFirstOrThrow();
  return accountOf(row);
}

function accountOf(row: Row): OrderAccount {
  return { id: row.id, state: row.state, totalDong: row.total_dong, dueNowDong: row.due_now_dong, paidDong: row.paid_dong, refundedDong: row.refunded_dong, reservedUntil: row.reserved_until };
}

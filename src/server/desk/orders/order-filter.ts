import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { isIsoDate } from '../../../domain/date-text.ts';
import { ORDER_STATES } from '../../../domain/order-status.ts';
import { PAYMENT_METHODS } from '../../../domain/order.ts';
import type { OrderFilter } from '../../../publish/desk-shop/order-list.ts';
import type { Database } from '../../db/database.ts';

const VIETNAM = '+07:00';
const DAY_MS = 24 * 3_600_000;

/** From an address or from the search form; what is not understood narrows nothing. */
export function readFilter(query: URLSearchParams): OrderFilter {
  const known = <T extends string>(name: string, values: readonly T[]): T | undefined => values.find((value) => value === query.get(name));
  const day = (name: string): string | undefined => (isIsoDate(query.get(name) ?? '') ? (query.get(name) as string) : undefined);
  const producer = /^[\w-]{1,120}$/.exec(query.get('chu-the') ?? '')?.[0];
  const filter = { state: known('loc', [...ORDER_STATES, 'todo', 'open'] as const), from: day('tu'), until: day('den'), payment: known('tra', PAYMENT_METHODS), producer };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as OrderFilter;
}

/** Orders that the filter finds, as a query to be finished. */
export function filtered(db: Database, { state, from, until, payment, producer }: OrderFilter) {
  let query = db.selectFrom('orders');
  if (state === 'todo') query = query.where(({ or, eb, exists, selectFrom }) => or([eb('state', '=', 'awaiting-confirmation'), exists(selectFrom('order_tasks').select('order_tasks.id').whereRef('order_tasks.order_id', '=', 'orders.id').where('done_at', 'is', null))]));
  else if (state === 'open') query = query.where('closed_at', 'is', null);
  else if (state !== undefined) query = query.where('state', '=', state);
  if (from !== undefined) query = query.where('created_at', '>=', startOf(from));
  if (until !== undefined) query = query.where('created_at', '<', endOf(until));
  if (payment !== undefined) query = query.where('payment_method', '=', payment);
  if (producer !== undefined) query = query.where(({ exists, selectFrom }) => exists(selectFrom('order_packs').select('sku').whereRef('order_packs.order_id', '=', 'orders.id').where('producer_id', '=', producer)));
  return query;
}

/** The instant at which a day begins in Việt Nam. */
export function startOf(day: string): string {
  return new Date(`${day}T00:00:00.000${VIETNAM}`).toISOString();
}

export function endOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000${VIETNAM}`) + DAY_MS).toISOString();
}

export function dayOf(instant: string): string {
  return dayInVietnam(Date.parse(instant));
}

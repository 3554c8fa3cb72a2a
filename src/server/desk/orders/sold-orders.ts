import { dayInVietnam } from '../../../domain/calendar-day.ts';
import type { OrderLineSnapshot } from '../../../domain/order.ts';
import type { SoldLine, SoldOrder } from '../../../domain/producer-statement.ts';
import type { Database } from '../../db/database.ts';
import type { OrderLineRow } from '../../db/order-tables.ts';
import { allPages } from './all-pages.ts';

const MOST = 100_000;

/**
 * Orders that reached their buyers in a month (YYYY-MM, days in Việt Nam), and those that came back in it after they had.
 * In the order of the days.
 */
export async function soldOrders(db: Database, month: string): Promise<SoldOrder[]> {
  const [from, until] = [monthStart(month), monthStart(nextMonth(month))];
  const events = await allPages(
    (limit, offset) =>
      db
        .selectFrom('order_events')
        .innerJoin('orders', 'orders.id', 'order_events.order_id')
        .select(['order_events.id as event', 'orders.id as id', 'number', 'at', 'order_events.event as kind', 'sample'])
        .where('fits', '=', 1)
        .where('at', '>=', from)
        .where('at', '<', until)
        .where(({ or, and, eb }) => or([eb('event', '=', 'delivered'), and([eb('event', '=', 'returned'), eb('from_state', '=', 'delivered')])]))
        .orderBy('at')
        .orderBy('order_events.id')
        .limit(limit)
        .offset(offset)
        .execute(),
    MOST,
  );
  const lines = new Map<string, OrderLineRow[]>();
  for (let at = 0; at < events.length; at += 500) {
    const ids = [...new Set(events.slice(at, at + 500).map(({ id }) => id))];
    const rows = await db.selectFrom('order_lines').selectAll().where('order_id', 'in', ids).orderBy('line').execute();
    for (const [id, some] of Map.groupBy(rows, ({ order_id }) => order_id)) lines.set(id, some);
  }
  return events.map(({ id, number, at, kind, sample }) => ({ number, day: dayInVietnam(Date.parse(at)), kind: kind as SoldOrder['kind'], lines: (lines.get(id) ?? []).map(soldLine), sample: sample === 1 }));
}

/** Months in which something reached a buyer, the newest first; YYYY-MM. */
export async function monthsSold(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('order_events').select('at').where('event', '=', 'delivered').where('fits', '=', 1).orderBy('at', 'desc').execute();
  return [...new Set(rows.map(({ at }) => dayInVietnam(Date.parse(at)).slice(0, 7)))];
}

function soldLine({ sku, quantity, unit_dong, total_dong, snapshot }: OrderLineRow): SoldLine {
  const { name, label, producerId, contents } = JSON.parse(snapshot) as OrderLineSnapshot;
  return {
    sku,
    name: name.vi,
    label,
    quantity,
    goodsDong: quantity * unit_dong,
    totalDong: total_dong,
    producerId,
    contents: contents?.map((one) => ({ sku: one.sku, name: one.name.vi, label: one.label, quantity: one.quantity, producerId: one.producerId, weight: one.unitDong ?? 1 })),
  };
}

export function isMonth(text: string): boolean {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
}

function monthStart(month: string): string {
  return new Date(`${month}-01T00:00:00.000+07:00`).toISOString();
}

function nextMonth(month: string): string {
  const [year = 0, at = 0] = month.split('-').map(Number);
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
}

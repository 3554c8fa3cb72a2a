import type { IsoDate } from '../../../domain/calendar-day.ts';
import type { DayFigures, OrdersView } from '../../../publish/desk-shop/order-list.ts';
import type { Database } from '../../db/database.ts';
import { endOf, filtered, startOf } from './order-filter.ts';

/** What happened on a day: placed on it, and delivered or let go on it whenever it was placed. */
export async function dayFigures(db: Database, day: IsoDate): Promise<DayFigures> {
  const [from, until] = [startOf(day), endOf(day)];
  const placed = await db
    .selectFrom('orders')
    .select(({ fn }) => [fn.countAll<number | string>().as('count'), fn.sum<number | string | null>('total_dong').as('dong')])
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .executeTakeFirstOrThrow();
  const ended = await db
    .selectFrom('order_events')
    .innerJoin('orders', 'orders.id', 'order_events.order_id')
    .select(({ fn }) => ['event', fn.countAll<number | string>().as('count'), fn.sum<number | string | null>('total_dong').as('dong')])
    .where('at', '>=', from)
    .where('at', '<', until)
    .where('fits', '=', 1)
    .where('event', 'in', ['delivered', 'cancelled-by-buyer', 'cancelled-by-office', 'expired'])
    .groupBy('event')
    .execute();
  const of = (event: string): { count: number; dong: number } => {
    const row = ended.find((one) => one.event === event);
    return { count: Number(row?.count ?? 0), dong: Number(row?.dong ?? 0) };
  };
  const delivered = of('delivered');
  return {
    day,
    placed: Number(placed.count),
    placedDong: Number(placed.dong ?? 0),
    delivered: delivered.count,
    deliveredDong: delivered.dong,
    cancelled: of('cancelled-by-buyer').count + of('cancelled-by-office').count + of('expired').count,
  };
}

export async function orderCounts(db: Database): Promise<OrdersView['counts']> {
  const count = async (state: 'todo' | 'open'): Promise<number> => Number((await filtered(db, { state }).select(({ fn }) => fn.countAll<number | string>().as('count')).executeTakeFirstOrThrow()).count);
  const rows = await db.selectFrom('orders').select(['state', ({ fn }) => fn.countAll<number | string>().as('count')]).groupBy('state').execute();
  return { todo: await count('todo'), open: await count('open'), byState: Object.fromEntries(rows.map(({ state, count: all }) => [state, Number(all)])) };
}

/** For the desk's first page. */
export async function shopToDo(db: Database): Promise<{ orders: number; money: number }> {
  const money = await db.selectFrom('order_tasks').select(({ fn }) => fn.countAll<number | string>().as('count')).where('done_at', 'is', null).where('kind', 'in', ['refund', 'review']).executeTakeFirstOrThrow();
  return { orders: (await orderCounts(db)).todo, money: Number(money.count) };
}

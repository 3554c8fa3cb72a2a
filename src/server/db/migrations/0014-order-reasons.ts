import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** How notes began before; fixed, whatever the words become. */
const WRITTEN = {
  'not-reached': 'Không gọi được người nhận',
  'asked-for-later': 'Người nhận hẹn lúc khác',
  'wrong-address': 'Sai địa chỉ',
  refused: 'Người nhận không lấy hàng',
  damaged: 'Hàng hỏng trên đường',
};

/**
 * Why a task is done, and why a parcel could not be handed over. Tasks about goods that are out, of orders that were over
 * already, are closed; reasons that stand in notes as words get their names.
 */
export const orderReasons: Migration = {
  name: '0014-order-reasons',
  async up(db) {
    await db.schema.alterTable('order_tasks').addColumn('done_why', 'text').execute();
    await db.schema.alterTable('order_events').addColumn('reason', 'text').execute();
    for (const [reason, name] of Object.entries(WRITTEN)) {
      await sql`update order_events set reason = ${reason} where event = 'delivery-failed' and note like ${`${name}%`}`.execute(db);
      await sql`update order_events set note = case when note = ${name} then null else substr(note, ${name.length + 3}) end where reason = ${reason}`.execute(db);
    }
    await sql`
      update order_tasks set done_by = 'system', done_at = orders.state_at, done_why = 'order-' || orders.state
      from orders
      where orders.id = order_tasks.order_id and order_tasks.done_at is null and order_tasks.kind = 'out-of-stock'
        and orders.state not in ('paid', 'confirmed', 'preparing')`.execute(db);
  },
};

import type { Migration } from '../migration.ts';

/** Orders with what was bought, by whom, and all that happened to them. Who ordered stands in a table of its own. */
export const orders: Migration = {
  name: '0009-orders',
  async up(db, dialect) {
    const serial = dialect === 'postgres' ? 'serial' : 'integer';
    await db.schema
      .createTable('sequences')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('last', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('orders')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('number', 'text', (column) => column.notNull().unique())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('payment_method', 'text', (column) => column.notNull())
      .addColumn('transfer_code', 'text', (column) => column.notNull().unique())
      .addColumn('goods_dong', 'bigint', (column) => column.notNull())
      .addColumn('discount_dong', 'bigint', (column) => column.notNull())
      .addColumn('shipping_dong', 'bigint', (column) => column.notNull())
      .addColumn('total_dong', 'bigint', (column) => column.notNull())
      .addColumn('due_now_dong', 'bigint', (column) => column.notNull())
      .addColumn('paid_dong', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('refunded_dong', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('voucher_code', 'text')
      .addColumn('delivery_kind', 'text', (column) => column.notNull())
      .addColumn('province_code', 'text')
      .addColumn('commune_code', 'text')
      .addColumn('outlet_id', 'text')
      .addColumn('stock_state', 'text', (column) => column.notNull())
      .addColumn('reserved_until', 'text')
      .addColumn('snapshot', 'integer', (column) => column.notNull())
      .addColumn('sample', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('state_at', 'text', (column) => column.notNull())
      .addColumn('closed_at', 'text')
      .addColumn('people_deleted_at', 'text')
      .execute();
    await db.schema.createIndex('orders_by_state').on('orders').columns(['state', 'created_at']).execute();
    await db.schema.createIndex('orders_by_end_of_hold').on('orders').column('reserved_until').execute();
    await db.schema
      .createTable('order_lines')
      .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id').onDelete('cascade'))
      .addColumn('line', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('sku', 'text', (column) => column.notNull())
      .addColumn('quantity', 'integer', (column) => column.notNull())
      .addColumn('unit_dong', 'bigint', (column) => column.notNull())
      .addColumn('discount_dong', 'bigint', (column) => column.notNull())
      .addColumn('total_dong', 'bigint', (column) => column.notNull())
      .addColumn('snapshot', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('one_line_a_place', ['order_id', 'line'])
      .execute();
    await db.schema
      .createTable('order_packs')
      .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id').onDelete('cascade'))
      .addColumn('sku', 'text', (column) => column.notNull().references('stock.sku'))
      .addColumn('quantity', 'integer', (column) => column.notNull())
      .addColumn('producer_id', 'text')
      .addPrimaryKeyConstraint('one_hold_a_sku', ['order_id', 'sku'])
      .execute();
    await db.schema
      .createTable('order_people')
      .addColumn('order_id', 'text', (column) => column.primaryKey().references('orders.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('phone', 'text', (column) => column.notNull())
      .addColumn('email', 'text')
      .addColumn('delivery', 'text', (column) => column.notNull())
      .addColumn('note', 'text')
      .addColumn('invoice', 'text')
      .execute();
    await db.schema.createIndex('order_people_by_phone').on('order_people').column('phone').execute();
    await db.schema
      .createTable('order_events')
      .addColumn('id', serial, (column) => (dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement()))
      .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id').onDelete('cascade'))
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('from_state', 'text')
      .addColumn('to_state', 'text', (column) => column.notNull())
      .addColumn('fits', 'integer', (column) => column.notNull())
      .addColumn('note', 'text')
      .execute();
    await db.schema.createIndex('order_events_by_order').on('order_events').column('order_id').execute();
    await db.schema
      .createTable('order_tasks')
      .addColumn('id', serial, (column) => (dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement()))
      .addColumn('order_id', 'text', (column) => column.references('orders.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('amount_dong', 'bigint')
      .addColumn('detail', 'text')
      .addColumn('done_by', 'text')
      .addColumn('done_at', 'text')
      .execute();
    await db.schema.createIndex('order_tasks_open').on('order_tasks').columns(['done_at', 'at']).execute();
  },
};

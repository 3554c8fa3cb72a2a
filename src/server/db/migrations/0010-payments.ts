import type { Migration } from '../migration.ts';

/** Money that was told of, requests that must not be done twice, vouchers counted, and the links of producers. */
export const payments: Migration = {
  name: '0010-payments',
  async up(db) {
    await db.schema
      .createTable('payment_events')
      .addColumn('event_id', 'text', (column) => column.primaryKey())
      .addColumn('provider', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('amount_dong', 'bigint', (column) => column.notNull())
      .addColumn('currency', 'text', (column) => column.notNull())
      .addColumn('reference', 'text')
      .addColumn('account', 'text')
      .addColumn('bank_reference', 'text', (column) => column.unique())
      .addColumn('order_id', 'text', (column) => column.references('orders.id').onDelete('set null'))
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('recorded_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('payment_events_by_order').on('payment_events').column('order_id').execute();
    await db.schema
      .createTable('idempotency_keys')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('request_hash', 'text', (column) => column.notNull())
      .addColumn('order_id', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('idempotency_keys_by_age').on('idempotency_keys').column('created_at').execute();
    await db.schema
      .createTable('voucher_counts')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('used', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('vouchers_used')
      .addColumn('order_id', 'text', (column) => column.primaryKey().references('orders.id').onDelete('cascade'))
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('given_back_at', 'text')
      .execute();
    await db.schema.createIndex('vouchers_used_by_code').on('vouchers_used').column('code').execute();
    await db.schema
      .createTable('producer_order_links')
      .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id').onDelete('cascade'))
      .addColumn('producer_id', 'text', (column) => column.notNull())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('accepted_at', 'text')
      .addColumn('out_of_stock_at', 'text')
      .addColumn('shipped_at', 'text')
      .addColumn('carrier', 'text')
      .addColumn('tracking_code', 'text')
      .addPrimaryKeyConstraint('one_link_a_producer', ['order_id', 'producer_id'])
      .execute();
  },
};

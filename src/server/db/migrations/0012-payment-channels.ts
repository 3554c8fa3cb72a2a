import type { Migration } from '../migration.ts';

/** Which channels told of which payment, and which page at a provider belongs to which order. */
export const paymentChannels: Migration = {
  name: '0012-payment-channels',
  async up(db) {
    await db.schema
      .createTable('payment_tellings')
      .addColumn('event_id', 'text', (column) => column.primaryKey())
      .addColumn('payment_id', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('told_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('payment_tellings_by_payment').on('payment_tellings').column('payment_id').execute();
    await db.schema
      .createTable('payment_sessions')
      .addColumn('order_id', 'text', (column) => column.primaryKey().references('orders.id').onDelete('cascade'))
      .addColumn('session_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
  },
};

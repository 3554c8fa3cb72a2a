import type { Migration } from '../migration.ts';

/** Links of producers that are closed and made anew, and vouchers that are switched off. */
export const orderDesk: Migration = {
  name: '0013-order-desk',
  async up(db) {
    await db.schema.alterTable('producer_order_links').addColumn('issue', 'integer', (column) => column.notNull().defaultTo(0)).execute();
    await db.schema.alterTable('producer_order_links').addColumn('revoked_at', 'text').execute();
    await db.schema.alterTable('producer_order_links').addColumn('revoked_by', 'text').execute();
    await db.schema
      .createTable('voucher_stops')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
  },
};

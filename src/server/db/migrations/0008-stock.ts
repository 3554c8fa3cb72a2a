import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What there is of every SKU, and why it changed. The database itself refuses to hold more than there is. */
export const stock: Migration = {
  name: '0008-stock',
  async up(db, dialect) {
    await db.schema
      .createTable('stock')
      .addColumn('sku', 'text', (column) => column.primaryKey())
      .addColumn('on_hand', 'integer', (column) => column.notNull())
      .addColumn('reserved', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('first_counted_at', 'text', (column) => column.notNull())
      .addCheckConstraint('no_more_than_there_is', sql`reserved >= 0 and reserved <= on_hand`)
      .execute();
    await db.schema
      .createTable('stock_moves')
      .addColumn('id', dialect === 'postgres' ? 'serial' : 'integer', (column) => (dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement()))
      .addColumn('sku', 'text', (column) => column.notNull().references('stock.sku'))
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('change', 'integer', (column) => column.notNull())
      .addColumn('order_id', 'text')
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .execute();
    await db.schema.createIndex('stock_moves_by_sku').on('stock_moves').columns(['sku', 'at']).execute();
  },
};

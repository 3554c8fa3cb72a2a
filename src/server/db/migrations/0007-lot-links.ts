import type { Migration } from '../migration.ts';

/** Links by which a producer declares lots of one product, and what was sent over each. */
export const lotLinks: Migration = {
  name: '0007-lot-links',
  async up(db) {
    await db.schema
      .createTable('lot_links')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('product_id', 'text', (column) => column.notNull())
      .addColumn('producer_id', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'text', (column) => column.notNull())
      .addColumn('revoked_by', 'text')
      .addColumn('revoked_at', 'text')
      .execute();
    await db.schema.createIndex('lot_links_by_end').on('lot_links').column('ends_at').execute();
    await db.schema
      .createTable('lot_sendings')
      .addColumn('link_id', 'text', (column) => column.notNull().references('lot_links.id').onDelete('cascade'))
      .addColumn('form_key', 'text', (column) => column.notNull())
      .addColumn('lot_code', 'text', (column) => column.notNull())
      .addColumn('change_id', 'text', (column) => column.notNull())
      .addColumn('sent_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('one_proposal_a_form', ['link_id', 'form_key'])
      .execute();
  },
};

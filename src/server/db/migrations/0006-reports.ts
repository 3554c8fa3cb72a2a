import type { Migration } from '../migration.ts';

/** What people tell the office, with one photograph each; how often an address knocked today; pictures of forms not finished yet. */
export const reports: Migration = {
  name: '0006-reports',
  async up(db, dialect) {
    const bytes = dialect === 'postgres' ? 'bytea' : 'blob';
    await db.schema
      .createTable('reports')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('about', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('contact', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('state_at', 'text', (column) => column.notNull())
      .addColumn('closed_at', 'text')
      .addColumn('contact_deleted_at', 'text')
      .addColumn('inspection', 'text')
      .addColumn('change_id', 'text')
      .addColumn('same_key', 'text', (column) => column.unique())
      .execute();
    await db.schema.createIndex('reports_by_state').on('reports').columns(['state', 'created_at']).execute();
    await db.schema
      .createTable('report_photographs')
      .addColumn('report_id', 'text', (column) => column.primaryKey().references('reports.id').onDelete('cascade'))
      .addColumn('bytes', bytes, (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('visit_salts')
      .addColumn('day', 'text', (column) => column.primaryKey())
      .addColumn('salt', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('visit_counts')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('visit_counts_by_day').on('visit_counts').column('day').execute();
    await db.schema
      .createTable('kept_photographs')
      .addColumn('key_hash', 'text', (column) => column.primaryKey())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('bytes', bytes, (column) => column.notNull())
      .execute();
    await db.schema.createIndex('kept_photographs_by_age').on('kept_photographs').column('created_at').execute();
  },
};

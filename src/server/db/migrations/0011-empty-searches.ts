import type { Migration } from '../migration.ts';

/** How often people searched on a day, and what they looked for in vain. */
export const emptySearches: Migration = {
  name: '0011-empty-searches',
  async up(db) {
    await db.schema
      .createTable('search_days')
      .addColumn('day', 'text', (column) => column.primaryKey())
      .addColumn('searches', 'integer', (column) => column.notNull())
      .addColumn('empty', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('empty_searches')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('text', 'text')
      .addColumn('searches', 'integer', (column) => column.notNull())
      .addColumn('networks', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('empty_searches_by_day').on('empty_searches').column('day').execute();
  },
};

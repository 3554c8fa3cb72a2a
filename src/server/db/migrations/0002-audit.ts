import type { Migration } from '../migration.ts';

/** Who did what, when, and the digests before and after. Names are kept as text: they outlive the user. */
export const audit: Migration = {
  name: '0002-audit',
  async up(db, dialect) {
    await db.schema
      .createTable('audit')
      .addColumn('id', dialect === 'postgres' ? 'serial' : 'integer', (column) =>
        dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement(),
      )
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('before_digest', 'text')
      .addColumn('after_digest', 'text')
      .addColumn('note', 'text')
      .execute();
    await db.schema.createIndex('audit_of_subject').on('audit').columns(['subject', 'id']).execute();
  },
};

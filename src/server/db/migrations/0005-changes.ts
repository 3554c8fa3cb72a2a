import type { Migration } from '../migration.ts';

/** What the office changes in the register: from the proposal to its undoing, with the files it was made from. */
export const changes: Migration = {
  name: '0005-changes',
  async up(db, dialect) {
    await db.schema
      .createTable('changes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('input', 'text', (column) => column.notNull())
      .addColumn('report', 'text')
      .addColumn('records', 'text', (column) => column.notNull())
      .addColumn('sent_by', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('approved_by', 'text')
      .addColumn('alone', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('written_at', 'text')
      .addColumn('published_at', 'text')
      .addColumn('publish_problem', 'text')
      .addColumn('undone_by', 'text')
      .addColumn('undone_at', 'text')
      .execute();
    await db.schema.createIndex('changes_by_state').on('changes').columns(['state', 'updated_at']).execute();
    await db.schema
      .createTable('change_files')
      .addColumn('change_id', 'text', (column) => column.notNull().references('changes.id').onDelete('cascade'))
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('bytes', dialect === 'postgres' ? 'bytea' : 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('one_file_a_role', ['change_id', 'role'])
      .execute();
    await db.schema.createIndex('change_files_by_content').on('change_files').column('sha256').execute();
  },
};

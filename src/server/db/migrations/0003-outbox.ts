import type { Migration } from '../migration.ts';

/** Mail that is to be sent, written in the transaction of what caused it. */
export const outbox: Migration = {
  name: '0003-outbox',
  async up(db) {
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject_key', 'text', (column) => column.notNull())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('not_before', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('claimed_until', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('dead_at', 'text')
      .addColumn('last_error', 'text')
      .addUniqueConstraint('one_mail_per_event', ['kind', 'subject_key'])
      .execute();
    await db.schema.createIndex('outbox_due').on('outbox').columns(['sent_at', 'dead_at', 'not_before']).execute();
  },
};

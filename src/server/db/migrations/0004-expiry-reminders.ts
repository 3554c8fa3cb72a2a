import type { Migration } from '../migration.ts';

/** Of which certificate the office was reminded, and how long before its end. */
export const expiryReminders: Migration = {
  name: '0004-expiry-reminders',
  async up(db) {
    await db.schema
      .createTable('expiry_reminders')
      .addColumn('certificate_id', 'text', (column) => column.notNull())
      .addColumn('valid_until', 'text', (column) => column.notNull())
      .addColumn('threshold_days', 'integer', (column) => column.notNull())
      .addColumn('outbox_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('one_reminder_each', ['certificate_id', 'valid_until', 'threshold_days'])
      .execute();
  },
};

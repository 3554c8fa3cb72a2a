import type { Migration } from '../migration.ts';
import { users } from './0001-users.ts';
import { audit } from './0002-audit.ts';
import { outbox } from './0003-outbox.ts';
import { expiryReminders } from './0004-expiry-reminders.ts';
import { changes } from './0005-changes.ts';
import { reports } from './0006-reports.ts';
import { lotLinks } from './0007-lot-links.ts';
import { stock } from './0008-stock.ts';
import { orders } from './0009-orders.ts';
import { payments } from './0010-payments.ts';
import { emptySearches } from './0011-empty-searches.ts';
import { paymentChannels } from './0012-payment-channels.ts';
import { orderDesk } from './0013-order-desk.ts';
import { orderReasons } from './0014-order-reasons.ts';

/** In the order in which they run. */
export const MIGRATIONS: readonly Migration[] = [users, audit, outbox, expiryReminders, changes, reports, lotLinks, stock, orders, payments, emptySearches, paymentChannels, orderDesk, orderReasons];

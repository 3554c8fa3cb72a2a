import type { Database } from '../../db/database.ts';
import type { DialectName } from '../../db/open-database.ts';
import type { EventParts } from '../../orders/order-events.ts';
import type { OrderTokens } from '../../orders/order-token.ts';
import type { DeskParts } from '../desk-parts.ts';

/** What the desk needs for orders besides its other parts. */
export interface ShopDesk {
  dialect: DialectName;
  tokens: OrderTokens;
  /** What stands after the @ of a Message-ID. */
  mailDomain: string;
  money: DeskMoney;
}

/** What came of a bank statement, by rows. `known`: told of before. `skipped`: money that went out. */
export interface StatementOutcome {
  rows: number;
  matched: number;
  known: number;
  review: number;
  skipped: number;
  /** Sentences about rows that were not understood, in Vietnamese. */
  problems: readonly string[];
}

/** The office's share of payments. */
export interface DeskMoney {
  /** Reads a statement of the shop's account; a sentence in Vietnamese says why it is not taken. */
  readStatement(file: { bytes: Uint8Array; name: string }): Promise<StatementOutcome | { refusal: string }>;
  /** Money went back by hand: counted once for each `key`. False when it did not fit. */
  paidBack(given: { orderId: string; dong: number; key: string }): Promise<boolean>;
  /** Money of a task without an order, or with a wrong one, belongs to this order. A sentence says why not. */
  assign(given: { taskId: number; orderId: string; who: string }): Promise<string | undefined>;
}

export function eventParts({ shop, now }: Pick<DeskParts, 'shop' | 'now'>): EventParts {
  const { dialect, tokens, mailDomain } = shop;
  return { dialect, tokens, mailDomain, now: now() };
}

/** What is done to an order in the audit. */
export function subjectOf(number: string): string {
  return `order:${number}`;
}

export async function orderId(db: Database, number: string): Promise<string | undefined> {
  return (await db.selectFrom('orders').select('id').where('number', '=', number).executeTakeFirst())?.id;
}

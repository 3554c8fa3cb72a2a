import type { IsoDate } from '../../domain/calendar-day.ts';
import type { MoneyView } from './money.ts';
import type { OrderDetails } from './order-details.ts';
import type { OrdersView } from './order-list.ts';
import type { StockView } from './stock.ts';

export interface VoucherLine {
  code: string;
  name: string;
  discount: { dong: number } | { percent: number; atMostDong?: number };
  minimumDong?: number;
  from?: IsoDate;
  until?: IsoDate;
  used: number;
  limit?: number;
  limitPerPhone?: number;
  stopped?: { by: string; at: number };
  sample: boolean;
}

/** Months that something was delivered in, and what each producer has to get for one. */
export interface StatementsView {
  /** YYYY-MM */
  month: string;
  months: readonly string[];
  producers: readonly { id: string; name: string; orders: number; packs: number; dong: number; sample: boolean }[];
}

export interface MailLine {
  id: string;
  kind: string;
  at: number;
  attempts: number;
  error: string;
  /** Given up, or still waiting for another try. */
  dead: boolean;
  order?: string;
}

/** What the desk shows of the shop: plain data from the server, never published. */
export type DeskShopContent =
  | { kind: 'orders'; orders: OrdersView }
  | { kind: 'order'; order: OrderDetails }
  | { kind: 'stock'; stock: StockView }
  | { kind: 'money'; money: MoneyView }
  | { kind: 'vouchers'; vouchers: readonly VoucherLine[] }
  | { kind: 'statements'; statements: StatementsView }
  | { kind: 'mails'; mails: readonly MailLine[]; sent: number };

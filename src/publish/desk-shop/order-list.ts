import type { OrderState } from '../../domain/order-status.ts';
import type { PaymentMethod } from '../../domain/order.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { OrderTaskKind } from '../../domain/order-task.ts';

/** What the list of orders is narrowed to. */
export interface OrderFilter {
  /** `todo`: somebody of the office must do something; `open`: not ended yet. */
  state?: OrderState | 'todo' | 'open';
  /** Days on which it was placed, in Việt Nam. */
  from?: IsoDate;
  until?: IsoDate;
  payment?: PaymentMethod;
  /** Id. */
  producer?: string;
}

/** One row; who ordered stands in it only for somebody who is logged in. */
export interface OrderLine {
  number: string;
  state: OrderState;
  /** Milliseconds since 1970. */
  at: number;
  totalDong: number;
  /** Received, less what went back. */
  keptDong: number;
  payment: PaymentMethod;
  /** Undefined once it was deleted. */
  buyer?: string;
  /** Where it goes, in a few words. */
  place: string;
  packs: number;
  /** Names. */
  producers: readonly string[];
  tasks: readonly OrderTaskKind[];
  sample: boolean;
}

/** What happened on one day in Việt Nam; whole đồng. */
export interface DayFigures {
  day: IsoDate;
  placed: number;
  placedDong: number;
  delivered: number;
  deliveredDong: number;
  cancelled: number;
}

export interface OrdersView {
  filter: OrderFilter;
  orders: readonly OrderLine[];
  /** All that the filter finds. */
  found: number;
  page: number;
  pages: number;
  counts: { todo: number; open: number; byState: Readonly<Partial<Record<OrderState, number>>> };
  today: DayFigures;
  producers: readonly { id: string; name: string }[];
  /** What was typed into the search; it came by a form, so that no name or number stands in an address. */
  typed?: string;
}

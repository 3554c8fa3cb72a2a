import type { Generated, Insertable, Selectable } from 'kysely';
import type { DeliveryFailure } from '../../domain/cash-on-delivery.ts';
import type { OrderEvent, OrderState } from '../../domain/order-status.ts';
import type { OrderTaskKind } from '../../domain/order-task.ts';
import type { PaymentMethod } from '../../domain/order.ts';
import type { Instant } from './tables.ts';

/** The rows of the shop. Amounts are whole đồng; flags are 0 or 1. */
export interface OrderTables {
  stock: StockTable;
  stock_moves: StockMovesTable;
  sequences: SequencesTable;
  orders: OrdersTable;
  order_lines: OrderLinesTable;
  order_packs: OrderPacksTable;
  order_people: OrderPeopleTable;
  order_events: OrderEventsTable;
  order_tasks: OrderTasksTable;
  payment_events: PaymentEventsTable;
  idempotency_keys: IdempotencyKeysTable;
  voucher_counts: VoucherCountsTable;
  vouchers_used: VouchersUsedTable;
  producer_order_links: ProducerOrderLinksTable;
  voucher_stops: VoucherStopsTable;
}

/** What is written for orders that are placed. */
export interface NewOrderRows {
  orders: Insertable<OrdersTable>[];
  lines: Insertable<OrderLinesTable>[];
  packs: Insertable<OrderPacksTable>[];
  people: Insertable<OrderPeopleTable>[];
  events: Insertable<OrderEventsTable>[];
  vouchers: Insertable<VouchersUsedTable>[];
}

export type StockRow = Selectable<StockTable>;
export type OrderRow = Selectable<OrdersTable>;
export type OrderLineRow = Selectable<OrderLinesTable>;
export type OrderPersonRow = Selectable<OrderPeopleTable>;
export type OrderTaskRow = Selectable<OrderTasksTable>;
export type ProducerLinkRow = Selectable<ProducerOrderLinksTable>;
export type OrderEventRow = Selectable<OrderEventsTable>;

interface StockTable {
  sku: string;
  /** Packs that there are, those held for orders included. */
  on_hand: number;
  /** Held for orders that have not left; never more than there are. */
  reserved: number;
  first_counted_at: Instant;
}

/** Why `on_hand` changed; holding and letting go do not change it. */
interface StockMovesTable {
  id: Generated<number>;
  sku: string;
  at: Instant;
  kind: 'counted' | 'taken' | 'corrected' | 'returned';
  change: number;
  order_id: string | null;
  who: string;
  reason: string | null;
}

interface SequencesTable {
  name: string;
  last: number;
}

interface OrdersTable {
  /** Random; names the order to providers of payments. */
  id: string;
  /** See src/domain/order-number.ts. */
  number: string;
  /** SHA-256 of the token, hex; the token itself is only in the buyer's link. */
  token_hash: string;
  state: OrderState;
  language: 'vi' | 'en';
  payment_method: PaymentMethod;
  /** See src/domain/transfer-code.ts. */
  transfer_code: string;
  goods_dong: number;
  discount_dong: number;
  shipping_dong: number;
  total_dong: number;
  /** Of the total, what is to be paid before the goods leave: all of it, a deposit, or nothing. */
  due_now_dong: number;
  /** Received so far, and paid back. */
  paid_dong: Generated<number>;
  refunded_dong: Generated<number>;
  voucher_code: string | null;
  delivery_kind: 'home' | 'hotel' | 'pickup';
  /** For figures by place: codes of today; null for pick-up. */
  province_code: string | null;
  commune_code: string | null;
  outlet_id: string | null;
  stock_state: 'held' | 'free' | 'taken';
  /** Until then goods are held for an order that waits for money or confirmation; null when nothing ends. */
  reserved_until: Instant | null;
  /** Of the catalogue whose prices were charged. */
  snapshot: number;
  sample: number;
  created_at: Instant;
  state_at: Instant;
  /** When it ended, for the time that personal data is kept. */
  closed_at: Instant | null;
  people_deleted_at: Instant | null;
}

interface OrderLinesTable {
  order_id: string;
  /** From 0 on. */
  line: number;
  kind: 'pack' | 'basket';
  sku: string;
  quantity: number;
  unit_dong: number;
  discount_dong: number;
  total_dong: number;
  /** JSON, `OrderLineSnapshot`. */
  snapshot: string;
}

/** What an order holds of each SKU, baskets taken apart, and whose goods they are. */
interface OrderPacksTable {
  order_id: string;
  sku: string;
  quantity: number;
  producer_id: string | null;
}

/** Personal data, and nothing else of it anywhere but in mails under way. */
interface OrderPeopleTable {
  order_id: string;
  name: string;
  /** E.164. */
  phone: string;
  email: string | null;
  /** JSON, `OrderDelivery`. */
  delivery: string;
  note: string | null;
  /** JSON, `OrderPerson['invoice']`. */
  invoice: string | null;
}

interface OrderEventsTable {
  id: Generated<number>;
  order_id: string;
  at: Instant;
  event: OrderEvent | 'placed';
  /** `buyer`, `system`, `payment`, `producer:<id>` or a user's name. */
  who: string;
  from_state: OrderState | null;
  to_state: OrderState;
  /** 0 for an event that did not fit and changed nothing. */
  fits: number;
  note: string | null;
  /** Of a delivery that failed. */
  reason: Generated<DeliveryFailure | null>;
}

interface OrderTasksTable {
  id: Generated<number>;
  /** Null for money that no order was found for. */
  order_id: string | null;
  kind: OrderTaskKind;
  /** The same key twice is one task. */
  key: string;
  at: Instant;
  amount_dong: number | null;
  detail: string | null;
  /** As in `order_events`. */
  done_by: string | null;
  done_at: Instant | null;
  /** See src/server/orders/close-tasks.ts, or what somebody wrote. */
  done_why: Generated<string | null>;
}

interface PaymentEventsTable {
  /** Of the provider or bank: the same id twice is one payment. */
  event_id: string;
  provider: string;
  kind: 'paid' | 'failed' | 'expired' | 'refunded';
  amount_dong: number;
  currency: string;
  reference: string | null;
  account: string | null;
  /** The same money told by two channels is one payment. */
  bank_reference: string | null;
  order_id: string | null;
  /** What came of it: an event of the order, or why nothing did. */
  outcome: string;
  at: Instant;
  recorded_at: Instant;
}

interface IdempotencyKeysTable {
  key: string;
  /** Keyed digest of the request: the body itself is personal. */
  request_hash: string;
  order_id: string;
  status: number;
  created_at: Instant;
}

interface VoucherCountsTable {
  code: string;
  used: number;
}

interface VouchersUsedTable {
  order_id: string;
  code: string;
  at: Instant;
  /** When its order was let go; it counts no longer. */
  given_back_at: Instant | null;
}

interface ProducerOrderLinksTable {
  order_id: string;
  producer_id: string;
  token_hash: string;
  created_at: Instant;
  accepted_at: Instant | null;
  out_of_stock_at: Instant | null;
  shipped_at: Instant | null;
  carrier: string | null;
  tracking_code: string | null;
  /** Counts up with every new link for the same part; each has a token of its own. */
  issue: Generated<number>;
  revoked_at: Instant | null;
  revoked_by: string | null;
}

/** Vouchers that the office switched off, whatever their record says. */
interface VoucherStopsTable {
  code: string;
  who: string;
  at: Instant;
}

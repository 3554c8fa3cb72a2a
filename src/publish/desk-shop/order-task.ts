/** What somebody of the office has to do about an order or about money. */
export const ORDER_TASK_KINDS = ['refund', 'out-of-stock', 'part-paid', 'delivery-failed', 'returned', 'review'] as const;
export type OrderTaskKind = (typeof ORDER_TASK_KINDS)[number];

export interface OrderTask {
  id: number;
  kind: OrderTaskKind;
  /** Undefined for money that no order was found for. */
  order?: string;
  /** Milliseconds since 1970. */
  at: number;
  dong?: number;
  /** Why money must be looked at: a short English name. */
  because?: string;
  /** What the transfer said, as the bank told it. */
  words?: string;
  /** Account, bank's reference, currency: what else is known. */
  reference?: string;
  done?: { by: string; at: number };
}

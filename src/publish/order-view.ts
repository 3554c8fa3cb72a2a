import type { OrderLineSnapshot, OrderDelivery, PaymentMethod } from '../domain/order.ts';
import type { OrderState } from '../domain/order-status.ts';

/** One order as its buyer sees it. Amounts in whole đồng, instants in milliseconds since 1970. */
export interface OrderView {
  /** The key to it, part of the page's own address. */
  token: string;
  number: string;
  state: OrderState;
  placedAt: number;
  payment: PaymentMethod;
  lines: readonly OrderViewLine[];
  goodsDong: number;
  discountDong: number;
  voucher?: string;
  shippingDong: number;
  totalDong: number;
  /** Of the total, what is paid before the goods leave: all, a deposit, or nothing. */
  dueNowDong: number;
  paidDong: number;
  refundedDong: number;
  delivery: OrderDelivery;
  /** Undefined once it was deleted, as the seller's settings say. */
  person?: { name: string; phone: string; email?: string; note?: string; invoice?: { company: string; taxCode: string; address: string } };
  /** What happened so far, oldest first. */
  steps: readonly { what: OrderStep; at: number }[];
  shipments: readonly { producer?: string; carrier?: string; tracking?: string; at: number }[];
  /** Until when goods are held for a payment. */
  heldUntil?: number;
  /** While something is to be paid. */
  pay?: OrderPay;
  mayCancel: boolean;
  /** Just placed: thank the buyer, say where the link is kept. */
  isNew: boolean;
  /** The buyer comes from a page that took a card; whether it did is not known from that. */
  isBack?: boolean;
  /** What went wrong with the last deed on this page. */
  problem?: 'too-late' | 'not-now';
}

export type OrderStep = OrderState;

export interface OrderViewLine {
  sku: string;
  snapshot: OrderLineSnapshot;
  quantity: number;
  unitDong: number;
  discountDong: number;
  totalDong: number;
}

export type OrderPay =
  | {
      kind: 'vietqr';
      amountDong: number;
      bank: string;
      account: string;
      owner: string;
      content: string;
      /** Modules on a side, and the SVG path of the dark ones. */
      modules: number;
      path: string;
      isDeposit: boolean;
      /** In practice mode: where the transfer is pretended. */
      practiceUrl?: string;
    }
  /** `url`: of this site; it leads on to the provider. `collectedBy`: who charges in the seller's place. */
  | { kind: 'redirect'; amountDong: number; url: string; provider: 'stripe' | 'practice'; collectedBy?: string };

/** Deeds of the forms on an order's page. */
export const ORDER_FIELDS = { do: 'viec' } as const;
export const ORDER_DEEDS = { cancel: 'huy' } as const;

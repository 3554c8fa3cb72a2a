import type { DeliveryFailure } from '../../domain/cash-on-delivery.ts';
import type { OrderDelivery, OrderPerson, PaymentMethod } from '../../domain/order.ts';
import type { OrderEvent, OrderState } from '../../domain/order-status.ts';
import type { Language } from '../../paths.ts';
import type { OrderTask } from './order-task.ts';

export interface OrderDetails {
  number: string;
  state: OrderState;
  language: Language;
  payment: PaymentMethod;
  transferCode: string;
  /** Milliseconds since 1970, as all times here. */
  at: number;
  reservedUntil?: number;
  goodsDong: number;
  discountDong: number;
  shippingDong: number;
  totalDong: number;
  dueNowDong: number;
  paidDong: number;
  refundedDong: number;
  voucher?: string;
  lines: readonly { name: string; label: string; sku: string; quantity: number; unitDong: number; discountDong: number; totalDong: number; producer?: string; contents: readonly string[] }[];
  /** The buyer's own page: the key to it, for the buyer alone. */
  buyerLink: string;
  /** Undefined once it was deleted. */
  person?: OrderPerson;
  delivery?: OrderDelivery;
  /** The address in one line, names of places in it. */
  place: string;
  personDeletedAt?: number;
  parts: readonly ProducerPart[];
  tasks: readonly OrderTask[];
  history: readonly OrderStep[];
  payments: readonly { id: string; dong: number; kind: string; outcome: string; at: number }[];
  /** What the office may do now. */
  events: readonly OrderEvent[];
  /** How often it was brought in vain. */
  failures: number;
  /** Why, the last time. */
  failure?: DeliveryFailure | undefined;
  /** May pay money back, and see what needs an approver. */
  sample: boolean;
  /** What went wrong with the button just pressed. */
  refusal?: string;
}

/** What one producer has to send, and how far it is. */
export interface ProducerPart {
  producerId: string;
  producer: string;
  packs: readonly { name: string; sku: string; quantity: number }[];
  /** Undefined before the order is confirmed or paid. */
  link?: { state: 'open' | 'ended' | 'revoked'; message: string; href: string };
  acceptedAt?: number;
  outOfStockAt?: number;
  shippedAt?: number;
  carrier?: string;
  trackingCode?: string;
  /** Where a message can be sent to. */
  phone?: string;
  mailed: boolean;
  /** Its link waits to be sent by message; the task that says so. */
  untold: boolean;
}

/** `what`: the event, or the short English name of a deed in the audit. */
export interface OrderStep {
  what: string;
  who: string;
  at: number;
  from?: OrderState;
  to?: OrderState;
  /** False: told, and changed nothing. */
  fits: boolean;
  note?: string;
  /** Of a delivery that failed. */
  reason?: DeliveryFailure;
}

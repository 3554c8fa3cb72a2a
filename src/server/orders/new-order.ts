import type { PricedCart } from '../../domain/cart-pricing.ts';
import type { Offer } from '../../domain/offer.ts';
import type { OrderDelivery, OrderLineSnapshot, OrderPerson, PaymentMethod } from '../../domain/order.ts';
import type { Voucher } from '../../domain/voucher.ts';
import type { Language } from '../../paths.ts';
import type { VoucherRefusal } from './count-voucher.ts';

/** An order that may be placed: read, found in the catalogue, priced, agreed to. What is left is whether it is still there. */
export interface NewOrder {
  cart: PricedCart;
  /** Of each line of the cart, in its order. */
  snapshots: readonly OrderLineSnapshot[];
  /** Whose goods each SKU of `cart.packs` are. */
  producerOf: ReadonlyMap<string, string | undefined>;
  /** The offers of `cart.packs`, for stock that is seen for the first time. */
  offers: readonly Offer[];
  person: OrderPerson;
  delivery: OrderDelivery;
  payment: PaymentMethod;
  language: Language;
  voucher?: Voucher | undefined;
  dueNowDong: number;
  /** How long the goods are held for it. */
  holdMs: number;
  /** Open orders with cash on delivery that one telephone number may have; undefined for other ways to pay. */
  codLimit?: number | undefined;
  /** Of the catalogue. */
  snapshot: number;
  sample: boolean;
}

/** Names one attempt to order: sent twice, it is one order. */
export interface OrderKey {
  key: string;
  /** Keyed digest of all that was asked for. */
  requestHash: string;
}

export type PlaceOutcome =
  | { kind: 'placed' | 'repeated'; orderId: string }
  /** The key came with another request before. */
  | { kind: 'key-reused' }
  /** What there is of each SKU that there is too little of. */
  | { kind: 'no-stock'; short: readonly { sku: string; wanted: number; left: number }[] }
  | { kind: 'voucher'; fault: VoucherRefusal }
  | { kind: 'cod-limit'; most: number };

import type { CartView } from './cart-view.ts';
import type { CheckoutView } from './checkout-view.ts';
import type { OrderView } from './order-view.ts';

/** What only the buyer who asks sees: plain data from the server. Pages of the shop answer 404 without it, so that no publish holds one. */
export type ShopView =
  | { page: 'cart'; cart: CartView; note?: CartNote }
  | { page: 'checkout'; checkout: CheckoutView }
  | { page: 'order'; order: OrderView }
  | { page: 'find-order'; find: FindOrderView }
  | { page: 'refused'; reason: ShopRefusal };

/** What just became of a cart. */
export type CartNote = { kind: 'added'; sku: string } | { kind: 'full' } | { kind: 'not-sold' } | { kind: 'look-again' };

export type ShopRefusal = 'busy' | 'too-many' | 'too-large' | 'origin' | 'unreadable' | 'unknown-order' | 'closed' | 'fault';

/** Looking an order up by number and telephone; the answer to a sound question is the same whether there is one or not. */
export interface FindOrderView {
  number: string;
  phone: string;
  problems: Partial<Record<'number' | 'phone', string>>;
  sent: boolean;
}

/** Names of the fields of the form that looks an order up. */
export const FIND_FIELDS = { number: 'so-don', phone: 'dien-thoai' } as const;

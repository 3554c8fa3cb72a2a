import type { Shop } from '../../catalogue/shop.ts';
import type { PaymentMethod } from '../../domain/order.ts';

/** Ways to pay that are on, the usual one first: cash always, a transfer where the seller has an account, cards where they are set up; the pretended one with a pretended seller only. */
export function paymentMethods({ seller }: Pick<Shop, 'seller'>, { cards }: { cards: boolean }): PaymentMethod[] {
  if (seller === undefined) return [];
  return ['cod', ...(seller.bank === undefined ? [] : (['vietqr'] as const)), ...(cards ? (['stripe'] as const) : []), ...(seller.sample ? (['practice'] as const) : [])];
}

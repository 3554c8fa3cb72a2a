import { priceCart } from '../../../src/domain/cart-pricing.ts';
import type { CartLine } from '../../../src/domain/cart.ts';
import type { Offer } from '../../../src/domain/offer.ts';
import type { NewOrder } from '../../../src/server/orders/new-order.ts';
import type { OrderToPlace } from '../../../src/server/orders/place-orders.ts';
import { orderTokens } from '../../../src/server/orders/order-token.ts';

export const TOKENS = orderTokens(new Uint8Array(32).fill(7));
export const HOLD_MS = 3_600_000;

export const offerOf = (sku: string, openingStock = 100, more: Partial<Offer> = {}): Offer => ({ productId: `p-${sku}`, sku, netQuantity: { amount: 500, unit: 'g' }, priceDong: 95_000, tiers: [], openingStock, weightGrams: 500, minimum: 1, sample: true, ...more });

/** An order of these packs as the catalogue would have it, paid by transfer unless it is said otherwise. */
export function newOrder(lines: readonly CartLine[], offers: readonly Offer[], more: Partial<NewOrder> = {}): NewOrder {
  const priced = priceCart({ offer: (sku) => offers.find((one) => one.sku === sku), basket: () => undefined, delivery: undefined }, { lines, day: '2026-11-24', voucher: more.voucher });
  if ('faults' in priced) throw new Error(JSON.stringify(priced.faults));
  const { cart } = priced;
  return {
    cart,
    snapshots: cart.lines.map(({ sku }) => ({ name: { vi: `Hàng ${sku}`, en: `Goods ${sku}` }, label: 'Gói 500 g', productId: `p-${sku}`, producerId: 'htx-mau', producer: 'HTX Mẫu', sample: true })),
    producerOf: new Map(cart.packs.map(({ sku }) => [sku, 'htx-mau'])),
    offers: offers.filter(({ sku }) => cart.packs.some((pack) => pack.sku === sku)),
    person: { name: 'Nguyễn Thị Mẫu', phone: '+84905000111', email: 'mau@ocop.example' },
    delivery: { kind: 'home', provinceCode: '42', communeCode: '18673', street: 'Thôn Mẫu' },
    payment: 'vietqr',
    language: 'vi',
    dueNowDong: cart.totalDong,
    holdMs: HOLD_MS,
    snapshot: 1,
    sample: true,
    ...more,
  };
}

export function toPlace(order: NewOrder, key: string, requestHash = key): OrderToPlace {
  return { order, key, requestHash };
}

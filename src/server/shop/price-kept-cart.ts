import type { Shop } from '../../catalogue/shop.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { MOST_OF_ONE } from '../../domain/cart.ts';
import { priceCart, type PricedCart, type PriceList } from '../../domain/cart-pricing.ts';
import { zoneFor, type DeliveryChoice } from '../../domain/delivery.ts';
import type { KeptCart, KeptLine } from '../../domain/kept-cart.ts';
import { voucherCode } from '../../domain/voucher.ts';
import type { CartView, CartViewLine, LineFault } from '../../publish/cart-view.ts';

export interface CartToShow {
  cart: KeptCart;
  shop: Shop;
  /** Packs free to be bought, by SKU. */
  left: ReadonlyMap<string, number>;
  day: IsoDate;
  /** As chosen in the order; for a cart alone its province. */
  delivery?: DeliveryChoice | undefined;
  /** The office switched off the cart's voucher. */
  isVoucherStopped?: boolean;
}

/** A kept cart with today's prices, and what of it cannot be bought as it stands. Whatever else is wrong, the rest is priced. */
export function priceKeptCart({ cart, shop, left, day, delivery, isVoucherStopped = false }: CartToShow): CartView {
  const remaining = new Map(left);
  const checked = cart.lines.map((line) => ({ line, ...lookAt(line, shop, remaining, day) }));
  const choice: DeliveryChoice | undefined = delivery ?? (cart.province === undefined ? undefined : { kind: 'ship', province: cart.province });
  const zone = choice?.kind === 'ship' ? (zoneFor(shop.delivery ?? { zones: [] }, choice.province, choice.commune) ?? 'no-zone') : undefined;
  const voucher = cart.voucher === undefined ? undefined : shop.voucher(voucherCode(cart.voucher));
  const sold = checked.filter(({ fault }) => fault === undefined || fault.kind === 'stock').map(({ line: { sku, quantity } }) => ({ sku, quantity }));
  const priced = sold.length === 0 ? undefined : priceCart(shop, { lines: sold, delivery: zone === 'no-zone' ? undefined : choice, voucher: isVoucherStopped ? undefined : voucher, day });
  const result = priced !== undefined && 'cart' in priced ? priced.cart : undefined;
  return {
    lines: checked.map(({ line, fault, most }) => viewLine(line, fault, most, result)),
    ...(result !== undefined && { totals: totalsOf(result, zone !== undefined && zone !== 'no-zone' ? true : choice?.kind === 'pickup') }),
    ...(cart.voucher !== undefined && { voucher: voucherOf(cart.voucher, voucher === undefined ? 'unknown' : isVoucherStopped ? 'stopped' : undefined, result) }),
    ...(cart.province !== undefined && { province: cart.province }),
    ...(zone !== undefined && { zone }),
  };
}

/** What a line needs is taken from `remaining`, so that two lines with one pack do not both count on it. */
function lookAt({ sku, quantity }: KeptLine, shop: PriceList, remaining: Map<string, number>, day: IsoDate): { fault?: LineFault; most?: number } {
  const offer = shop.offer(sku);
  const basket = shop.basket(sku);
  const isSold = 'cart' in priceCart(shop, { lines: [{ sku, quantity: Math.max(quantity, offer?.minimum ?? 1) }], day });
  const packs = offer !== undefined ? [{ sku, quantity: 1 }] : (basket?.lines ?? []);
  if (!isSold || packs.length === 0) return { fault: { kind: 'not-sold' } };
  const most = Math.min(MOST_OF_ONE, ...packs.map((pack) => Math.floor((remaining.get(pack.sku) ?? 0) / pack.quantity)));
  for (const pack of packs) remaining.set(pack.sku, (remaining.get(pack.sku) ?? 0) - Math.min(quantity, most) * pack.quantity);
  if (quantity > most) return { fault: { kind: 'stock', left: most >= (offer?.minimum ?? 1) ? most : 0 }, most };
  if (offer !== undefined && quantity < offer.minimum) return { fault: { kind: 'minimum', minimum: offer.minimum }, most };
  return { most };
}

function viewLine({ sku, quantity, seenDong }: KeptLine, fault: LineFault | undefined, most: number | undefined, priced: PricedCart | undefined): CartViewLine {
  const line = priced?.lines.find((one) => one.sku === sku);
  return {
    sku,
    quantity,
    ...(line !== undefined && { price: { unitDong: line.unitDong, discountDong: line.discountDong, totalDong: line.totalDong } }),
    ...(seenDong !== undefined && line !== undefined && line.unitDong !== seenDong && { seenDong }),
    ...(fault !== undefined && { fault }),
    ...(most !== undefined && { left: most }),
  };
}

function totalsOf({ goodsDong, discountDong, shippingDong, totalDong }: PricedCart, isDeliveryKnown: boolean): NonNullable<CartView['totals']> {
  return { goodsDong, discountDong, ...(isDeliveryKnown && { shippingDong }), totalDong };
}

function voucherOf(typed: string, known: 'unknown' | 'stopped' | undefined, priced: PricedCart | undefined): NonNullable<CartView['voucher']> {
  if (known === 'unknown') return { code: typed, fault: { kind: known } };
  const code = voucherCode(typed);
  if (known === 'stopped') return { code, fault: { kind: known } };
  return priced?.voucherFault === undefined ? { code } : { code, fault: priced.voucherFault };
}

import { isSoldOn, type GiftBasket } from './basket.ts';
import { cartFaults, mergeCart, type CartFault, type CartLine } from './cart.ts';
import type { IsoDate } from './calendar-day.ts';
import { deliveryDong, zoneFor, type DeliveryChoice, type DeliverySettings, type DeliveryZone } from './delivery.ts';
import { unitPriceAt, type Offer } from './offer.ts';
import { shareOut } from './share-out.ts';
import { voucherDiscount, type Voucher, type VoucherFault } from './voucher.ts';

/** Where prices come from: always the snapshot, never the client. */
export interface PriceList {
  offer(sku: string): Offer | undefined;
  basket(id: string): GiftBasket | undefined;
  delivery: DeliverySettings | undefined;
}

export interface CartToPrice {
  lines: readonly CartLine[];
  /** Undefined while it is not chosen: then nothing is charged for it yet. */
  delivery?: DeliveryChoice | undefined;
  voucher?: Voucher | undefined;
  /** The day in Việt Nam. */
  day: IsoDate;
}

export interface PricedLine {
  kind: 'pack' | 'basket';
  /** SKU of a pack, or id of a basket. */
  sku: string;
  quantity: number;
  unitDong: number;
  /** Its share of what vouchers take off. */
  discountDong: number;
  /** `quantity` × `unitDong` − `discountDong`. */
  totalDong: number;
}

export type PricingFault =
  | CartFault
  /** Not sold, or not any more. */
  | { kind: 'not-sold'; sku: string }
  | { kind: 'minimum'; sku: string; minimum: number }
  | { kind: 'not-delivered' }
  | { kind: 'no-pickup' };

/** All amounts in whole đồng; the sum of the lines' totals and `shippingDong` is `totalDong`. */
export interface PricedCart {
  lines: readonly PricedLine[];
  /** Before discounts. */
  goodsDong: number;
  discountDong: number;
  shippingDong: number;
  totalDong: number;
  weightGrams: number;
  /** Packs that leave the store, baskets taken apart: one entry a SKU, sorted by SKU. */
  packs: readonly CartLine[];
  zone?: DeliveryZone;
  /** Why the voucher does not count; the rest stands without it. */
  voucherFault?: VoucherFault;
}

/** The price of a cart, or every fault of it at once. */
export function priceCart(list: PriceList, { lines, delivery, voucher, day }: CartToPrice): { cart: PricedCart } | { faults: readonly PricingFault[] } {
  const merged = mergeCart(lines);
  const plain = cartFaults(merged);
  if (plain.length > 0) return { faults: plain };
  const found = merged.map((line) => goodsOf(list, line, day));
  const faults: PricingFault[] = [...found.flatMap((goods) => ('fault' in goods ? [goods.fault] : [])), ...deliveryFaults(list.delivery, delivery)];
  if (faults.length > 0) return { faults };
  const goods = found.filter((one): one is Goods => !('fault' in one));
  const voucherShares = sharesOf(goods, voucher, day);
  const priced = goods.map(({ kind, sku, quantity, unitDong }, at): PricedLine => {
    const discountDong = voucherShares.shares[at] ?? 0;
    return { kind, sku, quantity, unitDong, discountDong, totalDong: quantity * unitDong - discountDong };
  });
  const goodsDong = sum(priced, ({ quantity, unitDong }) => quantity * unitDong);
  const discountDong = sum(priced, (line) => line.discountDong);
  const weightGrams = sum(goods, (one) => one.weightGrams);
  const zone = delivery?.kind === 'ship' ? zoneFor(list.delivery ?? NO_DELIVERY, delivery.province, delivery.commune) : undefined;
  const shippingDong = zone === undefined ? 0 : deliveryDong(zone, weightGrams, goodsDong - discountDong);
  return {
    cart: {
      lines: priced,
      goodsDong,
      discountDong,
      shippingDong,
      totalDong: goodsDong - discountDong + shippingDong,
      weightGrams,
      packs: mergeCart(goods.flatMap((one) => one.packs)),
      ...(zone !== undefined && { zone }),
      ...(voucherShares.fault !== undefined && { voucherFault: voucherShares.fault }),
    },
  };
}

const NO_DELIVERY: DeliverySettings = { zones: [], pickup: [] };

interface Goods extends CartLine {
  kind: 'pack' | 'basket';
  unitDong: number;
  weightGrams: number;
  packs: readonly CartLine[];
  /** Undefined for a basket. */
  productId?: string;
}

function goodsOf(list: PriceList, { sku, quantity }: CartLine, day: IsoDate): Goods | { fault: PricingFault } {
  const offer = list.offer(sku);
  if (offer !== undefined) {
    if (quantity < offer.minimum) return { fault: { kind: 'minimum', sku, minimum: offer.minimum } };
    return { kind: 'pack', sku, quantity, unitDong: unitPriceAt(offer, quantity), weightGrams: quantity * offer.weightGrams, packs: [{ sku, quantity }], productId: offer.productId };
  }
  const basket = list.basket(sku);
  if (basket === undefined || !isSoldOn(basket, day)) return { fault: { kind: 'not-sold', sku } };
  const offers = basket.lines.map((line) => ({ ...line, offer: list.offer(line.sku) }));
  if (offers.some((line) => line.offer === undefined)) return { fault: { kind: 'not-sold', sku } };
  const ofOne = sum(offers, (line) => line.quantity * (line.offer?.weightGrams ?? 0)) + basket.packingGrams;
  return { kind: 'basket', sku, quantity, unitDong: basket.priceDong, weightGrams: quantity * ofOne, packs: basket.lines.map((line) => ({ sku: line.sku, quantity: line.quantity * quantity })) };
}

function deliveryFaults(settings: DeliverySettings = NO_DELIVERY, choice: DeliveryChoice | undefined): PricingFault[] {
  if (choice === undefined) return [];
  if (choice.kind === 'pickup') return settings.pickup.includes(choice.outlet) ? [] : [{ kind: 'no-pickup' }];
  return zoneFor(settings, choice.province, choice.commune) === undefined ? [{ kind: 'not-delivered' }] : [];
}

/** Of every line its share, in đồng, of what the voucher takes off. */
function sharesOf(goods: readonly Goods[], voucher: Voucher | undefined, day: IsoDate): { shares: readonly number[]; fault?: VoucherFault } {
  if (voucher === undefined) return { shares: [] };
  const counts = ({ productId }: Goods): boolean => voucher.products === undefined || (productId !== undefined && voucher.products.includes(productId));
  const weights = goods.map((one) => (counts(one) ? one.quantity * one.unitDong : 0));
  const applied = voucherDiscount(voucher, sum(weights, (weight) => weight), day);
  return 'fault' in applied ? { shares: [], fault: applied.fault } : { shares: shareOut(applied.discountDong, weights) };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

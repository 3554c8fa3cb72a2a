import { randomBytes } from 'node:crypto';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import { cashRules, type CashRules } from '../../domain/cash-on-delivery.ts';
import type { DeliveryChoice } from '../../domain/delivery.ts';
import { writeKeptCart, type KeptCart } from '../../domain/kept-cart.ts';
import type { PaymentMethod } from '../../domain/order.ts';
import { dueBefore, paymentFault, type PaymentFault } from '../../domain/payment-ways.ts';
import type { CheckoutValues, CheckoutView } from '../../publish/checkout-view.ts';
import type { Database } from '../db/database.ts';
import { isVoucherStopped } from '../orders/count-voucher.ts';
import { priceKeptCart } from './price-kept-cart.ts';
import { packsBehind, stockLeft } from './stock-left.ts';

export interface CheckoutToShow {
  db: Database;
  catalogue: Catalogue;
  nowMs: number;
  cart: KeptCart;
  values: CheckoutValues;
  payments: readonly PaymentMethod[];
  key?: string;
}

/** The form with the costs of what is chosen so far. */
export async function checkoutViewOf({ db, catalogue, nowMs, cart, values, payments, key }: CheckoutToShow): Promise<CheckoutView> {
  const { shop } = catalogue;
  const { province: _, ...goods } = cart;
  const priced = priceKeptCart({ cart: goods, shop, left: await stockLeft(db, shop, packsBehind(shop, cart.lines)), day: dayInVietnam(nowMs), delivery: choiceOf(catalogue, values), isVoucherStopped: await isVoucherStopped(db, cart.voucher) });
  const cash = cashRules(shop.settings);
  const totalDong = priced.totals?.totalDong ?? 0;
  const { depositAboveDong: aboveDong } = cash;
  const dong = dueBefore('cod', { totalDong, cash });
  const unpayable = priced.totals?.shippingDong === undefined ? {} : faultsOf(payments, { totalDong, cash });
  const isPayable = values.payment === '' || unpayable[values.payment] === undefined;
  return {
    cart: priced,
    values: isPayable ? values : { ...values, payment: payments.find((method) => unpayable[method] === undefined) ?? '' },
    problems: [],
    payments,
    ...(Object.keys(unpayable).length > 0 && { unpayable }),
    ...(aboveDong !== undefined && dong > 0 && { deposit: { aboveDong, dong } }),
    key: key !== undefined && /^[\w-]{16,100}$/.test(key) ? key : randomBytes(18).toString('base64url'),
    kept: writeKeptCart(cart),
  };
}

/**
 * How many cash orders of a telephone are under way is not told to whoever types its number: that is found when an order is
 * placed.
 */
function faultsOf(payments: readonly PaymentMethod[], order: { totalDong: number; cash: CashRules }): Partial<Record<PaymentMethod, PaymentFault>> {
  return Object.fromEntries(payments.flatMap((method) => {
    const fault = paymentFault(method, payments, order);
    return fault === undefined ? [] : [[method, fault]];
  }));
}

function choiceOf({ shop, provinceBySlug, commune: communeByCode }: Catalogue, { way, province, commune, outlet }: CheckoutValues): DeliveryChoice | undefined {
  if (way === 'pickup') {
    const offered = shop.delivery?.pickup ?? [];
    const [first] = offered;
    const chosen = offered.includes(outlet) ? outlet : first;
    return chosen === undefined ? undefined : { kind: 'pickup', outlet: chosen };
  }
  const place = provinceBySlug(province);
  if (place === undefined) return undefined;
  const found = communeByCode(commune);
  return { kind: 'ship', province: place.slug, ...(found?.provinceCode === place.code && { commune: found.slug }) };
}

import type { Catalogue } from '../../catalogue/catalogue.ts';
import { mergeCart } from '../../domain/cart.ts';
import { priceCart, type PricedCart, type PricingFault } from '../../domain/cart-pricing.ts';
import { cashRules } from '../../domain/cash-on-delivery.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { OrderPerson, PaymentMethod } from '../../domain/order.ts';
import { dueBefore, paymentFault } from '../../domain/payment-ways.ts';
import { voucherCode } from '../../domain/voucher.ts';
import { checkBuyer } from './check-buyer.ts';
import { checkDelivery } from './check-delivery.ts';
import type { NewOrder } from './new-order.ts';
import type { OrderProblem } from './order-problem.ts';
import type { OrderRequest } from './order-request.ts';
import { lineSnapshot } from './order-snapshots.ts';

export interface CheckParts {
  catalogue: Catalogue;
  /** The day in Việt Nam. */
  day: IsoDate;
  /** Ways to pay that are on. */
  payments: readonly PaymentMethod[];
  /** The office switched off the voucher that is asked for. */
  isVoucherStopped?: boolean;
}

export type CheckedOrder =
  | { order: NewOrder }
  /** All of them at once. */
  | { problems: readonly OrderProblem[] }
  /** Nothing is wrong, but it costs another sum than the buyer agreed to. */
  | { changed: PricedCart };

/** What a request asks for, with the prices of the catalogue; whether the goods are still there is seen when it is placed. */
export function checkOrder({ catalogue, day, payments, isVoucherStopped = false }: CheckParts, request: OrderRequest): CheckedOrder {
  const { shop } = catalogue;
  if (shop.seller === undefined) return { problems: [{ field: 'lines', fault: { kind: 'no-seller' } }] };
  const buyer = checkBuyer(request);
  const delivery = checkDelivery(catalogue, request.delivery, request.language);
  const problems: OrderProblem[] = [...('problems' in buyer ? buyer.problems : []), ...('problems' in delivery ? delivery.problems : [])];
  const typed = voucherCode(request.voucher ?? '');
  const voucher = typed === '' ? undefined : shop.voucher(typed);
  if (typed !== '' && voucher === undefined) problems.push({ field: 'voucher', fault: { kind: 'voucher', fault: { kind: 'unknown' } } });
  else if (isVoucherStopped) problems.push({ field: 'voucher', fault: { kind: 'voucher', fault: { kind: 'stopped' } } });
  const priced = priceCart(shop, { lines: request.lines, delivery: 'choice' in delivery ? delivery.choice : undefined, voucher, day });
  if ('faults' in priced) problems.push(...priced.faults.map((fault) => ({ field: fieldOf(fault, request), fault })));
  else if (priced.cart.voucherFault !== undefined && !isVoucherStopped) problems.push({ field: 'voucher', fault: { kind: 'voucher', fault: priced.cart.voucherFault } });
  // Without a price only a way that is off is known to be wrong.
  const unpaid = 'cart' in priced ? paymentFault(request.payment, payments, { totalDong: priced.cart.totalDong, cash: cashRules(shop.settings) }) : payments.includes(request.payment) ? undefined : ({ kind: 'payment' } as const);
  if (unpaid !== undefined) problems.push({ field: 'payment', fault: unpaid });
  if (problems.length > 0 || 'faults' in priced || 'problems' in delivery || 'problems' in buyer) return { problems };
  const { cart } = priced;
  if (cart.totalDong !== request.totalDong) return { changed: cart };
  return { order: newOrder({ catalogue, day }, request, { cart, voucher, person: buyer.person, delivery: delivery.delivery }) };
}

function newOrder({ catalogue, day }: Pick<CheckParts, 'catalogue' | 'day'>, { payment, language }: OrderRequest, { cart, voucher, person, delivery }: Pick<NewOrder, 'cart' | 'voucher' | 'delivery'> & { person: OrderPerson }): NewOrder {
  const { shop } = catalogue;
  const { confirmationHours, reservationMinutes } = shop.settings;
  const cash = cashRules(shop.settings);
  const isCash = payment === 'cod';
  const dueNowDong = dueBefore(payment, { totalDong: cart.totalDong, cash });
  return {
    cart,
    snapshots: cart.lines.map((line) => lineSnapshot(catalogue, line, day)),
    producerOf: new Map(cart.packs.map(({ sku }) => [sku, catalogue.pack(sku)?.product.producerId])),
    offers: cart.packs.flatMap(({ sku }) => shop.offer(sku) ?? []),
    person,
    delivery,
    payment,
    language,
    voucher,
    dueNowDong,
    holdMs: isCash && dueNowDong === 0 ? confirmationHours * 3_600_000 : reservationMinutes * 60_000,
    ...(isCash && { codLimit: cash.limitPerPhone }),
    snapshot: catalogue.snapshot,
    sample: shop.seller?.sample === true,
  };
}

function fieldOf(fault: PricingFault, { lines }: OrderRequest): string {
  if (fault.kind === 'not-delivered') return 'delivery.province';
  if (fault.kind === 'no-pickup') return 'delivery.outlet';
  return 'sku' in fault ? lineField(lines, fault.sku, fault.kind === 'not-sold' ? 'sku' : 'quantity') : 'lines';
}

/** The first line that names it; two lines of one SKU are one. */
export function lineField(lines: OrderRequest['lines'], sku: string, part: 'sku' | 'quantity'): string {
  return `lines.${Math.max(0, lines.findIndex((line) => line.sku === sku))}.${part}`;
}

/** Which line an SKU that there is too little of came with: itself, or a basket that holds it. */
export function lineWithPack({ shop }: Pick<Catalogue, 'shop'>, { lines }: Pick<OrderRequest, 'lines'>, sku: string): string {
  const line = mergeCart(lines).find((one) => one.sku === sku || shop.basket(one.sku)?.lines.some((pack) => pack.sku === sku));
  return lineField([...lines], line?.sku ?? sku, 'quantity');
}

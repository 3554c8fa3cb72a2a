import type { Catalogue } from '../../catalogue/catalogue.ts';
import { mergeCart } from '../../domain/cart.ts';
import { priceCart, type PricedCart, type PricingFault } from '../../domain/cart-pricing.ts';
import { cardAmountFault } from '../../domain/card-limits.ts';
import { depositFor } from '../../domain/cash-on-delivery.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { OrderPerson, PaymentMethod } from '../../domain/order.ts';
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
  if (!payments.includes(request.payment)) problems.push({ field: 'payment', fault: { kind: 'payment' } });
  const typed = voucherCode(request.voucher ?? '');
  const voucher = typed === '' ? undefined : shop.voucher(typed);
  if (typed !== '' && voucher === undefined) problems.push({ field: 'voucher', fault: { kind: 'voucher', fault: { kind: 'unknown' } } });
  else if (isVoucherStopped) problems.push({ field: 'voucher', fault: { kind: 'voucher', fault: { kind: 'stopped' } } });
  const priced = priceCart(shop, { lines: request.lines, delivery: 'choice' in delivery ? delivery.choice : undefined, voucher, day });
  if ('faults' in priced) problems.push(...priced.faults.map((fault) => ({ field: fieldOf(fault, request), fault })));
  else if (priced.cart.voucherFault !== undefined && !isVoucherStopped) problems.push({ field: 'voucher', fault: { kind: 'voucher', fault: priced.cart.voucherFault } });
  const card = request.payment === 'stripe' && !('faults' in priced) ? cardAmountFault(priced.cart.totalDong) : undefined;
  if (card !== undefined) problems.push({ field: 'payment', fault: { kind: `card-${card}` } });
  if (problems.length > 0 || 'faults' in priced || 'problems' in delivery || 'problems' in buyer) return { problems };
  const { cart } = priced;
  if (cart.totalDong !== request.totalDong) return { changed: cart };
  return { order: newOrder({ catalogue, day }, request, { cart, voucher, person: buyer.person, delivery: delivery.delivery }) };
}

function newOrder({ catalogue, day }: Pick<CheckParts, 'catalogue' | 'day'>, { payment, language }: OrderRequest, { cart, voucher, person, delivery }: Pick<NewOrder, 'cart' | 'voucher' | 'delivery'> & { person: OrderPerson }): NewOrder {
  const { shop } = catalogue;
  const { codLimitPerPhone, confirmationHours, reservationMinutes, codDepositAboveDong, codDepositPercent } = shop.settings;
  const isCash = payment === 'cod';
  const dueNowDong = isCash ? depositFor(cart.totalDong, { depositAboveDong: codDepositAboveDong, depositPercent: codDepositPercent }) : cart.totalDong;
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
    ...(isCash && { codLimit: codLimitPerPhone }),
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

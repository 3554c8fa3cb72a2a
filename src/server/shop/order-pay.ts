import type { Catalogue } from '../../catalogue/catalogue.ts';
import { orderPartPath, orderPath } from '../../paths.ts';
import type { OrderPay } from '../../publish/order-view.ts';
import { qrMatrix } from '../../trace/qr/qr-matrix.ts';
import { qrRectangles } from '../../trace/qr/qr-rectangles.ts';
import type { OrderRow } from '../db/order-tables.ts';
import type { Payments } from '../payments/open-payments.ts';
import type { OrderToPay, PaymentProvider, PaymentStart } from '../payments/payment-provider.ts';

/** What is to be paid now, whole đồng; 0 when nothing is waited for. */
export function dueNow({ state, due_now_dong: due, paid_dong: paid }: OrderRow): number {
  return state === 'awaiting-payment' || state === 'part-paid' ? Math.max(0, due - paid) : 0;
}

export function orderToPay(order: OrderRow, token: string): OrderToPay {
  return {
    id: order.id,
    number: order.number,
    language: order.language,
    dueDong: dueNow(order),
    transferCode: order.transfer_code,
    createdAt: Date.parse(order.created_at),
    reservedUntil: order.reserved_until === null ? undefined : Date.parse(order.reserved_until),
    returnPath: orderPath(order.language, token),
  };
}

/** Who takes the money of an order: a deposit on cash on delivery comes by transfer. Undefined where that is not on. */
export function providerOf(payments: Pick<Payments, 'of'>, { shop }: Catalogue, { payment_method: method }: Pick<OrderRow, 'payment_method'>): PaymentProvider | undefined {
  return payments.of(shop).provider(method === 'cod' ? 'vietqr' : method);
}

/** What the buyer can do to pay; a provider's own page is opened only when it is asked for. */
export async function orderPay(payments: Pick<Payments, 'of'>, catalogue: Catalogue, order: OrderRow, token: string): Promise<OrderPay | undefined> {
  if (dueNow(order) === 0) return undefined;
  const provider = providerOf(payments, catalogue, order);
  if (provider === undefined) return undefined;
  if (provider.id === 'stripe' || provider.id === 'practice') return { kind: 'redirect', amountDong: dueNow(order), url: orderPartPath(order.language, token, 'tra-tien'), provider: provider.id, ...(provider.collectedBy !== undefined && { collectedBy: provider.collectedBy }) };
  const start = await provider.begin(orderToPay(order, token));
  return start.kind === 'vietqr' ? transfer(start, order) : undefined;
}

function transfer({ qr, bank, account, holder, amountDong, content, practiceUrl }: Extract<PaymentStart, { kind: 'vietqr' }>, { payment_method: method }: OrderRow): OrderPay {
  const matrix = qrMatrix(qr);
  const path = qrRectangles(matrix, 0, 0, 1).map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h-${width}z`).join('');
  return { kind: 'vietqr', amountDong, bank, account, owner: holder, content, modules: matrix.modules, path, isDeposit: method === 'cod', ...(practiceUrl !== undefined && { practiceUrl }) };
}

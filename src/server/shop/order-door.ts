import { BACK_FROM_CARD, LANGUAGES, orderPath, ordersPath, type Language } from '../../paths.ts';
import type { OrderView } from '../../publish/order-view.ts';
import type { OrderRow } from '../db/order-tables.ts';
import { plainAnswer, seeOther } from '../desk/private-answer.ts';
import { readForm } from '../desk/read-form.ts';
import type { WebDoor } from '../http/web-door.ts';
import { happen } from '../orders/order-events.ts';
import { isToken, tokenHash } from '../orders/order-token.ts';
import { vietQrPng } from '../payments/vietqr/vietqr-picture.ts';
import { PaymentUnavailable } from '../payments/payment-provider.ts';
import { findOrder } from './find-order.ts';
import { dueNow, orderPay, orderToPay, providerOf } from './order-pay.ts';
import { orderViewOf } from './order-view-of.ts';
import { receiptAnswer } from './receipt-answer.ts';
import { answered, refuse, type OrderDoorParts } from './shop-door-parts.ts';

interface Address {
  language: Language;
  /** Undefined: where orders are looked up. */
  token?: string;
  part: '' | 'bien-nhan.pdf' | 'qr.png' | 'trang-thai' | 'tra-tien';
}

/**
 * `/don-hang/<token>/`: the token alone opens it, so another site's page has nothing to borrow; no address of it is sent
 * along. Reading it changes nothing: coming back from a payment page tells the shop nothing.
 */
export function orderDoor(parts: OrderDoorParts): WebDoor {
  return {
    takes: (path) => addressOf(path) !== undefined,
    async answer(request, { address: visitor }) {
      const found = addressOf(new URL(request.url).pathname) ?? { language: 'vi' as const, part: '' as const };
      const { token, language } = found;
      if (token === undefined) return answered(parts, language, 'looking an order up', () => findOrder(parts, language, visitor, request));
      const answer = await answered(parts, language, 'the page of an order', () => answerFor(parts, { ...found, token }, request));
      answer.headers.set('referrer-policy', 'no-referrer');
      return answer;
    },
  };
}

function addressOf(path: string): Address | undefined {
  for (const language of LANGUAGES) {
    const before = ordersPath(language);
    if (path === before || `${path}/` === before) return { language, part: '' };
    const rest = path.startsWith(before) ? /^([^/]+)\/?(bien-nhan\.pdf|qr\.png|trang-thai|tra-tien)?$/.exec(path.slice(before.length)) : null;
    if (rest?.[1] !== undefined) return { language, token: rest[1], part: (rest[2] ?? '') as Address['part'] };
  }
  return undefined;
}

type Visit = Address & { token: string };

async function answerFor(parts: OrderDoorParts, visit: Visit, request: Request): Promise<Response> {
  const { token, language, part } = visit;
  const order = isToken(token) ? await parts.db.selectFrom('orders').selectAll().where('token_hash', '=', tokenHash(token)).executeTakeFirst() : undefined;
  if (order === undefined) return refuse(parts, language, 'unknown-order');
  if (request.method === 'POST' && part === '') return cancel(parts, visit, order, request);
  if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405, 'Địa chỉ này không nhận yêu cầu như vậy.', { allow: 'GET, HEAD, POST' });
  switch (part) {
    case 'trang-thai':
      return new Response(JSON.stringify({ state: `${order.state} ${order.paid_dong}` }), { headers: { 'content-type': 'application/json; charset=utf-8' } });
    case 'qr.png':
      return picture(parts, visit, order);
    case 'tra-tien':
      return beginPayment(parts, visit, order);
    case 'bien-nhan.pdf':
      return receiptAnswer(await viewOf(parts, visit, order), (await parts.catalogue()), language);
    case '':
      return show(parts, visit, order, new URL(request.url).searchParams);
  }
}

const PROBLEMS: Readonly<Record<string, OrderView['problem']>> = { huy: 'too-late', tra: 'not-now' };

async function show(parts: OrderDoorParts, visit: Visit, order: OrderRow, query: URLSearchParams): Promise<Response> {
  const problem = PROBLEMS[query.get('loi') ?? ''];
  const view = await viewOf(parts, visit, order, { isNew: query.has('moi'), isBack: query.has(BACK_FROM_CARD), ...(problem !== undefined && { problem }) });
  return parts.render(ordersPath(visit.language), { page: 'order', order: view });
}

async function viewOf({ db, catalogue, payments }: OrderDoorParts, { token }: Visit, order: OrderRow, more: { isNew?: boolean; isBack?: boolean; problem?: OrderView['problem'] } = {}): Promise<OrderView> {
  const found = await catalogue();
  const pay = await orderPay(payments, found, order, token);
  return orderViewOf(db, { order, token, pay, isNew: more.isNew ?? false, isBack: more.isBack ?? false, problem: more.problem, producerName: (id) => found.producer(id)?.name });
}

async function picture({ catalogue, payments }: OrderDoorParts, { token }: Visit, order: OrderRow): Promise<Response> {
  const provider = providerOf(payments, await catalogue(), order);
  const start = provider?.id === 'vietqr' && dueNow(order) > 0 ? await provider.begin(orderToPay(order, token)) : undefined;
  if (start?.kind !== 'vietqr') return plainAnswer(404, 'Đơn này không có mã để quét.');
  return new Response(new Uint8Array(await vietQrPng(start.qr)), { headers: { 'content-type': 'image/png', 'content-disposition': `attachment; filename="${order.transfer_code}.png"` } });
}

/** To the provider's page; the same order always leads to the same payment, so that a second look costs nothing twice. */
async function beginPayment({ catalogue, payments, onError }: OrderDoorParts, { language, token }: Visit, order: OrderRow): Promise<Response> {
  const provider = providerOf(payments, await catalogue(), order);
  if (provider === undefined || dueNow(order) === 0) return seeOther(orderPath(language, token));
  try {
    const start = await provider.begin(orderToPay(order, token));
    return seeOther(start.kind === 'redirect' ? start.url : orderPath(language, token));
  } catch (error) {
    if (!(error instanceof PaymentUnavailable)) throw error;
    onError(error, `beginning a payment with ${provider.id}`);
    return seeOther(`${orderPath(language, token)}?loi=tra`);
  }
}

async function cancel({ db, orders, payments, catalogue, onError }: OrderDoorParts, { language, token }: Visit, order: OrderRow, request: Request): Promise<Response> {
  const form = await readForm(request, 4096);
  if (!(form instanceof URLSearchParams) || form.get('viec') !== 'huy') return seeOther(orderPath(language, token));
  const happened = await db.transaction().execute((transaction) => happen(transaction, orders.eventParts(), { orderId: order.id, event: 'cancelled-by-buyer', who: 'buyer' }));
  if (happened?.fits !== true) return seeOther(`${orderPath(language, token)}?loi=huy`);
  await providerOf(payments, await catalogue(), order)?.cancel?.(order).catch((error: unknown) => onError(error, 'closing the payment page of a cancelled order'));
  return seeOther(orderPath(language, token));
}

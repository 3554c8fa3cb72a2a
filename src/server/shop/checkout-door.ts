import type { Catalogue } from '../../catalogue/catalogue.ts';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import type { KeptCart } from '../../domain/kept-cart.ts';
import { translator } from '../../i18n/translate.ts';
import { cartPath, checkoutPath, LANGUAGES, orderPath, type Language } from '../../paths.ts';
import { EMPTY_CHECKOUT, type CheckoutProblem, type CheckoutView } from '../../publish/checkout-view.ts';
import { FewAtOnce } from '../desk/few-at-once.ts';
import { plainAnswer, seeOther } from '../desk/private-answer.ts';
import { readForm } from '../desk/read-form.ts';
import { isSameOrigin } from '../desk/same-origin.ts';
import type { WebDoor } from '../http/web-door.ts';
import { checkOrder } from '../orders/check-order.ts';
import { isVoucherStopped } from '../orders/count-voucher.ts';
import type { PlaceOutcome } from '../orders/new-order.ts';
import { requestText } from '../orders/order-request.ts';
import { mayVisit, visitKey } from '../reports/visit-limit.ts';
import { cartCookie, cartOf } from './cart-cookie.ts';
import { checkoutProblems } from './checkout-problems.ts';
import { checkoutRequest } from './checkout-request.ts';
import { checkoutViewOf } from './checkout-view-of.ts';
import { readCheckout, type SentCheckout } from './read-checkout.ts';
import { answered, refuse, withStatus, type OrderDoorParts } from './shop-door-parts.ts';

const LONGEST_FORM = 64 * 1024;
const BODIES_AT_ONCE = 64;
/** A day of one network: mobile operators put many people behind one address. The same count as for programs. */
const MOST_TRIES = 500;

/** `/dat-hang/`: one form, one order. What is wrong is said at its field, and nothing that was typed is lost. */
export function checkoutDoor(parts: OrderDoorParts): WebDoor {
  const bodies = new FewAtOnce(BODIES_AT_ONCE, BODIES_AT_ONCE);
  return {
    takes: (path) => languageOf(path) !== undefined,
    answer(request, { address }) {
      const language = languageOf(new URL(request.url).pathname) ?? 'vi';
      return answered(parts, language, 'the checkout', async () => {
        if (request.method === 'POST') return take(parts, { bodies, language, address }, request);
        if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405, 'Địa chỉ này không nhận yêu cầu như vậy.', { allow: 'GET, HEAD, POST' });
        return open(parts, language, cartOf(request));
      });
    },
  };
}

function languageOf(path: string): Language | undefined {
  return LANGUAGES.find((language) => path === checkoutPath(language) || `${path}/` === checkoutPath(language));
}

/** A cart that cannot be ordered as it stands is shown instead. */
async function open(parts: OrderDoorParts, language: Language, cart: KeptCart): Promise<Response> {
  const catalogue = await parts.catalogue();
  const payments = parts.payments.of(catalogue.shop).methods;
  if (cart.lines.length === 0) return seeOther(cartPath(language));
  const values = { ...EMPTY_CHECKOUT, province: cart.province ?? '', payment: payments[0] ?? '' } as const;
  const checkout = await checkoutViewOf({ db: parts.db, catalogue, nowMs: parts.now(), cart, values, payments });
  if (checkout.cart.lines.some(({ fault }) => fault !== undefined)) return seeOther(`${cartPath(language)}?xem=`);
  return show(parts, language, checkout);
}

interface Visit {
  bodies: FewAtOnce;
  language: Language;
  address: string;
}

async function take(parts: OrderDoorParts, { bodies, language, address }: Visit, request: Request): Promise<Response> {
  const { db, now } = parts;
  if (!isSameOrigin(request, parts.siteUrl)) return refuse(parts, language, 'origin');
  const read = await bodies.run(async () => ({ form: await readForm(request, LONGEST_FORM) }));
  if (read === undefined) return refuse(parts, language, 'busy');
  if (read.form === undefined || read.form === 'too-large') return refuse(parts, language, read.form ?? 'unreadable');
  const sent = readCheckout(read.form);
  const cart = sent.cart.lines.length > 0 ? sent.cart : cartOf(request);
  if (cart.lines.length === 0) return seeOther(cartPath(language));
  const catalogue = await parts.catalogue();
  const viewed = (key = sent.key): Promise<CheckoutView> => checkoutViewOf({ db, catalogue, nowMs: now(), cart, values: sent.values, payments: parts.payments.of(catalogue.shop).methods, key });
  if (sent.isLook) return show(parts, language, await viewed());
  if (!(await mayVisit(db, await visitKey(db, 'order-tried', address, now()), MOST_TRIES, now()))) return refuse(parts, language, 'too-many');
  const outcome = await order(parts, { sent, cart, catalogue, language });
  if ('orderId' in outcome) return seeOther(`${orderPath(language, parts.orders.tokens.ofOrder(outcome.orderId))}?moi=1`, [cartCookie(withoutOrdered(cartOf(request), cart), parts.siteUrl)]);
  const { isKeyUsed, ...more } = outcome;
  return show(parts, language, { ...(await viewed(isKeyUsed === true ? '' : sent.key)), ...more }, 'agreedDong' in more ? 409 : 422);
}

type NotOrdered = { problems: readonly CheckoutProblem[]; candidates?: readonly string[]; agreedDong?: number; isKeyUsed?: true };

async function order(parts: OrderDoorParts, asked: { sent: SentCheckout; cart: KeptCart; catalogue: Catalogue; language: Language }): Promise<{ orderId: string } | NotOrdered> {
  const { sent, cart, catalogue, language } = asked;
  const t = translator(language);
  const { tokens, queue } = parts.orders;
  const { request, problems, candidates } = checkoutRequest({ catalogue, cart, values: sent.values, agreedDong: sent.agreedDong ?? 0, language });
  if (sent.website !== '') problems.push({ field: 'website', text: t('checkout.problem.website') });
  const known = request === undefined ? undefined : await parts.db.selectFrom('idempotency_keys').select(['request_hash', 'order_id']).where('key', '=', sent.key).executeTakeFirst();
  // Sent again after it became an order, whatever prices and stock are by now.
  if (request !== undefined && known?.request_hash === tokens.digestOf(requestText(request))) return { orderId: known.order_id };
  const checked = request === undefined ? { problems: [] } : checkOrder({ catalogue, day: dayInVietnam(parts.now()), payments: parts.payments.of(catalogue.shop).methods, isVoucherStopped: await isVoucherStopped(parts.db, request.voucher) }, request);
  const all = checkoutProblems(problems, 'problems' in checked ? checked.problems : [], language);
  if (all.length > 0 || request === undefined || 'problems' in checked) return { problems: all, ...(candidates !== undefined && { candidates }) };
  if ('changed' in checked) return { problems: [], agreedDong: request.totalDong };
  return afterPlacing(await queue.place({ order: checked.order, key: sent.key, requestHash: tokens.digestOf(requestText(request)) }), language);
}

function afterPlacing(outcome: PlaceOutcome, language: Language): { orderId: string } | NotOrdered {
  switch (outcome.kind) {
    case 'placed':
    case 'repeated':
      return { orderId: outcome.orderId };
    case 'key-reused':
      return { problems: [{ field: 'cart', text: translator(language)('checkout.problem.keyReused') }], isKeyUsed: true };
    case 'no-stock':
      return { problems: [{ field: 'cart', text: translator(language)('checkout.problem.cart') }] };
    case 'voucher':
      return { problems: checkoutProblems([], [{ field: 'voucher', fault: { kind: 'voucher', fault: { kind: outcome.fault } } }], language) };
    case 'cod-limit':
      return { problems: checkoutProblems([], [{ field: 'payment', fault: outcome }], language) };
  }
}

/** What another tab put in meanwhile stays. */
function withoutOrdered(now: KeptCart, ordered: KeptCart): KeptCart {
  const gone = new Set(ordered.lines.map(({ sku }) => sku));
  const lines = now.lines.filter(({ sku }) => !gone.has(sku));
  return { lines, ...(now.province !== undefined && { province: now.province }), ...(lines.length > 0 && now.voucher !== undefined && { voucher: now.voucher }) };
}

async function show({ render }: OrderDoorParts, language: Language, checkout: CheckoutView, status = 200): Promise<Response> {
  const page = await render(checkoutPath(language), { page: 'checkout', checkout });
  return status === 200 ? page : withStatus(status, page);
}

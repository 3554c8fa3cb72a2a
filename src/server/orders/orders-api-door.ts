import type { Catalogue } from '../../catalogue/catalogue.ts';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import { formatDong } from '../../domain/money.ts';
import type { PaymentMethod } from '../../domain/order.ts';
import { translator } from '../../i18n/translate.ts';
import { ordersApiPath, type Language } from '../../paths.ts';
import { problemDetails, type ProblemField } from '../api/problem-details.ts';
import type { Database } from '../db/database.ts';
import { FewAtOnce } from '../desk/few-at-once.ts';
import { seeOther } from '../desk/private-answer.ts';
import { readBody } from '../desk/read-form.ts';
import { isSameOrigin } from '../desk/same-origin.ts';
import type { WebDoor } from '../http/web-door.ts';
import { mayVisit, visitKey } from '../reports/visit-limit.ts';
import { checkOrder, lineWithPack } from './check-order.ts';
import { isVoucherStopped } from './count-voucher.ts';
import type { PlaceOutcome } from './new-order.ts';
import { orderAnswer } from './order-answer.ts';
import { readOrderForm } from './order-form.ts';
import { problemCode, problemText, type OrderProblem } from './order-problem.ts';
import type { OrderQueue } from './order-queue.ts';
import { orderRequestSchema, requestText, type OrderRequest } from './order-request.ts';
import type { OrderTokens } from './order-token.ts';

export interface OrdersApiParts {
  db: Database;
  queue: OrderQueue;
  tokens: OrderTokens;
  now: () => number;
  /** Origin without trailing slash. */
  siteUrl: string;
  catalogue(): Promise<Catalogue>;
  /** Ways to pay that are on. */
  payments(catalogue: Catalogue): readonly PaymentMethod[];
  /** Attempts of one network on one day. */
  mostTries?: number;
  onError: (error: unknown, what: string) => void;
}

/** A form with fifty lines and an invoice is a tenth of it. */
const LONGEST_BODY = 64 * 1024;
const AT_ONCE = 128;
/** Mobile operators put many people behind one address. */
const MOST_TRIES = 500;
const KEY = /^[\w-]{16,100}$/;
const JSON_BODY = 'application/json';
const FORM_BODY = 'application/x-www-form-urlencoded';

/** `POST /api/orders`, JSON or a plain form: orders what is named, at the prices of the catalogue. Sent again with its `Idempotency-Key` it is one order. */
export function ordersApiDoor(parts: OrdersApiParts): WebDoor {
  const few = new FewAtOnce(AT_ONCE, AT_ONCE);
  return {
    takes: (path) => path === ordersApiPath,
    async answer(request, { address }) {
      if (request.method !== 'POST') return problemDetails(405, 'method', 'Method not allowed', 'Send a POST request.', { allow: 'POST' });
      try {
        return (await few.run(() => take(parts, request, address))) ?? problemDetails(503, 'busy', 'Busy', 'Too many orders at once: send it again with the same Idempotency-Key.', { 'retry-after': '2' });
      } catch (error) {
        parts.onError(error, 'placing an order');
        return problemDetails(500, 'fault', 'Not answered', 'The server failed, the order may have been placed: send it again with the same Idempotency-Key.', { 'retry-after': '2' });
      }
    },
  };
}

async function take(parts: OrdersApiParts, request: Request, address: string): Promise<Response> {
  const { db, tokens, now } = parts;
  // Programs send no origin; a page of another site always does.
  if ((request.headers.has('origin') || request.headers.has('sec-fetch-site')) && !isSameOrigin(request, parts.siteUrl)) return problemDetails(403, 'origin', 'Another site', 'Orders are taken from pages of this site, and from programs.');
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== JSON_BODY && type !== FORM_BODY) return problemDetails(415, 'content-type', 'Not an order', `Send a body of ${JSON_BODY} or ${FORM_BODY}.`);
  const sentKey = request.headers.get('idempotency-key')?.replace(/^"|"$/g, '');
  // That of a form may stand in the form.
  if (type === JSON_BODY && !KEY.test(sentKey ?? '')) return noKey();
  if (!(await mayVisit(db, await visitKey(db, 'order-tried', address, now()), parts.mostTries ?? MOST_TRIES, now()))) return problemDetails(429, 'too-many', 'Too many attempts', 'So many orders from one network are taken only tomorrow, or by telephone.', { 'retry-after': '3600' });
  const body = await readBody(request.body, LONGEST_BODY, LONGEST_BODY);
  if (body === undefined) return problemDetails(413, 'too-large', 'Body too large', `An order may have ${LONGEST_BODY} bytes.`);
  const form = type === FORM_BODY ? new URLSearchParams(body.toString('utf8')) : undefined;
  const key = sentKey || (form?.get('idempotencyKey') ?? '');
  if (!KEY.test(key)) return noKey();
  const read = orderRequestSchema.safeParse(form === undefined ? parseJson(body) : readOrderForm(form));
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }): ProblemField => ({ field: path.join('.') || 'body', detail: message }));
    return problemDetails(400, 'shape', 'Not an order', errors.map(({ field, detail }) => `${field}: ${detail}`).join(' '), {}, errors);
  }
  const answer = await place(parts, read.data, { key, requestHash: tokens.digestOf(requestText(read.data)) });
  return form !== undefined && answer.status === 201 && isBrowser(request) ? seeOther(answer.headers.get('location') ?? '/') : answer;
}

function noKey(): Response {
  return problemDetails(400, 'idempotency-key', 'Idempotency-Key missing', 'Send the header Idempotency-Key: 16 to 100 random letters, digits, hyphens or underscores, new for each order and the same for each repetition.');
}

/** Programs ask for anything or for JSON. */
function isBrowser(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') === true;
}

async function place(parts: OrdersApiParts, request: OrderRequest, key: { key: string; requestHash: string }): Promise<Response> {
  const before = await parts.db.selectFrom('idempotency_keys').select(['request_hash', 'order_id']).where('key', '=', key.key).executeTakeFirst();
  // What was ordered stays ordered, whatever prices have become since.
  if (before !== undefined) return answerFor(parts, request, before.request_hash === key.requestHash ? { kind: 'repeated', orderId: before.order_id } : { kind: 'key-reused' });
  const catalogue = await parts.catalogue();
  const checked = checkOrder({ catalogue, day: dayInVietnam(parts.now()), payments: parts.payments(catalogue), isVoucherStopped: await isVoucherStopped(parts.db, request.voucher) }, request);
  if ('problems' in checked) return refused(422, 'order', checked.problems, request.language);
  if ('changed' in checked) {
    const { totalDong, goodsDong, discountDong, shippingDong, lines } = checked.changed;
    const detail = translator(request.language)('order.problem.changed', { agreed: formatDong(Math.max(0, request.totalDong), request.language), total: formatDong(totalDong, request.language) });
    return problemDetails(409, 'price-changed', 'Price changed', detail, {}, [{ field: 'totalDong', found: String(request.totalDong), detail }], { totals: { totalDong, goodsDong, discountDong, shippingDong }, lines });
  }
  return answerFor(parts, request, await parts.queue.place({ order: checked.order, ...key }), catalogue);
}

async function answerFor(parts: OrdersApiParts, request: OrderRequest, outcome: PlaceOutcome, catalogue?: Catalogue): Promise<Response> {
  switch (outcome.kind) {
    case 'placed':
    case 'repeated': {
      const answer = await orderAnswer(parts, outcome.orderId);
      return new Response(`${JSON.stringify(answer)}\n`, { status: 201, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', location: new URL(answer.url).pathname } });
    }
    case 'key-reused':
      return problemDetails(422, 'key-reused', 'Key used before', 'This Idempotency-Key came with another order before: send a new one.');
    case 'no-stock':
      return refused(409, 'no-stock', outcome.short.map(({ sku, left }) => ({ field: catalogue === undefined ? 'lines' : lineWithPack(catalogue, request, sku), fault: { kind: 'no-stock', left } })), request.language);
    case 'voucher':
      return refused(409, 'voucher', [{ field: 'voucher', fault: { kind: 'voucher', fault: { kind: outcome.fault } } }], request.language);
    case 'cod-limit':
      return refused(409, 'cod-limit', [{ field: 'payment', fault: outcome }], request.language);
  }
}

function refused(status: number, type: string, problems: readonly OrderProblem[], language: Language): Response {
  const errors = problems.map((problem): ProblemField => ({ field: problem.field, code: problemCode(problem), detail: problemText(problem, language) }));
  return problemDetails(status, type, 'Not ordered', errors.map(({ field, detail }) => `${field}: ${detail}`).join(' '), {}, errors);
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

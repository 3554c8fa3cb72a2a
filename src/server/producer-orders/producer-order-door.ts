import { dayInVietnam } from '../../domain/calendar-day.ts';
import { DELIVERY_FAILURES } from '../../domain/cash-on-delivery.ts';
import { producerAnswerPath } from '../../paths.ts';
import { LONGEST_NOTE, PART_FIELDS, type ProducerOrderRefusal, type ProducerOrderView } from '../../publish/producer-order-view.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { formValues } from '../desk/forms/form-values.ts';
import { eventParts } from '../desk/orders/shop-desk.ts';
import { plainAnswer, privateAnswer, seeOther } from '../desk/private-answer.ts';
import { readForm } from '../desk/read-form.ts';
import type { WebDoor } from '../http/web-door.ts';
import { isToken } from '../orders/order-token.ts';
import { answerForPart, openedPartLink, type PartDeed } from '../orders/producer-part.ts';
import { mayVisit } from '../reports/visit-limit.ts';
import { findPart, partView, type FoundPart } from './find-part.ts';

export interface ProducerOrderParts extends Pick<DeskParts, 'db' | 'now' | 'catalogue' | 'shop' | 'onError'> {
  render(path: string, view: ProducerOrderView): Promise<Response>;
}

/** A day of one link. */
const MOST_ANSWERS = 60;
const LONGEST_FORM = 8 * 1024;
const STATUSES: Readonly<Record<ProducerOrderRefusal, number>> = { unknown: 404, ended: 410, revoked: 410, 'too-many': 429, unreadable: 400, fault: 500 };

/**
 * `/chu-the-tra-loi/<token>/` with the token of a part of an order. The token alone opens it, so there is nothing that
 * another site's page could borrow; it must not leave: no address of it is logged or sent along, and nothing is cached.
 */
export function producerOrderDoor(parts: ProducerOrderParts): WebDoor {
  return {
    takes: (path) => tokenOf(path) !== undefined,
    async answer(request) {
      try {
        return secret(await answer(parts, request));
      } catch (error) {
        parts.onError(error, 'the page of a producer and an order');
        return secret(await refuse(parts, 'fault').catch(() => plainAnswer(500, 'Máy chủ gặp lỗi. Xin thử lại sau.')));
      }
    },
  };
}

/** Longer tokens open the form for lots. */
function tokenOf(path: string): string | undefined {
  const before = producerAnswerPath();
  const [token = '', ...rest] = path.startsWith(before) ? path.slice(before.length).split('/') : [];
  return isToken(token) && rest.join('') === '' ? token : undefined;
}

function secret(response: Response): Response {
  const closed = privateAnswer(response);
  closed.headers.set('referrer-policy', 'no-referrer');
  return closed;
}

async function refuse({ render }: ProducerOrderParts, reason: ProducerOrderRefusal): Promise<Response> {
  const page = await render(producerAnswerPath('don'), { step: 'closed', reason });
  return new Response(page.body, { status: STATUSES[reason], headers: page.headers });
}

async function answer(parts: ProducerOrderParts, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const token = tokenOf(url.pathname) ?? '';
  const part = await findPart(parts, token);
  if (typeof part === 'string') return refuse(parts, part);
  if (request.method === 'POST') return take(parts, part, token, request);
  if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405, 'Địa chỉ này không nhận yêu cầu như vậy.', { allow: 'GET, HEAD, POST' });
  if (request.method === 'GET') await openedPartLink(parts.db, part, parts.now());
  const done = (['accepted', 'out-of-stock', 'shipped', 'in-stock', 'delivery-failed'] as const).find((known) => known === url.searchParams.get('xong'));
  const ask = (['out-of-stock', 'shipped'] as const).find((known) => known === url.searchParams.get('hoi'));
  return show(parts, part, { slip: url.searchParams.has('phieu'), ...(done !== undefined && { done }), ...(ask !== undefined && { ask }) });
}

type Shown = Pick<Extract<ProducerOrderView, { step: 'part' }>, 'done' | 'problem' | 'ask' | 'slip'>;

async function show(parts: ProducerOrderParts, part: FoundPart, more: Shown): Promise<Response> {
  const page = await parts.render(producerAnswerPath('don'), { ...(await partView(parts, part)), ...more });
  return more.problem === undefined ? page : new Response(page.body, { status: 409, headers: page.headers });
}

async function take(parts: ProducerOrderParts, part: FoundPart, token: string, request: Request): Promise<Response> {
  const { db, now } = parts;
  const { orderId, producerId } = part;
  if (!(await mayVisit(db, `order-part:${dayInVietnam(now())}:${orderId}:${producerId}`, MOST_ANSWERS, now()))) return refuse(parts, 'too-many');
  const form = await readForm(request, LONGEST_FORM);
  const deed = form === undefined || form === 'too-large' ? undefined : deedFrom(form);
  if (deed === undefined) return refuse(parts, 'unreadable');
  const outcome = await answerForPart(db, eventParts(parts), { orderId, producerId }, deed, `producer:${producerId}`);
  if (outcome === 'late' || outcome === 'unknown') return show(parts, part, { slip: false, problem: 'Chưa ghi được: phần này đã gửi, hoặc đơn đã kết thúc. Trang dưới đây là tình trạng hiện nay. Nếu có nhầm lẫn, xin gọi bên bán.' });
  return seeOther(`${producerAnswerPath(token)}?xong=${deed.kind}`);
}

function deedFrom(form: URLSearchParams): PartDeed | undefined {
  const values = formValues(form);
  const note = values.text(PART_FIELDS.note).slice(0, LONGEST_NOTE);
  switch (values.text(PART_FIELDS.deed)) {
    case 'nhan':
      return { kind: 'accepted' };
    case 'het-hang':
      return { kind: 'out-of-stock', ...(note !== '' && { note }) };
    case 'con-hang':
      return { kind: 'in-stock' };
    case 'da-gui':
      return { kind: 'shipped', carrier: values.text(PART_FIELDS.carrier).slice(0, 80), trackingCode: values.text(PART_FIELDS.tracking).toUpperCase().slice(0, 60) };
    case 'giao-khong-duoc': {
      const reason = DELIVERY_FAILURES.find((known) => known === values.text(PART_FIELDS.reason));
      return reason && { kind: 'delivery-failed', reason, ...(note !== '' && { note }) };
    }
    default:
      return undefined;
  }
}

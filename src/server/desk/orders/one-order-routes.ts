import { DELIVERY_FAILURES } from '../../../domain/cash-on-delivery.ts';
import { ORDER_STATES } from '../../../domain/order-status.ts';
import { deskPath } from '../../../paths.ts';
import type { OrderRow } from '../../db/order-tables.ts';
import { happen } from '../../orders/order-events.ts';
import { recordAudit } from '../audit.ts';
import { fileAnswer } from '../changes/file-answer.ts';
import type { DeskParts } from '../desk-parts.ts';
import { formValues, type FormValues } from '../forms/form-values.ts';
import { guarded, guardedForm, mayAct, refuse, type Visit } from '../guard.ts';
import { seeOther } from '../private-answer.ts';
import type { Route } from '../route.ts';
import { tellProducers } from '../../order-notices/tell-producers.ts';
import { deletePerson, exportPerson } from '../../orders/personal-data.ts';
import { OFFICE_EVENTS, orderDetails } from './order-details.ts';
import { answerPart } from './part-deeds.ts';
import { eventParts, subjectOf } from './shop-desk.ts';
import { finishTask } from './task-deeds.ts';

const LONGEST_NOTE = 500;

/** `/quan-ly/don-hang/<number>/`: one order, and what the office does about it. */
export function oneOrderRoutes(parts: DeskParts): Route[] {
  const one = (rest: string): RegExp => new RegExp(`^${deskPath('don-hang')}(?<number>DH\\d{6,15}[0-9A-Z])/${rest}$`);
  const deed = (name: string, act: Deed): Route => ({ method: 'POST', pattern: one(`${name}/`), handle: guardedForm(parts, 'editor', (visit, form) => doIt(parts, visit, form, act)) });
  return [
    { method: 'GET', pattern: one(''), handle: guarded(parts, 'editor', (visit) => withOrder(parts, visit, (order) => showOne(parts, visit, order))) },
    { method: 'GET', pattern: one('nguoi-mua\\.json'), handle: guarded(parts, 'editor', (visit) => withOrder(parts, visit, (order) => personFile(parts, visit, order))) },
    deed('viec', move),
    deed('chu-the', answerPart),
    deed('viec-can-lam', finishTask),
    deed('xoa-nguoi-mua', forgetBuyer),
  ];
}

export interface DeedParts {
  parts: DeskParts;
  order: OrderRow;
  visit: Visit;
  values: FormValues;
}
/** One sentence when it was not done. */
export type Deed = (deed: DeedParts) => Promise<string | undefined>;

async function doIt(parts: DeskParts, visit: Visit, form: URLSearchParams, act: Deed): Promise<Response> {
  return withOrder(parts, visit, async (order) => {
    const refusal = await act({ parts, order, visit, values: formValues(form) });
    return refusal === undefined ? seeOther(deskPath('don-hang', order.number)) : showOne(parts, visit, order, refusal);
  });
}

/** By the table of states, from the state that was seen. */
async function move({ parts, order, visit, values }: DeedParts): Promise<string | undefined> {
  const event = OFFICE_EVENTS.find((known) => known === values.text('viec'));
  if (event === undefined) return 'Chưa chọn việc nào.';
  const seen = ORDER_STATES.find((state) => state === values.text('dang'));
  const failure = DELIVERY_FAILURES.find((known) => known === values.text('vi-sao'));
  const said = values.text('ghi-chu').slice(0, LONGEST_NOTE);
  if (event === 'delivery-failed' && failure === undefined) return 'Hãy chọn vì sao chưa giao được.';
  if (event === 'cancelled-by-office' && said === '') return 'Hãy ghi lý do huỷ: người mua và chủ thể sẽ hỏi.';
  const moved = await parts.db.transaction().execute(async (transaction) => {
    const now = await transaction.selectFrom('orders').select('state').where('id', '=', order.id).executeTakeFirst();
    if (now?.state !== seen) return undefined;
    const happened = await happen(transaction, eventParts(parts), { orderId: order.id, event, who: visit.session.name, ...(said !== '' && { note: said }), ...(event === 'delivery-failed' && failure !== undefined && { reason: failure }) });
    if (happened?.fits === true && event === 'shipped') await transaction.updateTable('producer_order_links').set({ shipped_at: happened.order.state_at }).where('order_id', '=', order.id).where('shipped_at', 'is', null).execute();
    return happened;
  });
  if (moved === undefined) return 'Đơn này vừa được chuyển bởi người khác. Trang dưới đây là tình trạng hiện nay.';
  if (moved.fits) await tellProducers({ db: parts.db, catalogue: parts.catalogue, now: parts.now(), domain: parts.shop.mailDomain }, order.id);
  return moved.fits ? undefined : 'Việc này không làm được ở tình trạng hiện nay của đơn.';
}

async function forgetBuyer({ parts, order, visit, values }: DeedParts): Promise<string | undefined> {
  if (!mayAct(visit.session, 'approver')) return 'Chỉ người duyệt mới xoá được thông tin người mua.';
  if (order.closed_at === null) return 'Đơn chưa kết thúc: còn cần thông tin này để giao hàng hoặc hoàn tiền.';
  if (!values.ticked('chac-chan')) return 'Xin đánh dấu để xác nhận: xoá rồi không lấy lại được.';
  const { deleted } = await deletePerson(parts.db, { number: order.number }, parts.now());
  if (deleted === 0) return 'Thông tin người mua đã được xoá trước đó.';
  await recordAudit(parts.db, { who: visit.session.name, action: 'order-person-deleted', subject: subjectOf(order.number) }, parts.now());
  return undefined;
}

async function personFile(parts: DeskParts, { session }: Visit, order: OrderRow): Promise<Response> {
  const { db, now } = parts;
  const [data] = await exportPerson(db, { number: order.number });
  if (data === undefined) return refuse(parts, 404, 'not-found', session);
  await recordAudit(db, { who: session.name, action: 'order-person-exported', subject: subjectOf(order.number) }, now());
  return fileAnswer(`${JSON.stringify(data, undefined, 2)}\n`, `nguoi-mua-${order.number}.json`, 'application/json; charset=utf-8');
}

async function withOrder(parts: DeskParts, visit: Visit, answer: (order: OrderRow) => Promise<Response>): Promise<Response> {
  const order = await parts.db.selectFrom('orders').selectAll().where('number', '=', visit.context.params['number'] ?? '').executeTakeFirst();
  return order === undefined ? refuse(parts, 404, 'not-found', visit.session) : answer(order);
}

async function showOne(parts: DeskParts, { show }: Visit, { id }: OrderRow, refusal?: string): Promise<Response> {
  const order = await parts.db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const details = await orderDetails(parts, await parts.catalogue(), order);
  const page = await show(deskPath('mot-don-hang'), { kind: 'order', order: { ...details, ...(refusal !== undefined && { refusal }) } });
  return refusal === undefined ? page : new Response(page.body, { status: 409, headers: page.headers });
}

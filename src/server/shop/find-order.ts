import { dayInVietnam } from '../../domain/calendar-day.ts';
import { parseOrderNumber } from '../../domain/order-number.ts';
import { parsePhoneNumber } from '../../domain/phone-number.ts';
import { translator } from '../../i18n/translate.ts';
import { ordersPath, type Language } from '../../paths.ts';
import { FIND_FIELDS, type FindOrderView } from '../../publish/shop-view.ts';
import { instant } from '../db/database.ts';
import { plainAnswer } from '../desk/private-answer.ts';
import { readForm } from '../desk/read-form.ts';
import { isSameOrigin } from '../desk/same-origin.ts';
import { enqueueOrderMail } from '../orders/order-mail.ts';
import { mayVisit, visitKey } from '../reports/visit-limit.ts';
import { refuse, withStatus, type OrderDoorParts } from './shop-door-parts.ts';

/** A day of one network. */
const MOST_TRIES = 30;
const EMPTY: FindOrderView = { number: '', phone: '', problems: {}, sent: false };

/**
 * Sends the link of an order to its own mail address, at most once a day. Whoever asks sees the same whether number and
 * telephone belong together or not, and nothing of the order.
 */
export async function findOrder(parts: OrderDoorParts, language: Language, visitor: string, request: Request): Promise<Response> {
  const { db, now } = parts;
  const show = (find: FindOrderView): Promise<Response> => parts.render(ordersPath(language), { page: 'find-order', find });
  if (request.method === 'GET' || request.method === 'HEAD') return show(EMPTY);
  if (request.method !== 'POST') return plainAnswer(405, 'Địa chỉ này không nhận yêu cầu như vậy.', { allow: 'GET, HEAD, POST' });
  if (!isSameOrigin(request, parts.siteUrl)) return refuse(parts, language, 'origin');
  if (!(await mayVisit(db, await visitKey(db, 'order-sought', visitor, now()), MOST_TRIES, now()))) return refuse(parts, language, 'too-many');
  const form = await readForm(request, 4096);
  if (!(form instanceof URLSearchParams)) return refuse(parts, language, form ?? 'unreadable');
  const typed = { number: (form.get(FIND_FIELDS.number) ?? '').slice(0, 60), phone: (form.get(FIND_FIELDS.phone) ?? '').slice(0, 60) };
  const number = parseOrderNumber(typed.number);
  const phone = parsePhoneNumber(typed.phone);
  if (number === undefined || phone === undefined) {
    const t = translator(language);
    const problems = { ...(number === undefined && { number: t('find.problem.number') }), ...(phone === undefined && { phone: t('order.problem.phone') }) };
    return withStatus(422, await show({ ...typed, problems, sent: false }));
  }
  await send(parts, number, phone);
  return show({ ...EMPTY, sent: true });
}

/** Written in one transaction either way, so that the time it takes tells nothing. */
async function send({ db, now, orders }: OrderDoorParts, number: string, phone: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('orders')
      .innerJoin('order_people', 'order_people.order_id', 'orders.id')
      .select(['orders.id', 'email'])
      .where('number', '=', number)
      .where('phone', '=', phone)
      .executeTakeFirst();
    if (found === undefined) return;
    const day = dayInVietnam(now());
    if (found.email !== null) return enqueueOrderMail(transaction, { kind: 'order-link', orderId: found.id, to: found.email, again: day }, { now: now(), domain: orders.eventParts().mailDomain });
    await transaction
      .insertInto('order_tasks')
      .values({ order_id: found.id, kind: 'review', key: `link-asked:${found.id}:${day}`, at: instant(now()), amount_dong: null, detail: JSON.stringify({ because: 'link-asked' }), done_by: null, done_at: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  });
}

import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { deskPath } from '../../../paths.ts';
import type { OrdersView } from '../../../publish/desk-shop/order-list.ts';
import type { OrderRow } from '../../db/order-tables.ts';
import { fileAnswer } from '../changes/file-answer.ts';
import type { DeskParts } from '../desk-parts.ts';
import { formValues } from '../forms/form-values.ts';
import { guarded, guardedForm, type Visit } from '../guard.ts';
import { exactly, type Route } from '../route.ts';
import { dayFigures, orderCounts } from './day-figures.ts';
import { findOrders } from './find-orders.ts';
import { filtered, readFilter } from './order-filter.ts';
import { orderLines } from './order-lines.ts';
import { ordersCsv, ordersXlsx } from './orders-file.ts';
import { allPages } from './all-pages.ts';

const PATH = deskPath('don-hang');
const ON_PAGE = 40;
const IN_FILE = 20_000;

/** `/quan-ly/don-hang/`: the list, its search and its file. */
export function orderListRoutes(parts: DeskParts): Route[] {
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'editor', (visit) => showList(parts, visit)) },
    { method: 'POST', pattern: exactly(deskPath('don-hang', 'tim')), handle: guardedForm(parts, 'editor', (visit, form) => search(parts, visit, form)) },
    { method: 'GET', pattern: exactly(deskPath('don-hang', 'tep')), handle: guarded(parts, 'editor', (visit) => listFile(parts, visit)) },
  ];
}

async function showList(parts: DeskParts, { request, show }: Visit): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const filter = readFilter(query);
  const { count } = await filtered(parts.db, filter).select(({ fn }) => fn.countAll<number | string>().as('count')).executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(Number(count) / ON_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('trang') ?? 1)) || 1));
  const rows = await filtered(parts.db, filter).selectAll().orderBy('created_at', 'desc').orderBy('id').limit(ON_PAGE).offset((page - 1) * ON_PAGE).execute();
  return show(PATH, { kind: 'orders', orders: await viewOf(parts, rows, { filter, found: Number(count), page, pages }) });
}

/** By a form, so that no name or number of a person stands in an address, a log or a history. */
async function search(parts: DeskParts, { show }: Visit, form: URLSearchParams): Promise<Response> {
  const typed = formValues(form).text('tim').slice(0, 120);
  const ids = await findOrders(parts.db, typed);
  const rows = ids.length === 0 ? [] : await parts.db.selectFrom('orders').selectAll().where('id', 'in', [...ids]).orderBy('created_at', 'desc').orderBy('id').execute();
  return show(PATH, { kind: 'orders', orders: { ...(await viewOf(parts, rows, { filter: {}, found: rows.length, page: 1, pages: 1 })), typed } });
}

async function viewOf(parts: DeskParts, rows: readonly OrderRow[], more: Pick<OrdersView, 'filter' | 'found' | 'page' | 'pages'>): Promise<OrdersView> {
  const { db, now } = parts;
  const catalogue = await parts.catalogue();
  const known = await db.selectFrom('order_packs').select('producer_id').distinct().where('producer_id', 'is not', null).execute();
  return {
    ...more,
    orders: await orderLines(db, catalogue, rows),
    counts: await orderCounts(db),
    today: await dayFigures(db, dayInVietnam(now())),
    producers: known.map(({ producer_id: id }) => ({ id: id as string, name: catalogue.producer(id as string)?.name ?? (id as string) })),
  };
}

/** What the list shows now, all pages of it. */
async function listFile(parts: DeskParts, { request }: Visit): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const { db } = parts;
  const catalogue = await parts.catalogue();
  const rows = await allPages((limit, offset) => filtered(db, readFilter(query)).selectAll().orderBy('created_at').orderBy('id').limit(limit).offset(offset).execute(), IN_FILE);
  const name = `don-hang-${dayInVietnam(parts.now())}`;
  if (query.get('dang') === 'csv') return fileAnswer(await ordersCsv(db, catalogue, rows), `${name}.csv`, 'text/csv; charset=utf-8');
  return fileAnswer(await ordersXlsx(db, catalogue, rows), `${name}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}

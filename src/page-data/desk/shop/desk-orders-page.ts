import { formatDong } from '../../../domain/money.ts';
import { PAYMENT_METHODS, type PaymentMethod } from '../../../domain/order.ts';
import { ORDER_STATES } from '../../../domain/order-status.ts';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { formatCount } from '../../../i18n/format-number.ts';
import { deskPath } from '../../../paths.ts';
import type { OrderFilter, OrderLine, OrdersView } from '../../../publish/desk-shop/order-list.ts';
import { ORDER_STATE_NAMES, orderStateName, PAYMENT_NAMES } from '../../../publish/desk-shop/order-words.ts';
import type { View } from '../../../publish/view.ts';
import type { Link } from '../../place-view.ts';
import { deskContent } from '../desk-content.ts';
import { timeInVietnam } from '../vietnam-time.ts';
import { TASK_NAMES, toneOf } from './order-names.ts';

const PATH = deskPath('don-hang');

export interface OrderRowText {
  href: string;
  number: string;
  goods: string;
  buyer: string;
  place: string;
  total: string;
  payment: string;
  stateName: string;
  tone: ReturnType<typeof toneOf>;
  tasks: readonly string[];
  time: string;
  sample: boolean;
}

export interface DeskOrdersPage {
  rows: readonly OrderRowText[];
  found: string;
  filters: readonly (Link & { current: boolean })[];
  pages: readonly (Link & { current: boolean })[];
  today: readonly { label: string; value: string; more?: string }[];
  day: string;
  filter: OrderFilter;
  states: readonly { value: string; text: string; selected: boolean }[];
  payments: readonly { value: PaymentMethod; text: string; selected: boolean }[];
  producers: readonly { value: string; text: string; selected: boolean }[];
  files: readonly Link[];
  search: string;
  typed: string | undefined;
  narrowed: boolean;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskOrdersPage(view: View): DeskOrdersPage | undefined {
  const orders = deskContent(view, 'orders')?.orders;
  if (orders === undefined) return undefined;
  const { filter, counts, today, typed } = orders;
  return {
    rows: orders.orders.map(rowOf),
    found: foundWords(orders),
    filters: chips(orders),
    pages: pageLinks(orders),
    today: [
      { label: 'Đơn mới', value: formatCount(today.placed, 'vi'), more: formatDong(today.placedDong, 'vi') },
      { label: 'Đã giao', value: formatCount(today.delivered, 'vi'), more: formatDong(today.deliveredDong, 'vi') },
      { label: 'Huỷ, hết hạn', value: formatCount(today.cancelled, 'vi') },
      { label: 'Chưa xong', value: formatCount(counts.open, 'vi') },
    ],
    day: formatDate(today.day, 'vi'),
    filter,
    states: ORDER_STATES.map((value) => ({ value, text: `${ORDER_STATE_NAMES[value]} (${counts.byState[value] ?? 0})`, selected: filter.state === value })),
    payments: PAYMENT_METHODS.map((value) => ({ value, text: PAYMENT_NAMES[value], selected: filter.payment === value })),
    producers: orders.producers.map(({ id, name }) => ({ value: id, text: name, selected: filter.producer === id })),
    files: [
      { text: 'Tải bảng tính XLSX', href: addressOf(filter, { dang: 'xlsx' }, deskPath('don-hang', 'tep')) },
      { text: 'Tải CSV', href: addressOf(filter, { dang: 'csv' }, deskPath('don-hang', 'tep')) },
    ],
    search: deskPath('don-hang', 'tim'),
    typed,
    narrowed: filter.from !== undefined || filter.until !== undefined || filter.payment !== undefined || filter.producer !== undefined || (filter.state !== undefined && filter.state !== 'todo' && filter.state !== 'open'),
  };
}

function rowOf(line: OrderLine): OrderRowText {
  return {
    href: deskPath('don-hang', line.number),
    number: spacedOrderNumber(line.number),
    goods: `${formatCount(line.packs, 'vi')} gói${line.producers.length === 0 ? '' : ` · ${line.producers.join(', ')}`}`,
    buyer: line.buyer ?? '',
    place: line.place,
    total: formatDong(line.totalDong, 'vi'),
    payment: PAYMENT_NAMES[line.payment],
    stateName: orderStateName(line.state, line.payment),
    tone: toneOf(line.state),
    tasks: line.tasks.map((kind) => TASK_NAMES[kind]),
    time: timeInVietnam(line.at),
    sample: line.sample,
  };
}

function foundWords({ found, typed }: OrdersView): string {
  if (typed === undefined) return `${formatCount(found, 'vi')} đơn`;
  return found === 0 ? 'Không tìm thấy đơn nào' : `Tìm thấy ${formatCount(found, 'vi')} đơn`;
}

function chips({ filter, counts, typed }: OrdersView): DeskOrdersPage['filters'] {
  const all = Object.values(counts.byState).reduce((sum, count) => sum + (count ?? 0), 0);
  const chip = (text: string, count: number, state: OrderFilter['state']): Link & { current: boolean } => ({ text: `${text}: ${formatCount(count, 'vi')}`, href: addressOf({ ...(state !== undefined && { state }) }), current: typed === undefined && filter.state === state });
  return [
    chip('Cần làm', counts.todo, 'todo'),
    chip('Chưa xong', counts.open, 'open'),
    chip('Chờ gọi xác nhận', counts.byState['awaiting-confirmation'] ?? 0, 'awaiting-confirmation'),
    chip('Đang giao', counts.byState.shipped ?? 0, 'shipped'),
    chip('Tất cả', all, undefined),
  ];
}

function pageLinks({ filter, page, pages }: OrdersView): DeskOrdersPage['pages'] {
  if (pages <= 1) return [];
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((at) => at >= 1 && at <= pages);
  return near.map((at) => ({ text: String(at), href: addressOf(filter, at === 1 ? {} : { trang: String(at) }), current: at === page }));
}

function addressOf({ state, from, until, payment, producer }: OrderFilter, more: Readonly<Record<string, string>> = {}, path = PATH): string {
  const query = new URLSearchParams({ ...(state && { loc: state }), ...(from && { tu: from }), ...(until && { den: until }), ...(payment && { tra: payment }), ...(producer && { 'chu-the': producer }), ...more }).toString();
  return query === '' ? path : `${path}?${query}`;
}

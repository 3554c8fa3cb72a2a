import { cashAtTheDoor, DELIVERY_FAILURES } from '../../../domain/cash-on-delivery.ts';
import { formatDong } from '../../../domain/money.ts';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import type { OrderEvent } from '../../../domain/order-status.ts';
import { isSelfClosed, MESSAGE_SENT } from '../../../domain/order-task.ts';
import { formatPhoneNumber } from '../../../domain/phone-number.ts';
import { deskPath } from '../../../paths.ts';
import { FAILURE_NAMES } from '../../../publish/desk-shop/failure-words.ts';
import type { OrderDetails, ProducerPart } from '../../../publish/desk-shop/order-details.ts';
import { orderStateName, PAYMENT_NAMES } from '../../../publish/desk-shop/order-words.ts';
import type { View } from '../../../publish/view.ts';
import type { Link } from '../../place-view.ts';
import { deskContent } from '../desk-content.ts';
import { timeInVietnam } from '../vietnam-time.ts';
import { orderAdvice } from './order-advice.ts';
import { doneWhy, OFFICE_DEEDS, STEP_NAMES, toneOf, whoIs } from './order-names.ts';
import { taskText, type TaskText } from './task-text.ts';

export interface PartText {
  id: string;
  name: string;
  packs: readonly string[];
  state: string;
  tone: 'wait' | 'go' | 'bad' | 'rest';
  parcel: string;
  message?: string | undefined;
  sms?: string | undefined;
  linkState?: string | undefined;
  linkOpen: boolean;
  mailed: boolean;
  /** Number of the task to send its message. */
  untold?: number | undefined;
  phone?: Link | undefined;
  deeds: readonly { value: string; text: string }[];
  mayShip: boolean;
}

export interface DeskOrderPage {
  order: OrderDetails;
  number: string;
  stateName: string;
  tone: ReturnType<typeof toneOf>;
  time: string;
  payment: string;
  waits: string;
  amounts: readonly { label: string; value: string; strong: boolean }[];
  money: readonly { label: string; value: string }[];
  phone?: Link | undefined;
  mail?: Link | undefined;
  /** A message to the order's own telephone with the buyer's link. */
  linkBySms?: string | undefined;
  person?: { name: string; note: string; invoice: string } | undefined;
  personDeleted?: string | undefined;
  parts: readonly PartText[];
  tasks: readonly TaskText[];
  /** The button that usually comes next, and the others. */
  next: readonly { value: OrderEvent; text: string; weighty: boolean }[];
  failures: readonly { value: string; text: string }[];
  mayFail: boolean;
  mayCancel: boolean;
  advice: string;
  steps: readonly { what: string; who: string; time: string; note: string; moved: string; faint: boolean }[];
  mayForget: boolean;
  isApprover: boolean;
  to: (deed: string) => string;
  personFile: string;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskOrderPage(view: View): DeskOrderPage | undefined {
  const order = deskContent(view, 'order')?.order;
  if (order === undefined) return undefined;
  const dong = (amount: number): string => formatDong(amount, 'vi');
  const name = (id: string): string => view.catalogue.producer(id)?.name ?? id;
  const kept = order.paidDong - order.refundedDong;
  const isApprover = view.desk?.user?.role === 'approver';
  const { person } = order;
  const closed = order.state === 'delivered' || order.state === 'cancelled' || order.state === 'expired' || order.state === 'refunded' || order.state === 'returned';
  return {
    order,
    number: spacedOrderNumber(order.number),
    stateName: orderStateName(order.state, order.payment),
    tone: toneOf(order.state),
    time: timeInVietnam(order.at),
    payment: PAYMENT_NAMES[order.payment],
    waits: order.reservedUntil === undefined ? '' : `Giữ hàng đến ${timeInVietnam(order.reservedUntil)}.`,
    amounts: [
      { label: 'Tiền hàng', value: dong(order.goodsDong), strong: false },
      ...(order.discountDong > 0 ? [{ label: `Giảm giá${order.voucher === undefined ? '' : ` (${order.voucher})`}`, value: `−${dong(order.discountDong)}`, strong: false }] : []),
      { label: 'Phí giao', value: dong(order.shippingDong), strong: false },
      { label: 'Tổng cộng', value: dong(order.totalDong), strong: true },
    ],
    money: [
      { label: 'Cách trả', value: PAYMENT_NAMES[order.payment] },
      ...(order.payment === 'vietqr' || (order.payment === 'cod' && order.dueNowDong > 0) ? [{ label: 'Nội dung chuyển khoản', value: order.transferCode }] : []),
      { label: 'Đã nhận', value: dong(order.paidDong) },
      ...(order.refundedDong > 0 ? [{ label: 'Đã hoàn', value: dong(order.refundedDong) }] : []),
      ...(order.payment === 'cod' && !closed ? [{ label: 'Thu khi giao', value: dong(cashAtTheDoor(order.totalDong, Math.max(0, kept))) }] : []),
      ...(order.payment !== 'cod' && kept < order.dueNowDong && !closed ? [{ label: 'Còn thiếu', value: dong(order.dueNowDong - Math.max(0, kept)) }] : []),
    ],
    phone: person && { text: formatPhoneNumber(person.phone), href: `tel:${person.phone}` },
    linkBySms: person && `sms:${person.phone}?body=${encodeURIComponent(`${order.language === 'vi' ? `Đơn ${spacedOrderNumber(order.number)}` : `Your order ${spacedOrderNumber(order.number)}`}: ${order.buyerLink}`)}`,
    mail: person?.email === undefined ? undefined : { text: person.email, href: `mailto:${person.email}` },
    person: person && { name: person.name, note: person.note ?? '', invoice: person.invoice === undefined ? '' : [person.invoice.company, `MST ${person.invoice.taxCode}`, person.invoice.address, person.invoice.email].filter(Boolean).join(', ') },
    personDeleted: order.personDeletedAt === undefined ? undefined : timeInVietnam(order.personDeletedAt),
    parts: order.parts.map((part) => partText(part, closed, order.tasks)),
    tasks: order.tasks.filter(({ done }) => done === undefined).map((task) => taskText(task, isApprover, name)),
    next: order.events.filter((event) => event !== 'delivery-failed' && event !== 'cancelled-by-office').map((value, at) => ({ value, text: OFFICE_DEEDS[value] ?? value, weighty: at === 0 && value !== 'returned' && !isWithProducer(order) })),
    failures: DELIVERY_FAILURES.map((value) => ({ value, text: FAILURE_NAMES[value] })),
    mayFail: order.events.includes('delivery-failed'),
    mayCancel: order.events.includes('cancelled-by-office'),
    advice: orderAdvice(order),
    steps: order.history.map(({ what, who, at, from, to, fits, note, reason }) => ({
      what: what === 'paid' && order.payment === 'cod' ? 'Nhận đủ tiền đặt cọc' : (STEP_NAMES[what] ?? what),
      who: whoIs(who, name),
      time: timeInVietnam(at),
      note: [reason === undefined ? '' : FAILURE_NAMES[reason], noteText(note, name)].filter((text) => text !== '').join('. '),
      moved: !fits ? 'không đổi gì' : from === undefined || to === undefined || from === to ? '' : orderStateName(to, order.payment),
      faint: !fits,
    })),
    mayForget: closed && person !== undefined && isApprover,
    isApprover,
    to: (deed) => deskPath('don-hang', order.number, deed),
    personFile: `${deskPath('don-hang', order.number)}nguoi-mua.json`,
  };
}

/** The next step is a producer's; what the office says in its place is the exception. */
function isWithProducer({ state, parts }: OrderDetails): boolean {
  return (state === 'paid' || state === 'confirmed' || state === 'preparing') && parts.length > 0;
}

/** Producers stand in notes by their ids; names of payments tell nobody anything. */
function noteText(note: string | undefined, name: (id: string) => string): string {
  if (note !== undefined && (isSelfClosed(note) || note === MESSAGE_SENT)) return doneWhy(note);
  if (note === undefined || /^(sepay|payos|casso|bank|stripe|practice|hand|task):/.test(note)) return '';
  return /^[a-z0-9-]+$/.test(note) ? name(note) : note;
}

function partText(part: ProducerPart, closed: boolean, tasks: OrderDetails['tasks']): PartText {
  const { link, acceptedAt, outOfStockAt, shippedAt, carrier, trackingCode, phone } = part;
  const state = shippedAt !== undefined ? `đã gửi ${timeInVietnam(shippedAt)}` : outOfStockAt !== undefined ? `báo hết hàng ${timeInVietnam(outOfStockAt)}` : acceptedAt !== undefined ? `đã nhận đơn ${timeInVietnam(acceptedAt)}` : link === undefined ? 'chưa được báo' : 'chưa trả lời';
  const isOpen = link !== undefined && shippedAt === undefined && !closed;
  return {
    id: part.producerId,
    name: part.producer,
    packs: part.packs.map(({ quantity, name }) => `${quantity} × ${name}`),
    state,
    tone: shippedAt !== undefined || (acceptedAt !== undefined && outOfStockAt === undefined) ? 'go' : outOfStockAt !== undefined ? 'bad' : link === undefined ? 'rest' : 'wait',
    parcel: [carrier, trackingCode].filter((text) => text !== undefined).join(' · '),
    message: link?.state === 'open' ? link.message : undefined,
    sms: link?.state === 'open' ? `sms:${phone?.replace(/[^\d+]/g, '') ?? ''}?body=${encodeURIComponent(link.message)}` : undefined,
    linkState: link === undefined ? undefined : { open: 'liên kết đang mở', ended: 'liên kết đã hết hạn', revoked: 'liên kết đã đóng' }[link.state],
    linkOpen: link?.state === 'open',
    mailed: part.mailed,
    untold: part.untold ? tasks.find(({ kind, producer, done }) => kind === 'tell-producer' && producer === part.producerId && done === undefined)?.id : undefined,
    phone: phone === undefined ? undefined : { text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` },
    deeds: !isOpen ? [] : outOfStockAt !== undefined ? [{ value: 'con-hang', text: 'Có hàng lại' }] : [...(acceptedAt === undefined ? [{ value: 'nhan', text: 'Chủ thể nhận đơn' }] : []), { value: 'het-hang', text: 'Chủ thể hết hàng' }],
    mayShip: isOpen && outOfStockAt === undefined,
  };
}

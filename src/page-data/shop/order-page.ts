import { dayInVietnam } from '../../domain/calendar-day.ts';
import { formatDong } from '../../domain/money.ts';
import { spacedOrderNumber } from '../../domain/order-number.ts';
import { formatPhoneNumber } from '../../domain/phone-number.ts';
import { translator, type Translate } from '../../i18n/translate.ts';
import { orderPartPath, orderPath, productPath, type Language } from '../../paths.ts';
import type { OrderPay, OrderView, OrderViewLine } from '../../publish/order-view.ts';
import { totalRows, type TotalRow } from '../../publish/total-rows.ts';
import type { View } from '../../publish/view.ts';
import type { PageHead } from '../page-head.ts';
import { addressLines } from '../../publish/address-words.ts';
import { orderTimeline, type TimelineStep } from './order-timeline.ts';
import { sellerFacts, type SellerFacts } from './seller-facts.ts';
import { shopHead } from './shop-head.ts';
import { clockWords, timeWords } from '../../i18n/time-words.ts';

export interface OrderPage {
  head: PageHead;
  number: string;
  placedAt: string;
  tone: OrderTone;
  title: string;
  sentence: string;
  isNew: boolean;
  hasMail: boolean;
  problem?: string;
  /** `again`: it may have been paid already, so that this is not asked for first. */
  pay?: OrderPay & { amount: string; held?: string; again: boolean };
  timeline: readonly TimelineStep[];
  next: readonly string[];
  shipments: readonly { text: string; tracking?: string }[];
  lines: readonly OrderPageLine[];
  totals: readonly TotalRow[];
  paid?: string;
  refunded?: string;
  due?: string;
  payment: string;
  address: readonly string[];
  person?: { name: string; phone: string; email?: string; note?: string; invoice?: string };
  mayCancel: boolean;
  cancelText: string;
  receiptPdf: string;
  qrPicture: string;
  poll?: string;
  state: string;
  seller?: SellerFacts;
  practice: boolean;
  link: string;
}

/** How the page's head is coloured: waiting, going well, ended. */
export type OrderTone = 'waiting' | 'good' | 'done' | 'ended';

export interface OrderPageLine {
  name: string;
  label: string;
  href?: string;
  producer?: string;
  star?: string;
  quantity: number;
  unit: string;
  total: string;
  contents: readonly string[];
  sample: boolean;
}

const TONES: Readonly<Record<OrderView['state'], OrderTone>> = {
  'awaiting-payment': 'waiting',
  'part-paid': 'waiting',
  'awaiting-confirmation': 'waiting',
  paid: 'good',
  confirmed: 'good',
  preparing: 'good',
  shipped: 'good',
  delivered: 'done',
  'delivery-failed': 'waiting',
  returned: 'ended',
  cancelled: 'ended',
  expired: 'ended',
  'refund-due': 'ended',
  refunded: 'ended',
};

/** Undefined where no order is shown. */
export function orderPage(view: View, language: Language): OrderPage | undefined {
  if (view.shop?.page !== 'order') return undefined;
  const { order } = view.shop;
  const t = translator(language);
  const dong = (amount: number): string => formatDong(amount, language);
  const { token, state, person } = order;
  const number = spacedOrderNumber(order.number);
  const dueDong = order.totalDong - order.paidDong;
  const dueNowDong = Math.max(0, order.dueNowDong - order.paidDong);
  const key = stateKey(order);
  const values = { number, due: dong(dueNowDong), rest: dong(Math.max(0, dueDong)), paid: dong(order.paidDong), total: dong(order.totalDong), until: order.heldUntil === undefined ? '' : heldWords(order.heldUntil, view, language) };
  return {
    head: shopHead(view, language, { path: orderPath(language, token), title: t('order.title', { number }) }),
    number,
    placedAt: timeWords(order.placedAt, language),
    tone: TONES[state],
    title: t(`order.state.${key}`),
    sentence: t(`order.sentence.${key}`, values),
    isNew: order.isNew && TONES[state] === 'waiting',
    hasMail: person?.email !== undefined,
    ...(order.problem !== undefined && { problem: t(`order.problem.${order.problem}`) }),
    ...payOf(order, t, dong, (at) => heldWords(at, view, language)),
    timeline: orderTimeline(order, t, (at) => timeWords(at, language)),
    next: nextOf(order, t),
    shipments: order.shipments.map(({ producer, carrier, tracking, at }) => ({
      text: [producer, carrier, timeWords(at, language)].filter(Boolean).join(' · '),
      ...(tracking !== undefined && { tracking }),
    })),
    lines: order.lines.map((line) => pageLine(line, language, t, dong)),
    totals: totalRows(order, language, order.delivery.kind === 'pickup' ? t('checkout.pickupFree') : undefined),
    ...(order.paidDong > 0 && { paid: dong(order.paidDong) }),
    ...(order.refundedDong > 0 && { refunded: dong(order.refundedDong) }),
    ...(dueDong > 0 && order.paidDong > 0 && TONES[state] !== 'ended' && { due: dong(dueDong) }),
    payment: t(`pay.${order.payment}`),
    address: person === undefined && order.delivery.kind !== 'pickup' ? [] : addressLines(view.catalogue, order.delivery, language),
    ...(person !== undefined && { person: personOf(person) }),
    mayCancel: order.mayCancel,
    cancelText: t(order.paidDong > 0 ? 'order.cancelPaid' : 'order.cancelText'),
    receiptPdf: orderPartPath(language, token, 'bien-nhan.pdf'),
    qrPicture: orderPartPath(language, token, 'qr.png'),
    ...(TONES[state] === 'waiting' && { poll: orderPartPath(language, token, 'trang-thai') }),
    state: `${state} ${order.paidDong}`,
    seller: sellerFacts(view, language),
    practice: order.lines.some(({ snapshot }) => snapshot.sample) || order.payment === 'practice',
    link: view.siteUrl + orderPath(language, token),
  };
}

/** The hour is enough where it is today's. */
function heldWords(at: number, { asOf }: View, language: Language): string {
  return dayInVietnam(at) === asOf ? clockWords(at) : timeWords(at, language);
}

type StateKey = OrderView['state'] | 'awaiting-card' | 'awaiting-pickup' | 'unconfirmed' | 'picked-up' | 'ready' | 'awaiting-deposit' | 'deposit-paid';

/** Some states read differently by how goods and money are handed over. */
function stateKey({ state, delivery, payment, dueNowDong, isBack }: OrderView): StateKey {
  if (delivery.kind === 'pickup' && state === 'delivered') return 'picked-up';
  if (delivery.kind === 'pickup' && state === 'shipped') return 'ready';
  if (delivery.kind === 'pickup' && state === 'awaiting-confirmation') return 'awaiting-pickup';
  if (isBack === true && payment === 'stripe' && state === 'awaiting-payment') return 'awaiting-card';
  if (payment === 'cod' && state === 'expired' && dueNowDong === 0) return 'unconfirmed';
  if (payment === 'cod' && state === 'awaiting-payment') return 'awaiting-deposit';
  if (payment === 'cod' && state === 'paid') return 'deposit-paid';
  return state;
}

function payOf({ pay, heldUntil, isBack = false }: OrderView, t: Translate, dong: (amount: number) => string, held: (at: number) => string): Pick<OrderPage, 'pay'> {
  if (pay === undefined) return {};
  const until = heldUntil === undefined ? {} : { held: t('order.heldUntil', { time: held(heldUntil) }) };
  return { pay: { ...pay, amount: dong(pay.amountDong), again: isBack && pay.kind === 'redirect' && pay.provider === 'stripe', ...until } };
}

function nextOf({ state, delivery, payment }: OrderView, t: Translate): string[] {
  const cash = delivery.kind === 'pickup' ? t('order.next.cashPickup') : t('order.next.cash');
  const carry = delivery.kind === 'pickup' ? t('order.next.pickup') : t('order.next.carry');
  switch (state) {
    case 'awaiting-payment':
    case 'part-paid':
      return [t('order.next.pay'), t('order.next.prepare'), carry];
    case 'awaiting-confirmation':
      return [t('order.next.call'), t('order.next.prepare'), carry, cash];
    case 'paid':
    case 'confirmed':
    case 'preparing':
      return [t('order.next.prepare'), carry, ...(payment === 'cod' ? [cash] : [])];
    case 'shipped':
      return payment === 'cod' ? [cash] : [];
    case 'refund-due':
      return [t('order.next.refund')];
    case 'delivery-failed':
      return [t('order.next.failed')];
    default:
      return [];
  }
}

function pageLine({ snapshot, quantity, unitDong, totalDong, discountDong }: OrderViewLine, language: Language, t: Translate, dong: (amount: number) => string): OrderPageLine {
  const { name, label, productId, producer, star, contents, sample } = snapshot;
  return {
    name: name[language],
    label,
    ...(productId !== undefined && { href: productPath(language, productId) }),
    ...(producer !== undefined && { producer }),
    ...(star !== undefined && { star: t('order.starThen', { count: star.stars }) }),
    quantity,
    unit: dong(unitDong),
    total: dong(totalDong + discountDong),
    contents: (contents ?? []).map((content) => `${content.quantity} × ${content.name[language]}, ${content.label}`),
    sample,
  };
}

function personOf({ name, phone, email, note, invoice }: NonNullable<OrderView['person']>): NonNullable<OrderPage['person']> {
  return {
    name,
    phone: formatPhoneNumber(phone),
    ...(email !== undefined && { email }),
    ...(note !== undefined && { note }),
    ...(invoice !== undefined && { invoice: [invoice.company, invoice.taxCode, invoice.address].filter(Boolean).join(', ') }),
  };
}

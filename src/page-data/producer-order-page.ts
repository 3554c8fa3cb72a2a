import { DELIVERY_FAILURES, type DeliveryFailure } from '../domain/cash-on-delivery.ts';
import { formatDong } from '../domain/money.ts';
import { spacedOrderNumber } from '../domain/order-number.ts';
import { formatPhoneNumber } from '../domain/phone-number.ts';
import { formatDate } from '../i18n/format-date.ts';
import { FAILURE_NAMES } from '../publish/desk-shop/failure-words.ts';
import type { ProducerOrderRefusal, ProducerOrderView } from '../publish/producer-order-view.ts';
import type { View } from '../publish/view.ts';
import { timeInVietnam } from './desk/vietnam-time.ts';
import type { Link } from './place-view.ts';

type Part = Extract<ProducerOrderView, { step: 'part' }>;

export interface ProducerOrderPage {
  title: string;
  lede: string;
  closed: boolean;
  part?: Part | undefined;
  number: string;
  /** One line about how far it is. */
  state: string;
  done?: string | undefined;
  phone?: Link | undefined;
  collect: string;
  /** Which buttons are shown. */
  mayAccept: boolean;
  mayRefuse: boolean;
  mayShip: boolean;
  mayCorrect: boolean;
  mayFail: boolean;
  failures: readonly { value: DeliveryFailure; text: string }[];
  isOut: boolean;
  seller: string;
  sellerPhone?: Link | undefined;
  until: string;
  time: string;
}

/** Undefined for a request that did not come over a signed link. */
export function producerOrderPage(view: View): ProducerOrderPage | undefined {
  const shown = view.producerOrder;
  if (shown === undefined) return undefined;
  const none = { number: '', state: '', collect: '', mayAccept: false, mayRefuse: false, mayShip: false, mayCorrect: false, mayFail: false, failures: [], isOut: false, until: '', time: '' };
  const { seller } = view.catalogue.shop;
  if (shown.step === 'closed') return { ...REFUSALS[shown.reason], ...none, closed: true, seller: seller?.name ?? '', sellerPhone: seller && telephone(seller.phone) };
  const { over, acceptedAt, outOfStockAt, shippedAt, to } = shown;
  const isOut = outOfStockAt !== undefined;
  return {
    title: `Đơn hàng ${spacedOrderNumber(shown.number)}`,
    lede: over ? 'Đơn này đã kết thúc.' : shown.state === 'delivery-failed' ? failedLede(shown) : shippedAt !== undefined ? 'Phần của quý vị đã gửi. Cảm ơn quý vị.' : isOut ? 'Đã báo hết hàng. Bên bán sẽ gọi người mua; có hàng lại thì bấm nút dưới.' : acceptedAt !== undefined ? 'Đã nhận đơn. Gói hàng xong, gửi rồi thì báo ở đây.' : 'Xem hàng, rồi trả lời ở dưới.',
    closed: false,
    part: shown,
    number: spacedOrderNumber(shown.number),
    state: stateOf(shown),
    done: shown.done === undefined ? undefined : DONE[shown.done],
    phone: to && { text: formatPhoneNumber(to.phone), href: `tel:${to.phone}` },
    collect: collectOf(shown),
    mayAccept: !over && shippedAt === undefined && acceptedAt === undefined && !isOut,
    mayRefuse: !over && shippedAt === undefined && !isOut,
    mayShip: !over && shippedAt === undefined && !isOut,
    mayCorrect: !over && shippedAt !== undefined,
    mayFail: shown.state === 'shipped',
    failures: DELIVERY_FAILURES.map((value) => ({ value, text: FAILURE_NAMES[value] })),
    isOut: isOut && !over,
    seller: shown.seller,
    sellerPhone: shown.sellerPhone === undefined ? undefined : telephone(shown.sellerPhone),
    until: formatDate(shown.until, 'vi'),
    time: timeInVietnam(shown.at),
  };
}

function telephone(phone: string): Link {
  return { text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` };
}

function failedLede({ failure }: Part): string {
  return `${failure === undefined ? 'Chưa giao được' : `Chưa giao được: ${FAILURE_NAMES[failure].toLowerCase()}`}. Bên bán đang gọi người mua; giữ hàng lại, chờ bên bán báo.`;
}

function stateOf({ acceptedAt, outOfStockAt, shippedAt, over }: Part): string {
  if (shippedAt !== undefined) return `đã gửi lúc ${timeInVietnam(shippedAt)}`;
  if (over) return 'đơn đã kết thúc';
  if (outOfStockAt !== undefined) return `đã báo hết hàng lúc ${timeInVietnam(outOfStockAt)}`;
  return acceptedAt === undefined ? 'chờ quý vị trả lời' : `đã nhận đơn lúc ${timeInVietnam(acceptedAt)}`;
}

function collectOf({ payment, collectDong, others }: Part): string {
  if (payment !== 'cod') return 'Người mua đã trả tiền: không thu gì khi giao.';
  if (collectDong !== undefined) return collectDong === 0 ? 'Không thu gì khi giao.' : `Thu khi giao: ${formatDong(collectDong, 'vi')}`;
  return `Đơn còn ${others} phần của chủ thể khác: bên bán sẽ báo ai thu tiền khi giao.`;
}

const DONE: Readonly<Record<NonNullable<Part['done']>, string>> = {
  accepted: 'Đã nhận đơn.',
  'out-of-stock': 'Đã báo hết hàng cho bên bán.',
  shipped: 'Đã báo là đã gửi. Người mua nhận được tin.',
  'in-stock': 'Đã báo có hàng lại.',
  'delivery-failed': 'Đã báo cho bên bán là chưa giao được.',
};

const REFUSALS: Readonly<Record<ProducerOrderRefusal, { title: string; lede: string }>> = {
  unknown: { title: 'Liên kết không đúng', lede: 'Liên kết này không mở được đơn nào. Có thể tin nhắn bị cắt mất đoạn cuối: xin mở lại từ tin nhắn gốc, hoặc nhờ bên bán gửi lại.' },
  ended: { title: 'Liên kết đã hết hạn', lede: 'Đơn đã xong từ lâu. Cần xem lại thì xin nhờ bên bán gửi liên kết mới.' },
  revoked: { title: 'Liên kết không còn dùng', lede: 'Bên bán đã đóng liên kết này. Nếu có tin nhắn mới hơn, xin mở liên kết trong đó.' },
  'too-many': { title: 'Hôm nay đã trả lời nhiều lần', lede: 'Xin gọi bên bán, hoặc trả lời tiếp vào ngày mai.' },
  unreadable: { title: 'Chưa nhận được', lede: 'Những gì gửi tới không đọc được. Xin mở lại liên kết trong tin nhắn rồi bấm lại.' },
  fault: { title: 'Máy chủ gặp lỗi', lede: 'Câu trả lời có thể chưa được ghi. Xin mở lại liên kết và xem tình trạng trước khi bấm lại.' },
};

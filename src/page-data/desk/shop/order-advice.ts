import { afterFailedDelivery, MOST_TRIES, type DeliveryFailure } from '../../../domain/cash-on-delivery.ts';
import type { OrderDetails } from '../../../publish/desk-shop/order-details.ts';

type Advised = Pick<OrderDetails, 'state' | 'payment' | 'failures' | 'failure' | 'tasks'>;

/** What the office does next about an order, in a sentence or two; empty where nothing is to be done. */
export function orderAdvice(order: Advised): string {
  const { state, payment, tasks } = order;
  if (tasks.some(({ kind, done }) => kind === 'out-of-stock' && done === undefined)) return 'Chủ thể báo hết hàng: gọi người mua trước khi làm gì khác.';
  switch (state) {
    case 'awaiting-confirmation':
      return 'Gọi người mua: đúng người, đúng hàng, đúng địa chỉ, hẹn giờ nhận. Đồng ý thì xác nhận; không gọi được thì để đó, hết giờ giữ hàng đơn tự hết hạn.';
    case 'awaiting-payment':
      return 'Chờ tiền. Không cần làm gì: tiền tới thì đơn tự chuyển, hết giờ giữ hàng thì đơn tự hết hạn.';
    case 'part-paid':
      return 'Tiền tới chưa đủ. Gọi người mua trả nốt, hoặc xác nhận nhận đơn với số đã trả.';
    case 'paid':
    case 'confirmed':
      return 'Chờ chủ thể nhận đơn. Chưa có thư điện tử thì gửi tin nhắn ở dưới.';
    case 'preparing':
      return 'Chủ thể đang chuẩn bị. Quá hẹn thì gọi hỏi.';
    case 'shipped':
      return payment === 'cod' ? 'Đang trên đường. Bưu tá báo đã giao và đã thu tiền thì ghi là đã giao.' : 'Đang trên đường. Bưu tá báo đã giao thì ghi là đã giao.';
    case 'delivery-failed':
      return afterFailure(order);
    case 'refund-due':
      return 'Chờ hoàn tiền cho người mua.';
    case 'delivered':
      return 'Đơn đã xong. Chỉ ghi hàng quay về khi người mua trả lại hàng.';
    default:
      return '';
  }
}

const TRY_AGAIN: Readonly<Partial<Record<DeliveryFailure, string>>> = {
  'asked-for-later': 'Người nhận hẹn lúc khác: chốt ngày giờ với bưu tá, giao lại thì bấm “Đã gửi hàng”.',
};
const RETURN: Readonly<Partial<Record<DeliveryFailure, string>>> = {
  refused: 'Người nhận không lấy hàng: không giao lại, cho hàng quay về.',
  damaged: 'Hàng hỏng trên đường: không giao lại, cho hàng quay về và báo đơn vị giao.',
};

/** Where it was not recorded why, the mildest reason counts. */
function afterFailure({ failure = 'not-reached', failures }: Advised): string {
  switch (afterFailedDelivery(failure, failures)) {
    case 'try-again':
      return TRY_AGAIN[failure] ?? 'Có thể giao lại: hẹn lại với người mua rồi bấm “Đã gửi hàng”.';
    case 'call':
      return 'Gọi người mua trước: hỏi lại địa chỉ cho đúng, báo bưu tá, rồi mới bấm “Đã gửi hàng”.';
    case 'return':
      return RETURN[failure] ?? `Đã giao ${MOST_TRIES} lần không được: cho hàng quay về.`;
  }
}

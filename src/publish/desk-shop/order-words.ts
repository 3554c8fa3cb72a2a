import type { OrderState } from '../../domain/order-status.ts';
import type { PaymentMethod } from '../../domain/order.ts';

/** As the office, its files and producers say it. */
export const ORDER_STATE_NAMES: Readonly<Record<OrderState, string>> = {
  'awaiting-payment': 'chờ tiền',
  'part-paid': 'trả thiếu',
  'awaiting-confirmation': 'chờ gọi xác nhận',
  paid: 'đã trả tiền',
  confirmed: 'đã xác nhận',
  preparing: 'đang chuẩn bị',
  shipped: 'đang giao',
  'delivery-failed': 'giao không được',
  returned: 'đã trả hàng',
  delivered: 'đã giao',
  cancelled: 'đã huỷ',
  expired: 'hết hạn giữ hàng',
  'refund-due': 'chờ hoàn tiền',
  refunded: 'đã hoàn tiền',
};

/** Beforehand, cash on delivery asks for a deposit at most. */
export function orderStateName(state: OrderState, payment: PaymentMethod): string {
  return state === 'paid' && payment === 'cod' ? 'đã đặt cọc' : ORDER_STATE_NAMES[state];
}

export const PAYMENT_NAMES: Readonly<Record<PaymentMethod, string>> = {
  cod: 'trả khi nhận hàng',
  vietqr: 'chuyển khoản VietQR',
  stripe: 'thẻ quốc tế',
  practice: 'thanh toán thử',
};

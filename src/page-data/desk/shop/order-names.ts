import type { OrderEvent, OrderState } from '../../../domain/order-status.ts';
import { isSelfClosed, MESSAGE_SENT, type OrderTaskKind } from '../../../domain/order-task.ts';
import { FAILURE_NAMES } from '../../../publish/desk-shop/failure-words.ts';
import type { OrderTask } from '../../../publish/desk-shop/order-task.ts';
import { ORDER_STATE_NAMES } from '../../../publish/desk-shop/order-words.ts';

export const TASK_NAMES: Readonly<Record<OrderTaskKind, string>> = {
  refund: 'Hoàn tiền',
  'out-of-stock': 'Chủ thể hết hàng',
  'tell-producer': 'Nhắn chủ thể',
  'part-paid': 'Trả thiếu',
  'delivery-failed': 'Giao không được',
  returned: 'Hàng quay về',
  review: 'Khoản tiền cần xem',
};

/** What to do about a task, in one sentence. */
export const TASK_ADVICE: Readonly<Record<OrderTaskKind, string>> = {
  refund: 'Chuyển trả cho người mua, rồi ghi số bút toán.',
  'out-of-stock': 'Gọi người mua: đổi hàng, chờ, hoặc huỷ đơn.',
  'tell-producer': 'Chủ thể không có thư điện tử nên chưa biết có đơn. Ở trang của đơn có sẵn tin nhắn kèm liên kết: chép, gửi qua Zalo hay SMS. Chủ thể mở liên kết thì việc này tự xong.',
  'part-paid': 'Gọi người mua trả nốt, xác nhận với số đã trả, hoặc huỷ đơn.',
  'delivery-failed': 'Gọi người mua, rồi giao lại hoặc cho hàng quay về.',
  returned: 'Xem hàng còn bán được không, rồi sửa số trong kho.',
  review: 'Tìm đơn của khoản tiền này rồi gán vào, hoặc ghi đã xử lý thế nào.',
};

const BECAUSE: Readonly<Record<string, string>> = {
  ...FAILURE_NAMES,
  'unknown-order': 'Không tìm thấy mã đơn trong nội dung chuyển khoản.',
  'other-account': 'Tiền vào tài khoản khác tài khoản của bên bán.',
  'other-currency': 'Không phải tiền đồng.',
  'maybe-known': 'Có thể là khoản đã báo trước đó, ngày ghi sổ khác nhau.',
  'link-asked': 'Người mua hỏi lại liên kết, đơn không có thư điện tử: nhắn liên kết tới số điện thoại ghi trong đơn, không phải số đang gọi.',
  'paid-back-too-much': 'Đã hoàn nhiều hơn số đã nhận.',
};

export function becauseOf({ because }: Pick<OrderTask, 'because'>): string {
  return because === undefined ? '' : (BECAUSE[because] ?? because);
}

const OTHER_REASONS: Readonly<Record<string, string>> = {
  'in-stock-again': 'có hàng lại',
  'link-opened': 'chủ thể đã mở liên kết',
  'link-closed': 'đã đóng liên kết',
  'link-renewed': 'đã tạo liên kết mới',
  'part-answered': 'chủ thể đã trả lời',
  mailed: 'đã gửi bằng thư điện tử',
};

/** Why a task is done: it closed by itself, or what somebody wrote. */
export function doneWhy(why: string): string {
  if (why === MESSAGE_SENT) return 'đã gửi tin nhắn';
  if (!isSelfClosed(why)) return why;
  return OTHER_REASONS[why] ?? `đơn ${ORDER_STATE_NAMES[why.slice('order-'.length) as OrderState]}`;
}

/** Buttons of the office. */
export const OFFICE_DEEDS: Readonly<Partial<Record<OrderEvent, string>>> = {
  confirmed: 'Xác nhận đơn',
  shipped: 'Đã gửi hàng',
  delivered: 'Đã giao tới',
  'delivery-failed': 'Giao không được',
  returned: 'Hàng quay về',
  'cancelled-by-office': 'Huỷ đơn',
};

/** Everything that a history can name: events of orders, and deeds in the audit. */
export const STEP_NAMES: Readonly<Record<string, string>> = {
  placed: 'Đặt hàng',
  paid: 'Nhận đủ tiền',
  'part-paid': 'Nhận thiếu tiền',
  'over-paid': 'Nhận thừa tiền',
  'paid-late': 'Tiền tới muộn',
  confirmed: 'Xác nhận đơn',
  accepted: 'Chủ thể nhận đơn',
  'out-of-stock': 'Chủ thể báo hết hàng',
  shipped: 'Gửi hàng',
  delivered: 'Giao tới',
  'delivery-failed': 'Giao không được',
  returned: 'Hàng quay về',
  'cancelled-by-buyer': 'Người mua huỷ',
  'cancelled-by-office': 'Văn phòng huỷ',
  expired: 'Hết hạn giữ hàng',
  refunded: 'Hoàn tiền xong',
  'order-refunded': 'Ghi đã hoàn tiền',
  'payment-assigned': 'Gán khoản tiền vào đơn',
  'producer-link-revoked': 'Đóng liên kết của chủ thể',
  'producer-link-renewed': 'Tạo liên kết mới cho chủ thể',
  'part-accepted': 'Ghi thay: chủ thể nhận đơn',
  'part-out-of-stock': 'Ghi thay: chủ thể hết hàng',
  'part-in-stock': 'Ghi thay: chủ thể có hàng lại',
  'part-shipped': 'Ghi thay: chủ thể đã gửi',
  'order-person-exported': 'Lấy thông tin người mua ra tệp',
  'order-person-deleted': 'Xoá thông tin người mua',
  'task-tell-producer-closed': 'Việc tự đóng: nhắn chủ thể',
  'task-tell-producer-done': 'Xong việc: nhắn chủ thể',
  'task-out-of-stock-closed': 'Việc tự đóng: hết hàng',
  'task-part-paid-closed': 'Việc tự đóng: trả thiếu',
  'task-delivery-failed-closed': 'Việc tự đóng: giao không được',
  'task-out-of-stock-done': 'Xong việc: hết hàng',
  'task-part-paid-done': 'Xong việc: trả thiếu',
  'task-delivery-failed-done': 'Xong việc: giao không được',
  'task-returned-done': 'Xong việc: hàng quay về',
  'task-review-done': 'Xong việc: khoản tiền',
};

/** `buyer`, `system`, `payment`, `producer:<id>` and names of users, as people say them. */
export function whoIs(who: string, producerName: (id: string) => string): string {
  const [kind = '', id] = who.split(':');
  if (kind === 'producer' && id !== undefined) return producerName(id);
  return { buyer: 'người mua', system: 'hệ thống', payment: 'thanh toán' }[who] ?? who;
}

/** Colour of a state: waits for the office, goes well, ended badly, at rest. */
export function toneOf(state: OrderState): 'wait' | 'go' | 'bad' | 'rest' {
  if (state === 'awaiting-confirmation' || state === 'part-paid' || state === 'delivery-failed' || state === 'refund-due') return 'wait';
  if (state === 'paid' || state === 'confirmed' || state === 'preparing' || state === 'shipped' || state === 'delivered') return 'go';
  return state === 'cancelled' || state === 'expired' || state === 'returned' ? 'bad' : 'rest';
}

import { z } from 'zod';
import { formatDong } from '../../../domain/money.ts';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import { buttonHtml, escapeHtml, htmlMail, paragraphHtml } from '../html-text.ts';
import type { MailContent } from '../mail-transport.ts';

const TASKS = ['confirm', 'refund', 'out-of-stock', 'tell-producer', 'part-paid', 'delivery-failed', 'returned', 'review'] as const;

/** Nothing of who ordered: that stays at the desk. */
export const orderTaskPayload = z.strictObject({
  task: z.enum(TASKS),
  /** Absent for money that no order was found for. */
  number: z.string().optional(),
  /** Whole đồng. */
  dong: z.int().min(0).optional(),
  /** Address of the order, or of the money to look at. */
  deskUrl: z.url(),
});
export type OrderTaskPayload = z.infer<typeof orderTaskPayload>;

const WORDS: Readonly<Record<OrderTaskPayload['task'], { subject: string; what: string }>> = {
  confirm: { subject: 'Đơn mới chờ gọi xác nhận', what: 'Đơn trả tiền khi nhận hàng: gọi người mua, rồi xác nhận ở bàn làm việc để chủ thể bắt đầu chuẩn bị.' },
  refund: { subject: 'Cần hoàn tiền', what: 'Chuyển trả tiền cho người mua, rồi ghi số bút toán ở bàn làm việc.' },
  'out-of-stock': { subject: 'Chủ thể báo hết hàng', what: 'Gọi người mua: đổi hàng, chờ, hoặc huỷ đơn.' },
  'tell-producer': { subject: 'Cần nhắn chủ thể', what: 'Chủ thể không có thư điện tử nên chưa biết có đơn: mở đơn ở bàn làm việc, chép tin nhắn có liên kết, gửi qua Zalo hay SMS.' },
  'part-paid': { subject: 'Người mua trả thiếu', what: 'Gọi người mua trả nốt, nhận đơn với số đã trả, hoặc huỷ đơn và hoàn tiền.' },
  'delivery-failed': { subject: 'Giao không được', what: 'Gọi người mua, rồi giao lại hoặc cho hàng quay về.' },
  returned: { subject: 'Hàng đã quay về', what: 'Xem hàng còn bán được không, rồi sửa số trong kho.' },
  review: { subject: 'Có khoản tiền cần xem', what: 'Chưa rõ khoản tiền này của đơn nào, hoặc số tiền không khớp.' },
};

/** Somebody of the office has something to do; in Vietnamese only. */
export function orderTaskMail({ task, number, dong, deskUrl }: OrderTaskPayload): MailContent {
  const { subject, what } = WORDS[task];
  const title = number === undefined ? subject : `${subject}: ${spacedOrderNumber(number)}`;
  const amount = dong === undefined ? [] : [`Số tiền: ${formatDong(dong, 'vi')}`];
  const link = number === undefined ? 'Mở mục tiền' : 'Mở đơn ở bàn làm việc';
  return {
    subject: title,
    text: [what, ...amount, deskUrl].join('\n\n') + '\n',
    html: htmlMail('vi', [`<h1>${escapeHtml(title)}</h1>`, paragraphHtml(what), ...amount.map((words) => paragraphHtml(words, 'note')), buttonHtml(link, deskUrl)].join('\n')),
  };
}

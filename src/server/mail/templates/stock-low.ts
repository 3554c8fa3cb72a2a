import { z } from 'zod';
import { buttonHtml, escapeHtml, htmlMail, paragraphHtml } from '../html-text.ts';
import type { MailContent } from '../mail-transport.ts';

export const stockLowPayload = z.strictObject({
  /** Product and pack. */
  name: z.string(),
  sku: z.string(),
  /** Packs that can still be ordered. */
  left: z.int().min(0),
  deskUrl: z.url(),
});
export type StockLowPayload = z.infer<typeof stockLowPayload>;

/** To the office, in Vietnamese only. */
export function stockLowMail({ name, sku, left, deskUrl }: StockLowPayload): MailContent {
  const title = left === 0 ? `Hết hàng: ${name}` : `Sắp hết hàng: ${name}`;
  const what = left === 0 ? 'Trang không nhận thêm đơn nào có mặt hàng này.' : `Chỉ còn ${left} gói chưa có người đặt.`;
  const then = 'Hỏi chủ thể còn bao nhiêu, rồi sửa số trong kho.';
  return {
    subject: title,
    text: [what, then, `Mã hàng: ${sku}`, deskUrl].join('\n\n') + '\n',
    html: htmlMail('vi', [`<h1>${escapeHtml(title)}</h1>`, paragraphHtml(what, 'note'), paragraphHtml(then), buttonHtml('Mở kho', deskUrl), paragraphHtml(`Mã hàng: ${sku}`, 'soft')].join('\n')),
  };
}

import { z } from 'zod';
import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { REPORT_KINDS } from '../../../domain/report.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { escapeHtml, htmlMail } from '../html-text.ts';
import type { MailContent } from '../mail-transport.ts';

/** Nothing that the sender wrote: that stays at the desk, where it can be deleted. */
export const reportReceivedPayload = z.strictObject({
  /** As people say it: PA-7K2M9-QX4TB. */
  reference: z.string(),
  kind: z.enum(REPORT_KINDS),
  /** Milliseconds since 1970. */
  at: z.int(),
  hasPhotograph: z.boolean(),
  /** Address of the report at the desk. */
  deskUrl: z.url(),
});

export type ReportReceivedPayload = z.infer<typeof reportReceivedPayload>;

const KINDS: Readonly<Record<ReportReceivedPayload['kind'], string>> = {
  'star-misuse': 'dùng sao OCOP không đúng',
  'wrong-data': 'thông tin trên trang chưa đúng',
  'bad-goods': 'hàng có vấn đề',
  'my-data': 'yêu cầu về dữ liệu cá nhân',
  other: 'việc khác',
};

export function reportReceivedMail({ reference, kind, at, hasPhotograph, deskUrl }: ReportReceivedPayload): MailContent {
  const intro = `Có phản ánh mới, nhận ngày ${formatDate(dayInVietnam(at), 'vi')}, về việc: ${KINDS[kind]}${hasPhotograph ? ', kèm ảnh' : ''}.`;
  const where = 'Nội dung và cách liên hệ với người gửi chỉ xem được ở bàn làm việc.';
  return {
    subject: `Phản ánh mới ${reference}`,
    text: `${intro}\n\n${where}\n\n${deskUrl}\n`,
    html: htmlMail('vi', `<p>${intro}</p>\n<p>${where}</p>\n<p><a href="${escapeHtml(deskUrl)}">Mở phản ánh ${escapeHtml(reference)}</a></p>`),
  };
}

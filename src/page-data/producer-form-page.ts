import { dayInVietnam } from '../domain/calendar-day.ts';
import { formatDate } from '../i18n/format-date.ts';
import type { ChangeState } from '../publish/desk-change.ts';
import type { FormSection } from '../publish/desk-form.ts';
import type { ProducerRefusal } from '../publish/producer-form-view.ts';
import type { View } from '../publish/view.ts';

export interface ProducerFormPage {
  title: string;
  lede: string;
  sections: readonly FormSection[];
  problems: readonly string[];
  /** "Chưa gửi được": undefined while nothing was wrong. */
  notSent?: string | undefined;
  justSent?: string | undefined;
  sent: readonly { code: string; day: string; state: string }[];
  /** A link that takes nothing any more: only title and lede are shown. */
  closed: boolean;
  office?: { name: string; phone?: string | undefined } | undefined;
}

/** Undefined for a request that did not come over a signed link. */
export function producerFormPage(view: View): ProducerFormPage | undefined {
  const form = view.producerForm;
  if (form === undefined) return undefined;
  const { office } = view.catalogue.site;
  const contact = office && { name: office.name, phone: office.phone };
  if (form.step === 'closed') return { ...REFUSALS[form.reason], sections: [], problems: [], sent: [], closed: true, office: contact };
  return {
    title: `Khai lô hàng: ${form.product}`,
    lede: `${form.producer} khai, văn phòng xem rồi đăng lên trang. Ô nào chưa biết thì để trống. Liên kết này dùng đến hết ngày ${formatDate(form.until, 'vi')}; xin đừng chuyển cho người ngoài.`,
    sections: form.sections,
    problems: form.problems,
    notSent: form.faults === 0 ? undefined : `Chưa gửi được, còn ${form.faults} chỗ cần xem lại. Những gì đã điền vẫn còn nguyên.`,
    justSent: form.justSent,
    sent: form.sent.map(({ code, at, state }) => ({ code, day: formatDate(dayInVietnam(at), 'vi'), state: STATES[state] })),
    closed: false,
    office: contact,
  };
}

/** As the producer sees it. */
const STATES: Readonly<Record<ChangeState, string>> = {
  draft: 'chờ văn phòng duyệt',
  waiting: 'chờ văn phòng duyệt',
  writing: 'đang đăng',
  written: 'đã đăng',
  undoing: 'đang gỡ',
  undone: 'văn phòng đã gỡ',
  withdrawn: 'văn phòng không nhận',
};

const REFUSALS: Readonly<Record<ProducerRefusal, { title: string; lede: string }>> = {
  unknown: { title: 'Liên kết không đúng', lede: 'Liên kết này không mở được biểu mẫu nào. Có thể tin nhắn bị cắt mất đoạn cuối: xin mở lại từ tin nhắn gốc, hoặc nhờ văn phòng gửi lại.' },
  ended: { title: 'Liên kết đã hết hạn', lede: 'Xin nhờ văn phòng gửi liên kết mới. Các lô đã gửi vẫn được giữ.' },
  revoked: { title: 'Liên kết không còn dùng', lede: 'Văn phòng đã đóng liên kết này. Xin nhờ văn phòng gửi liên kết mới nếu cần.' },
  'no-pack': { title: 'Chưa khai lô được', lede: 'Sản phẩm chưa có quy cách nào trên trang. Xin báo văn phòng thêm quy cách, rồi mở lại liên kết này.' },
  'too-many': { title: 'Hôm nay đã gửi nhiều lần', lede: 'Xin gửi tiếp vào ngày mai, hoặc gọi văn phòng.' },
  'too-large': { title: 'Ảnh quá lớn', lede: 'Chưa nhận được lô này. Xin quay lại, chọn ảnh nhỏ hơn rồi gửi lại.' },
  unreadable: { title: 'Chưa nhận được', lede: 'Những gì gửi tới không đọc được. Xin mở lại liên kết trong tin nhắn rồi điền lại.' },
  busy: { title: 'Đang bận', lede: 'Đang có nhiều người gửi cùng lúc. Xin quay lại và gửi sau một phút.' },
  fault: { title: 'Máy chủ gặp lỗi', lede: 'Lô này có thể chưa được nhận. Xin mở lại liên kết và xem danh sách lô đã gửi trước khi gửi lại.' },
};

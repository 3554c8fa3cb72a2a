import { deskPath } from '../../paths.ts';
import type { RefusalReason } from '../../publish/desk-page.ts';
import type { View } from '../../publish/view.ts';
import { deskContent } from './desk-content.ts';
import type { Link } from '../place-view.ts';

export interface DeskRefusalPage {
  title: string;
  text: string;
  wayOut: Link;
}

const HOME: Link = { text: 'Về trang việc cần làm', href: deskPath() };

const PAGES: Readonly<Record<RefusalReason, DeskRefusalPage>> = {
  role: { title: 'Việc này dành cho người duyệt', text: 'Tên đang đăng nhập không có quyền làm việc này. Nhờ một người duyệt, hoặc đăng nhập bằng tên khác.', wayOut: HOME },
  form: { title: 'Chưa ghi gì cả', text: 'Trang đã mở từ phiên làm việc trước nên không nhận được. Mở lại trang rồi làm lại việc vừa rồi.', wayOut: HOME },
  origin: { title: 'Chưa ghi gì cả', text: 'Yêu cầu này không được gửi từ trang của phần quản lý nên bị từ chối. Nếu chính bạn vừa bấm nút, hãy mở lại trang rồi thử lại.', wayOut: HOME },
  'too-large': { title: 'Nội dung quá dài', text: 'Những gì vừa gửi dài hơn mức nhận được. Chưa ghi gì cả.', wayOut: HOME },
  gone: { title: 'Không còn thay đổi này', text: 'Địa chỉ này không dẫn tới thay đổi nào. Có thể nó đã bị xoá hoặc địa chỉ bị gõ sai.', wayOut: { text: 'Xem mọi thay đổi', href: deskPath('thay-doi') } },
  'not-found': { title: 'Không có trang này', text: 'Địa chỉ này không có trong phần quản lý.', wayOut: HOME },
};

/** Undefined for a request that did not come through the desk's door. */
export function deskRefusalPage(view: View): DeskRefusalPage | undefined {
  const content = deskContent(view, 'refusal');
  return content && PAGES[content.reason];
}

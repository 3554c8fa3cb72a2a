import { deskPath } from '../../paths.ts';
import type { LoginNotice } from '../../publish/desk-page.ts';
import type { View } from '../../publish/view.ts';
import { deskContent } from './desk-content.ts';

export interface DeskLoginPage {
  action: string;
  returnTo?: string | undefined;
  notice?: { tone: 'problem' | 'note'; text: string } | undefined;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskLoginPage(view: View): DeskLoginPage | undefined {
  const content = deskContent(view, 'login');
  return content && { action: deskPath('dang-nhap'), returnTo: content.returnTo, notice: content.notice && noticeOf(content.notice) };
}

function noticeOf(notice: LoginNotice): DeskLoginPage['notice'] {
  switch (notice.reason) {
    case 'wrong':
      return { tone: 'problem', text: 'Tên hoặc câu mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.' };
    case 'wait':
      return { tone: 'problem', text: `Đã thử sai nhiều lần. Hãy đợi ${notice.minutes} phút rồi đăng nhập lại.` };
    case 'busy':
      return { tone: 'problem', text: 'Đang có nhiều người đăng nhập cùng lúc. Hãy thử lại sau ít giây.' };
    case 'ended':
      return { tone: 'note', text: 'Phiên làm việc đã hết. Mời đăng nhập lại.' };
    case 'left':
      return { tone: 'note', text: 'Đã đăng xuất.' };
  }
}

import { REPORT_STATES, spacedReference, type ReportEvent, type ReportKind, type ReportState } from '../../domain/report.ts';
import { formatCount } from '../../i18n/format-number.ts';
import { deskPath } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import type { Link } from '../place-view.ts';
import { productAt } from '../product-at.ts';
import { pageLinks } from './desk-changes-page.ts';
import { deskContent } from './desk-content.ts';
import { timeInVietnam } from './vietnam-time.ts';

export const REPORT_KIND_NAMES: Readonly<Record<ReportKind, string>> = {
  'star-misuse': 'Dùng sao không đúng',
  'wrong-data': 'Thông tin chưa đúng',
  'bad-goods': 'Hàng có vấn đề',
  'my-data': 'Dữ liệu cá nhân của người mua',
  other: 'Việc khác',
};

export const REPORT_STATE_NAMES: Readonly<Record<ReportState, string>> = { new: 'mới', looking: 'đang xem', answered: 'đã trả lời', closed: 'đóng' };

export const REPORT_EVENT_NAMES: Readonly<Record<ReportEvent, string>> = { take: 'Bắt đầu xem', answer: 'Đã trả lời', close: 'Đóng', reopen: 'Mở lại' };

/** As the address of the list says it. */
const STATE_WORDS: Readonly<Record<ReportState, string>> = { new: 'moi', looking: 'dang-xem', answered: 'da-tra-loi', closed: 'dong' };

export interface DeskReportsPage {
  rows: readonly { href: string; reference: string; start: string; kind: string; about: string; state: ReportState; stateName: string; time: string; hasPhotograph: boolean }[];
  filters: readonly (Link & { current: boolean })[];
  pages: readonly (Link & { current: boolean })[];
}

/** Undefined for a request that did not come through the desk's door. */
export function deskReportsPage(view: View): DeskReportsPage | undefined {
  const inbox = deskContent(view, 'reports')?.inbox;
  if (inbox === undefined) return undefined;
  const path = deskPath('phan-anh');
  const all = REPORT_STATES.reduce((sum, state) => sum + inbox.counts[state], 0);
  return {
    rows: inbox.reports.map(({ reference, start, kind, about, state, at, hasPhotograph }) => ({
      href: deskPath('phan-anh', reference),
      reference: spacedReference(reference),
      start,
      kind: REPORT_KIND_NAMES[kind],
      about: about === undefined ? '' : (productAt(view.catalogue, about)?.name ?? about),
      state,
      stateName: REPORT_STATE_NAMES[state],
      time: timeInVietnam(at),
      hasPhotograph,
    })),
    filters: [
      { text: `Tất cả: ${formatCount(all, 'vi')}`, href: path, current: inbox.state === undefined },
      ...REPORT_STATES.map((state) => ({ text: `${REPORT_STATE_NAMES[state]}: ${formatCount(inbox.counts[state], 'vi')}`, href: `${path}?loc=${STATE_WORDS[state]}`, current: inbox.state === state })),
    ],
    pages: pageLinks(path, inbox).map((link) => (inbox.state === undefined ? link : { ...link, href: `${link.href}&loc=${STATE_WORDS[inbox.state]}` })),
  };
}

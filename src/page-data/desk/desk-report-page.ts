import { spacedReference, type ReportEvent } from '../../domain/report.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { deskPath } from '../../paths.ts';
import type { ReportDetails } from '../../publish/desk-report.ts';
import type { View } from '../../publish/view.ts';
import type { Link } from '../place-view.ts';
import { productAt } from '../product-at.ts';
import { deskContent } from './desk-content.ts';
import { REPORT_EVENT_NAMES, REPORT_KIND_NAMES, REPORT_STATE_NAMES } from './desk-reports-page.ts';
import { timeInVietnam } from './vietnam-time.ts';

export interface DeskReportPage {
  report: ReportDetails;
  reference: string;
  kind: string;
  stateName: string;
  time: string;
  about?: Link | { text: string } | undefined;
  /** How to reach the sender, as a link where it can be one. */
  contact?: Link | undefined;
  contactDeleted?: string | undefined;
  photograph?: string | undefined;
  events: readonly { value: ReportEvent; text: string; weighty: boolean }[];
  inspection?: { paper: string; day: string; finding: string; who: string; time: string } | undefined;
  /** Where a revocation is drafted; undefined when the report is about no product, or nothing was inspected. */
  revoke?: Link | undefined;
  change?: Link | undefined;
  steps: readonly { what: string; who: string; time: string; note: string }[];
  to: (deed: string) => string;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskReportPage(view: View): DeskReportPage | undefined {
  const report = deskContent(view, 'report')?.report;
  if (report === undefined) return undefined;
  const { reference, about, contact, inspection, changeId } = report;
  const product = about === undefined ? undefined : productAt(view.catalogue, about);
  const to = (deed: string): string => deskPath('phan-anh', reference, deed);
  return {
    report,
    reference: spacedReference(reference),
    kind: REPORT_KIND_NAMES[report.kind],
    stateName: REPORT_STATE_NAMES[report.state],
    time: timeInVietnam(report.at),
    about: about === undefined ? undefined : aboutLink(about, product?.name),
    contact: contact === undefined ? undefined : contactLink(contact),
    contactDeleted: report.contactDeletedAt === undefined ? undefined : timeInVietnam(report.contactDeletedAt),
    photograph: report.hasPhotograph ? `${deskPath('phan-anh', reference)}anh.jpg` : undefined,
    events: report.events.map((value, at) => ({ value, text: REPORT_EVENT_NAMES[value], weighty: at === 0 })),
    inspection: inspection && { paper: inspection.paper, day: inspection.on === undefined ? '' : formatDate(inspection.on, 'vi'), finding: inspection.finding, who: inspection.by, time: timeInVietnam(inspection.at) },
    revoke: product === undefined || product.sample || inspection === undefined || changeId !== undefined ? undefined : { text: `Soạn thu hồi sao của ${product.name}`, href: `${deskPath('thu-hoi', product.id)}?phan-anh=${reference}` },
    change: changeId === undefined ? undefined : { text: 'Thay đổi thu hồi đã soạn từ phản ánh này', href: deskPath('thay-doi', changeId) },
    steps: report.steps.map(({ what, who, at, note }) => ({ what: STEP_NAMES[what] ?? what, who, time: timeInVietnam(at), note: note === undefined || /^change:/.test(note) ? '' : note })),
    to,
  };
}

const STEP_NAMES: Readonly<Record<string, string>> = {
  'report-received': 'Nhận',
  'report-take': 'Bắt đầu xem',
  'report-answer': 'Đã trả lời',
  'report-close': 'Đóng',
  'report-reopen': 'Mở lại',
  'report-inspected': 'Ghi kết quả kiểm tra',
  'report-revocation-drafted': 'Soạn thu hồi',
  'report-contact-deleted': 'Xoá cách liên hệ và ảnh',
  'report-words-deleted': 'Xoá cách liên hệ, ảnh và nội dung',
};

/** Only paths of this site become links: what was typed may lead anywhere. */
function aboutLink(about: string, product: string | undefined): Link | { text: string } {
  const text = product === undefined ? about : `${product} (${about})`;
  return /^\/(?![/\\])/.test(about) ? { text, href: about } : { text };
}

function contactLink(contact: string): Link {
  return { text: contact, href: contact.includes('@') ? `mailto:${contact}` : `tel:${contact.replace(/[^\d+]/g, '')}` };
}

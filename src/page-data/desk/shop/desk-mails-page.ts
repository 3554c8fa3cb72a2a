import { spacedOrderNumber } from '../../../domain/order-number.ts';
import { formatCount } from '../../../i18n/format-number.ts';
import { deskPath } from '../../../paths.ts';
import type { View } from '../../../publish/view.ts';
import type { Link } from '../../place-view.ts';
import { deskContent } from '../desk-content.ts';
import { timeInVietnam } from '../vietnam-time.ts';

export interface DeskMailsPage {
  action: string;
  rows: readonly { id: string; kind: string; time: string; state: 'dead' | 'waiting'; stateName: string; error: string; order?: Link | undefined; mayRetry: boolean }[];
  sent: string;
  anyDead: boolean;
}

const KINDS: Readonly<Record<string, string>> = {
  'order-received': 'Đã nhận đơn, gửi người mua',
  'order-paid': 'Đã nhận tiền, gửi người mua',
  'order-shipped': 'Đã gửi hàng, gửi người mua',
  'order-cancelled': 'Đã huỷ, gửi người mua',
  'order-refunded': 'Đã hoàn tiền, gửi người mua',
  'order-task': 'Việc cần làm, gửi văn phòng',
  'stock-low': 'Sắp hết hàng, gửi văn phòng',
  'producer-order': 'Đơn mới, gửi chủ thể',
  'expiry-reminder': 'Nhắc sao sắp hết, gửi văn phòng',
  'report-received': 'Phản ánh mới, gửi văn phòng',
  'lot-declared': 'Lô mới, gửi văn phòng',
};

/** Undefined for a request that did not come through the desk's door. */
export function deskMailsPage(view: View): DeskMailsPage | undefined {
  const content = deskContent(view, 'mails');
  if (content === undefined) return undefined;
  return {
    action: deskPath('thu'),
    rows: content.mails.map(({ id, kind, at, attempts, error, dead, order }) => ({
      id,
      kind: KINDS[kind] ?? kind,
      time: timeInVietnam(at),
      state: dead ? 'dead' : 'waiting',
      stateName: dead ? 'không gửi được' : attempts === 0 ? 'chờ gửi' : `thử lại, đã thử ${attempts} lần`,
      error,
      order: order === undefined ? undefined : { text: spacedOrderNumber(order), href: deskPath('don-hang', order) },
      mayRetry: dead || error !== '',
    })),
    sent: formatCount(content.sent, 'vi'),
    anyDead: content.mails.some(({ dead }) => dead),
  };
}

import { formatDong } from '../../../domain/money.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { deskPath } from '../../../paths.ts';
import type { VoucherLine } from '../../../publish/desk-shop/content.ts';
import type { View } from '../../../publish/view.ts';
import { deskContent } from '../desk-content.ts';
import { timeInVietnam } from '../vietnam-time.ts';

export interface DeskVouchersPage {
  action: string;
  rows: readonly { code: string; name: string; discount: string; rules: string; used: string; state: 'on' | 'off' | 'over'; stateName: string; stopped: string; sample: boolean }[];
  isApprover: boolean;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskVouchersPage(view: View): DeskVouchersPage | undefined {
  const vouchers = deskContent(view, 'vouchers')?.vouchers;
  if (vouchers === undefined) return undefined;
  return {
    action: deskPath('ma-giam-gia'),
    isApprover: view.desk?.user?.role === 'approver',
    rows: vouchers.map((voucher) => {
      const state = voucher.stopped !== undefined ? 'off' : voucher.until !== undefined && voucher.until < view.asOf ? 'over' : 'on';
      return {
        code: voucher.code,
        name: voucher.name,
        discount: discountWords(voucher),
        rules: rulesWords(voucher),
        used: voucher.limit === undefined ? `${voucher.used} lần` : `${voucher.used} trên ${voucher.limit} lần`,
        state,
        stateName: { on: 'đang dùng', off: 'đã tắt', over: 'hết hạn' }[state],
        stopped: voucher.stopped === undefined ? '' : `${voucher.stopped.by}, ${timeInVietnam(voucher.stopped.at)}`,
        sample: voucher.sample,
      };
    }),
  };
}

function discountWords({ discount }: VoucherLine): string {
  if ('dong' in discount) return `giảm ${formatDong(discount.dong, 'vi')}`;
  return `giảm ${discount.percent} %${discount.atMostDong === undefined ? '' : `, nhiều nhất ${formatDong(discount.atMostDong, 'vi')}`}`;
}

function rulesWords({ minimumDong, from, until, limitPerPhone }: VoucherLine): string {
  const rules = [
    minimumDong === undefined ? '' : `từ ${formatDong(minimumDong, 'vi')}`,
    from === undefined ? '' : `từ ngày ${formatDate(from, 'vi')}`,
    until === undefined ? '' : `đến hết ngày ${formatDate(until, 'vi')}`,
    limitPerPhone === undefined ? '' : `mỗi số điện thoại ${limitPerPhone} lần`,
  ].filter((text) => text !== '');
  return rules.join(', ');
}

import { formatDong } from '../../../domain/money.ts';
import { formatCount } from '../../../i18n/format-number.ts';
import { deskPath } from '../../../paths.ts';
import type { View } from '../../../publish/view.ts';
import type { Link } from '../../place-view.ts';
import { deskContent } from '../desk-content.ts';

export interface DeskStatementsPage {
  action: string;
  month: string;
  months: readonly { value: string; text: string; selected: boolean }[];
  rows: readonly { name: string; orders: string; packs: string; amount: string; files: readonly Link[]; sample: boolean }[];
  total: string;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskStatementsPage(view: View): DeskStatementsPage | undefined {
  const statements = deskContent(view, 'statements')?.statements;
  if (statements === undefined) return undefined;
  const { month, months, producers } = statements;
  return {
    action: deskPath('doi-soat'),
    month: monthName(month),
    months: months.map((value) => ({ value, text: monthName(value), selected: value === month })),
    rows: producers.map(({ id, name, orders, packs, dong, sample }) => ({
      name,
      orders: `${formatCount(orders, 'vi')} đơn`,
      packs: `${signed(packs)} gói`,
      amount: signedDong(dong),
      files: [
        { text: 'XLSX', href: `${deskPath('doi-soat', month)}${id}.xlsx` },
        { text: 'PDF', href: `${deskPath('doi-soat', month)}${id}.pdf` },
      ],
      sample,
    })),
    total: signedDong(producers.reduce((sum, { dong }) => sum + dong, 0)),
  };
}

function monthName(month: string): string {
  const [year = '', at = ''] = month.split('-');
  return `tháng ${Number(at)}/${year}`;
}

/** More came back in a month than was brought: below zero. */
function signedDong(dong: number): string {
  return `${dong < 0 ? '−' : ''}${formatDong(Math.abs(dong), 'vi')}`;
}

function signed(count: number): string {
  return `${count < 0 ? '−' : ''}${formatCount(Math.abs(count), 'vi')}`;
}

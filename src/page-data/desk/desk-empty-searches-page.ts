import { formatDate } from '../../i18n/format-date.ts';
import { formatCount } from '../../i18n/format-number.ts';
import { deskPath, searchPath } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import { deskContent } from './desk-content.ts';

export interface DeskEmptySearchesPage {
  summary: string;
  rows: readonly { text: string; href: string; searches: string; days: string; lastDay: string }[];
  csv: string;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskEmptySearchesPage(view: View): DeskEmptySearchesPage | undefined {
  const found = deskContent(view, 'empty-searches')?.searches;
  if (found === undefined) return undefined;
  const { days, searches, empty, rows } = found;
  return {
    summary: searches === 0 ? `Chưa có lượt tìm nào trong ${days} ngày qua.` : `Trong ${days} ngày qua có ${formatCount(searches, 'vi')} lượt tìm, ${formatCount(empty, 'vi')} lượt không thấy gì.`,
    rows: rows.map((row) => ({ text: row.text, href: `${searchPath('vi')}?${new URLSearchParams({ q: row.text })}`, searches: formatCount(row.searches, 'vi'), days: formatCount(row.days, 'vi'), lastDay: formatDate(row.lastDay, 'vi') })),
    csv: `${deskPath('tim-khong-thay')}tim-khong-thay.csv`,
  };
}

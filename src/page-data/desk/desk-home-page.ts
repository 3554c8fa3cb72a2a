import { formatDate } from '../../i18n/format-date.ts';
import { formatCount } from '../../i18n/format-number.ts';
import type { LastPublish, ShopToDo } from '../../publish/desk-page.ts';
import type { View } from '../../publish/view.ts';
import { deskPath } from '../../paths.ts';
import type { Link } from '../place-view.ts';
import { changeRow, type ChangeRow } from './change-words.ts';
import { deskContent } from './desk-content.ts';
import { timeInVietnam } from './vietnam-time.ts';
import { workList, type WorkGroup } from './work-list.ts';

export interface DeskHomePage {
  asOf: string;
  groups: readonly WorkGroup[];
  /** Facts about the latest publish, label and value; empty while nothing was published. */
  lastPublish: readonly { label: string; value: string }[];
  /** Sentences about mail that did not go out. */
  mail: readonly string[];
  /** Changes in which somebody still has to do something. */
  open: readonly ChangeRow[];
  /** "2 phản ánh mới": undefined when there is none. */
  reports?: Link | undefined;
  /** What waits in the shop. */
  shop: readonly Link[];
  /** What people looked for in vain; undefined when there is nothing to see. */
  emptySearches?: Link | undefined;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskHomePage(view: View): DeskHomePage | undefined {
  const content = deskContent(view, 'home');
  if (content === undefined) return undefined;
  return {
    asOf: formatDate(view.asOf, 'vi'),
    groups: workList(view),
    lastPublish: content.lastPublish === undefined ? [] : publishFacts(content.lastPublish),
    mail: mailSentences(content.mail),
    open: content.open.map(changeRow),
    shop: shopLinks(content.shop),
    reports: content.newReports === undefined ? undefined : { text: `${formatCount(content.newReports, 'vi')} phản ánh mới chưa ai xem`, href: deskPath('phan-anh') },
    emptySearches: content.emptySearches === undefined ? undefined : { text: `${formatCount(content.emptySearches, 'vi')} cách gõ không tìm thấy gì trong 30 ngày qua`, href: deskPath('tim-khong-thay') },
  };
}

function shopLinks(shop: ShopToDo | undefined): Link[] {
  if (shop === undefined) return [];
  return [
    ...(shop.orders > 0 ? [{ text: `${formatCount(shop.orders, 'vi')} đơn hàng cần làm`, href: `${deskPath('don-hang')}?loc=todo` }] : []),
    ...(shop.money > 0 ? [{ text: `${formatCount(shop.money, 'vi')} khoản tiền cần xem hoặc hoàn`, href: deskPath('thu-tien') }] : []),
  ];
}

function publishFacts({ at, snapshot, reason, pages, made, tookMs }: LastPublish): DeskHomePage['lastPublish'] {
  return [
    { label: 'Lúc', value: timeInVietnam(at) },
    { label: 'Lý do', value: reason },
    { label: 'Trang làm lại', value: `${formatCount(made, 'vi')} trên ${formatCount(pages, 'vi')} trang` },
    { label: 'Thời gian', value: seconds(tookMs) },
    { label: 'Bản dữ liệu', value: `số ${snapshot}` },
  ];
}

function seconds(ms: number): string {
  const tenths = Math.max(1, Math.round(ms / 100));
  return `${formatCount(Math.floor(tenths / 10), 'vi')},${tenths % 10} giây`;
}

function mailSentences({ waiting, dead }: { waiting: number; dead: number }): string[] {
  return [
    ...(dead > 0 ? [`${formatCount(dead, 'vi')} thư không gửi được sau nhiều lần thử. Xem và gửi lại ở mục Đơn hàng, Thư; nếu vẫn không đi, báo người quản trị máy chủ xem cấu hình thư.`] : []),
    ...(waiting > 0 ? [`${formatCount(waiting, 'vi')} thư đang chờ gửi.`] : []),
  ];
}

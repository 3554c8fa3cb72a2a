import { dayInVietnam } from '../../domain/calendar-day.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { deskPath } from '../../paths.ts';
import { LINK_DAYS, type LotLinkLine, type LotLinksView } from '../../publish/desk-lot-link.ts';
import type { View } from '../../publish/view.ts';
import { deskContent } from './desk-content.ts';

export interface DeskLotLinksPage {
  action: string;
  view: LotLinksView;
  days: readonly { value: number; text: string; selected: boolean }[];
  rows: readonly { product: string; producer: string; made: string; until: string; sent: string; state: LotLinkLine['state']; stateName: string; close?: string | undefined }[];
}

const STATE_NAMES: Readonly<Record<LotLinkLine['state'], string>> = { open: 'đang mở', ended: 'hết hạn', revoked: 'đã đóng' };

/** Undefined for a request that did not come through the desk's door. */
export function deskLotLinksPage(view: View): DeskLotLinksPage | undefined {
  const links = deskContent(view, 'lot-links')?.links;
  if (links === undefined) return undefined;
  const day = (ms: number): string => formatDate(dayInVietnam(ms), 'vi');
  return {
    action: deskPath('lien-ket-lo'),
    view: links,
    days: LINK_DAYS.map((value) => ({ value, text: `${value} ngày`, selected: value === links.days })),
    rows: links.links.map(({ id, product, producer, createdBy, createdAt, endsAt, sent, state }) => ({
      product,
      producer,
      made: `${createdBy}, ${day(createdAt)}`,
      until: day(endsAt),
      sent: sent === 0 ? 'chưa có lô' : `${sent} lô`,
      state,
      stateName: STATE_NAMES[state],
      close: state === 'open' ? deskPath('lien-ket-lo', id, 'dong') : undefined,
    })),
  };
}

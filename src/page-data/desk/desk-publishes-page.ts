import { formatDate } from '../../i18n/format-date.ts';
import { formatCount } from '../../i18n/format-number.ts';
import { deskPath } from '../../paths.ts';
import type { PublishesView } from '../../publish/desk-publishes.ts';
import type { View } from '../../publish/view.ts';
import { deskContent } from './desk-content.ts';
import { timeInVietnam } from './vietnam-time.ts';

export interface DeskPublishesPage {
  view: PublishesView;
  anew: string;
  back: string;
  rows: readonly PublishRow[];
  chosen?: PublishRow | undefined;
}

export interface PublishRow {
  number: number;
  time: string;
  reason: string;
  asOf: string;
  made: string;
  changed: string;
  inForce: boolean;
  href: string;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskPublishesPage(view: View): DeskPublishesPage | undefined {
  const publishes = deskContent(view, 'publishes')?.publishes;
  if (publishes === undefined) return undefined;
  const rows = publishes.publishes.map(({ number, at, reason, asOf, pages, made, changed, broughtBack }, place) => ({
    number,
    time: timeInVietnam(at),
    reason: broughtBack === undefined ? reason : `quay lại bản số ${broughtBack}`,
    asOf: formatDate(asOf, 'vi'),
    made: `${formatCount(made, 'vi')} trên ${formatCount(pages, 'vi')}`,
    changed: changed.join(', '),
    inForce: place === 0,
    href: deskPath('xuat-ban', String(number)),
  }));
  return { view: publishes, anew: deskPath('xuat-ban', 'moi-nhat'), back: deskPath('xuat-ban'), rows, chosen: rows.find(({ number }) => number === publishes.chosen) };
}

import { formatDate } from '../i18n/format-date.ts';
import { formatCount } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import { groupPath, groupsPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { groupDrawing } from './group-drawing.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';
import { counted, heldCount, productCountText } from './product-count.ts';
import { listTrail, registerHead } from './register-head.ts';

export interface GroupTile extends Link {
  drawing: string;
  countText: string;
  held: string;
}

export interface GroupsPage {
  head: PageHead;
  trail: readonly Link[];
  groups: readonly GroupTile[];
  /** Products whose group no source states and no rule decides; undefined when there are none. */
  unknown?: string;
  asOf: string;
}

export function groupsPage(view: View, language: Language): GroupsPage {
  const t = translator(language);
  const { catalogue } = view;
  const path = groupsPath(language);
  const trail = listTrail(language, { text: t('groups.title'), href: path });
  const unknown = counted(catalogue.products).filter(({ groupId }) => groupId === undefined).length;
  return {
    head: registerHead(view, language, { kind: 'groups', path, title: t('groups.title'), description: t('groups.description'), trail }),
    trail,
    groups: catalogue.groups.map((group) => {
      const products = counted(catalogue.productsOfGroup(group.id));
      return {
        text: group.name[language],
        href: groupPath(language, group.id),
        drawing: groupDrawing(group.id),
        countText: productCountText(products.length, language),
        held: t('products.held', { count: formatCount(heldCount(view, products), language) }),
      };
    }),
    ...(unknown > 0 && { unknown: productCountText(unknown, language) }),
    asOf: formatDate(view.asOf, language),
  };
}

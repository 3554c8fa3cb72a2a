import { formatDate } from '../i18n/format-date.ts';
import { translator } from '../i18n/translate.ts';
import { groupPath, groupsPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { heldFirst } from './held-first.ts';
import type { PageHead } from './page-head.ts';
import { paged, type Paging } from './paging.ts';
import type { Link } from './place-view.ts';
import { counted, heldCount, productCountText } from './product-count.ts';
import { PRODUCTS_PER_PAGE } from './product-list-page.ts';
import { listed, productSummary, type ProductSummary } from './product-summary.ts';
import { listTrail, registerHead } from './register-head.ts';

export interface GroupPage {
  head: PageHead;
  trail: readonly Link[];
  name: string;
  countText: string;
  held: number;
  asOf: string;
  /** How many of them are in the group by the rule table alone. */
  derived: number;
  products: readonly ProductSummary[];
  pager: Paging;
}

/** Undefined for an id that no group has. */
export function groupPage(view: View, language: Language, id: string | undefined, query: URLSearchParams): GroupPage | undefined {
  const group = id === undefined ? undefined : view.catalogue.group(id);
  if (group === undefined) return undefined;
  const t = translator(language);
  const path = groupPath(language, group.id);
  const name = group.name[language];
  const all = heldFirst(view, listed(view.catalogue.productsOfGroup(group.id)));
  const real = counted(all);
  const { shown, pager } = paged(view, language, all, { base: path, query, perPage: PRODUCTS_PER_PAGE });
  const trail = listTrail(language, { text: t('groups.title'), href: groupsPath(language) });
  return {
    head: registerHead(view, language, {
      kind: 'groups',
      id: group.id,
      path,
      title: t('group.title', { name }),
      description: `${t('group.description', { name })} ${productCountText(real.length, language)}.`,
      trail: [...trail, { text: name, href: path }],
      noindex: query.size > 0,
    }),
    trail,
    name,
    countText: productCountText(real.length, language),
    held: heldCount(view, real),
    asOf: formatDate(view.asOf, language),
    derived: real.filter(({ groupBasis }) => groupBasis === 'inferred').length,
    products: shown.map((product) => productSummary(view, product, language)),
    pager,
  };
}

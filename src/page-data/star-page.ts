import { isStarLevel, type StarLevel } from '../domain/star-level.ts';
import { formatDate } from '../i18n/format-date.ts';
import { translator } from '../i18n/translate.ts';
import { starPath, starsPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { heldFirst } from './held-first.ts';
import type { PageHead } from './page-head.ts';
import { paged, type Paging } from './paging.ts';
import type { Link } from './place-view.ts';
import { counted, heldCount, productCountText } from './product-count.ts';
import { productSummary, type ProductSummary } from './product-summary.ts';
import { productsOfStar } from './products-of-star.ts';
import { listTrail, registerHead } from './register-head.ts';
import { scoreRule } from './stars-page.ts';

const PER_PAGE = 60;

export interface StarPage {
  head: PageHead;
  trail: readonly Link[];
  star: StarLevel;
  title: string;
  rule: string;
  countText: string;
  held: number;
  asOf: string;
  products: readonly ProductSummary[];
  pager: Paging;
}

/** Undefined for anything but 3, 4 and 5. */
export function starPage(view: View, language: Language, text: string | undefined, query: URLSearchParams): StarPage | undefined {
  const star = Number(text);
  if (!isStarLevel(star) || text !== String(star)) return undefined;
  const t = translator(language);
  const path = starPath(language, star);
  const all = heldFirst(view, productsOfStar(view, star));
  const real = counted(all);
  const { shown, pager } = paged(view, language, all, { base: path, query, perPage: PER_PAGE });
  const trail = listTrail(language, { text: t('stars.title'), href: starsPath(language) });
  const title = t('stars.pageTitle', { count: star });
  const rule = scoreRule(star, language);
  const countText = productCountText(real.length, language);
  return {
    head: registerHead(view, language, {
      kind: 'stars',
      id: String(star),
      path,
      title,
      description: `${title}: ${countText}. ${rule}.`,
      trail: [...trail, { text: t('stars.count', { count: star }), href: path }],
      noindex: query.size > 0,
    }),
    trail,
    star,
    title,
    rule,
    countText,
    held: heldCount(view, real),
    asOf: formatDate(view.asOf, language),
    products: shown.map((product) => productSummary(view, product, language)),
    pager,
  };
}

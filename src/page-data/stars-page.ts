import { LOWEST_SCORE, STAR_LEVELS, type StarLevel } from '../domain/star-level.ts';
import { formatDate } from '../i18n/format-date.ts';
import { formatCount } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import { starPath, starsPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';
import { counted, heldCount, productCountText } from './product-count.ts';
import { productsOfStar } from './products-of-star.ts';
import { listTrail, registerHead } from './register-head.ts';

export interface StarsPage {
  head: PageHead;
  trail: readonly Link[];
  /** Highest first. */
  stars: readonly { star: StarLevel; href: string; rule: string; countText: string; held: string }[];
  /** Products of which no source says how many stars; undefined when there are none. */
  unknown?: string;
  asOf: string;
}

export function starsPage(view: View, language: Language): StarsPage {
  const t = translator(language);
  const path = starsPath(language);
  const trail = listTrail(language, { text: t('stars.title'), href: path });
  const unknown = counted(productsOfStar(view, undefined)).length;
  return {
    head: registerHead(view, language, { kind: 'stars', path, title: t('stars.title'), description: t('stars.description'), trail }),
    trail,
    stars: [...STAR_LEVELS].reverse().map((star) => {
      const products = counted(productsOfStar(view, star));
      return {
        star,
        href: starPath(language, star),
        rule: scoreRule(star, language),
        countText: productCountText(products.length, language),
        held: t('products.held', { count: formatCount(heldCount(view, products), language) }),
      };
    }),
    ...(unknown > 0 && { unknown: productCountText(unknown, language) }),
    asOf: formatDate(view.asOf, language),
  };
}

/** "Từ 70 đến dưới 90 điểm trên 100" (Decision 148/QĐ-TTg). */
export function scoreRule(star: StarLevel, language: Language): string {
  const above = STAR_LEVELS.find((level) => level > star);
  const t = translator(language);
  if (above === undefined) return t('stars.scoreTop', { score: LOWEST_SCORE[star] });
  return t('stars.scoreBetween', { score: LOWEST_SCORE[star], below: LOWEST_SCORE[above] });
}

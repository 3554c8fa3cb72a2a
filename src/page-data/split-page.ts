import { successorsOf } from '../catalogue/successors.ts';
import { translator } from '../i18n/translate.ts';
import { productPath, shareImagePath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';
import { productsTrail } from './product-list-page.ts';
import { productSummary, type ProductSummary } from './product-summary.ts';

export interface SplitPage {
  head: PageHead;
  trail: readonly Link[];
  /** Every product that the address may mean, by name; none is preferred. */
  candidates: readonly ProductSummary[];
}

/** For an address whose record was split into several products; undefined for any other. Never indexed: it is nobody's own page. */
export function splitPage(view: View, language: Language, id: string | undefined): SplitPage | undefined {
  const successors = id === undefined ? [] : successorsOf(view.catalogue, id);
  if (id === undefined || successors.length < 2) return undefined;
  const t = translator(language);
  return {
    head: {
      language,
      path: productPath(language, id),
      title: `${t('splitPage.title')} · ${view.catalogue.site.name[language]}`,
      description: t('splitPage.text', { count: successors.length }),
      noindex: true,
      shareImage: shareImagePath(language, 'products'),
      jsonLd: [],
      sample: successors.every((product) => product.sample),
    },
    trail: productsTrail(language),
    candidates: successors.map((product) => productSummary(view, product, language)).sort((a, b) => a.name.localeCompare(b.name, language)),
  };
}

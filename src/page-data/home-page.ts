import type { Product } from '../domain/product.ts';
import { formatCount } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import { groupPath, homePath, provincePath, shareImagePath, type Language } from '../paths.ts';
import { countryMap, type CountryMap } from '../media/country-map.ts';
import type { View } from '../publish/view.ts';
import { groupDrawing } from './group-drawing.ts';
import { litCommunes } from './lit-communes.ts';
import type { PageHead } from './page-head.ts';
import { shortProvince, type Link } from './place-view.ts';
import { counted, isHeld } from './product-count.ts';
import { standingOf } from './standing.ts';
import { listed, productSummary, type ProductSummary } from './product-summary.ts';

export interface HomePage {
  head: PageHead;
  /** Products of the register, alcohol included, samples not. */
  count: string;
  heldCount: number;
  /** Of those, the ones whose certificate is inferred. */
  heldInferred: number;
  held: readonly ProductSummary[];
  groups: readonly (Link & { drawing: string; count: number })[];
  provinces: readonly (Link & { count: number })[];
  map: CountryMap;
  communeCount: string;
}

const SHOWN_HELD = 8;

export function homePage(view: View, language: Language): HomePage {
  const t = translator(language);
  const real = view.catalogue.products.filter((product) => !product.sample);
  const held = real.filter((product) => isHeld(view, product));
  const count = formatCount(real.length, language);
  return {
    head: {
      language,
      path: homePath(language),
      title: t('home.title'),
      description: t('home.description', { count }),
      noindex: false,
      shareImage: shareImagePath(language, 'home'),
      jsonLd: [{ '@context': 'https://schema.org', '@type': 'WebSite', name: view.catalogue.site.name[language], url: view.siteUrl + homePath(language), inLanguage: language }],
      sample: false,
    },
    count,
    heldCount: held.length,
    heldInferred: held.filter((product) => standingOf(view, product.id).certificate?.basis === 'inferred').length,
    held: newestGrants(view, listed(held)).slice(0, SHOWN_HELD).map((product) => productSummary(view, product, language)),
    groups: view.catalogue.groups.map((group) => {
      const products = listed(view.catalogue.productsOfGroup(group.id)).filter((product) => !product.sample);
      return { text: group.name[language], href: groupPath(language, group.id), count: products.length, drawing: groupDrawing(group.id) };
    }),
    provinces: provincesWithProducts(view, language),
    map: countryMap({ lit: litCommunes(view, real, language), language }),
    communeCount: formatCount(view.catalogue.communes.length, language),
  };
}

function newestGrants(view: View, products: readonly Product[]): Product[] {
  const day = ({ id }: Product): string => standingOf(view, id).certificate?.grantedOn ?? '';
  return [...products].sort((a, b) => Number(day(b) > day(a)) - Number(day(b) < day(a)));
}

function provincesWithProducts(view: View, language: Language): HomePage['provinces'] {
  return view.catalogue.provinces
    .map((province) => ({
      text: shortProvince(province, language),
      href: provincePath(language, province.slug),
      count: counted(view.catalogue.productsOfProvince(province.code)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, language));
}

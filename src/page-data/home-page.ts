import { remember } from '../catalogue/remember.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
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
  const { all, held, inferred, newest } = realGoods(view);
  const count = formatCount(all, language);
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
    heldCount: held,
    heldInferred: inferred,
    held: newest.map((product) => productSummary(view, product, language)),
    groups: view.catalogue.groups.map((group) => {
      const products = listed(view.catalogue.productsOfGroup(group.id)).filter((product) => !product.sample);
      return { text: group.name[language], href: groupPath(language, group.id), count: products.length, drawing: groupDrawing(group.id) };
    }),
    provinces: provincesWithProducts(view, language),
    map: countryMap({ lit: litCommunes(view, view.catalogue.products, language), language }),
    communeCount: formatCount(view.catalogue.communes.length, language),
  };
}

/** What both languages say of the register without practice data. */
const realGoods = remember((view: View): { all: number; held: number; inferred: number; newest: readonly Product[] } => {
  const real = view.catalogue.products.filter((product) => !product.sample);
  const held = real.filter((product) => isHeld(view, product));
  const inferred = held.filter(({ id }) => standingOf(view, id).certificate?.basis === 'inferred').length;
  return { all: real.length, held: held.length, inferred, newest: newestGrants(view, listed(held)) };
});

/** The few that were granted last, newest first; of two of one day the one that comes first. */
function newestGrants(view: View, products: readonly Product[]): Product[] {
  const newest: { product: Product; day: IsoDate }[] = [];
  for (const product of products) {
    const day = standingOf(view, product.id).certificate?.grantedOn ?? '';
    const place = newest.findIndex((other) => other.day < day);
    if (place === -1 && newest.length >= SHOWN_HELD) continue;
    newest.splice(place === -1 ? newest.length : place, 0, { product, day });
    if (newest.length > SHOWN_HELD) newest.pop();
  }
  return newest.map(({ product }) => product);
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

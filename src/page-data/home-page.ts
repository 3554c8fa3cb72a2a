import { remember } from '../catalogue/remember.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import { holds } from '../domain/certificate-status.ts';
import type { Product } from '../domain/product.ts';
import { formatCount } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import { groupPath, homePath, provincePath, shareImagePath, type Language } from '../paths.ts';
import type { CountryMap } from '../media/country-map.ts';
import type { View } from '../publish/view.ts';
import { groupDrawing } from './group-drawing.ts';
import { litCountry } from './lit-communes.ts';
import type { PageHead } from './page-head.ts';
import { shortProvince, type Link } from './place-view.ts';
import { counted } from './product-count.ts';
import { standings, type Standing } from './standing.ts';
import { productSummary, type ProductSummary } from './product-summary.ts';

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
      const products = counted(view.catalogue.productsOfGroup(group.id));
      return { text: group.name[language], href: groupPath(language, group.id), count: products.length, drawing: groupDrawing(group.id) };
    }),
    provinces: provincesWithProducts(view, language),
    map: litCountry(view, language),
    communeCount: formatCount(view.catalogue.communes.length, language),
  };
}

/** What both languages say of the register without practice data. */
const realGoods = remember((view: View): { all: number; held: number; inferred: number; newest: readonly Product[] } => {
  const standing = standings(view);
  const newest: Granted[] = [];
  let [all, held, inferred] = [0, 0, 0];
  for (const [at, product] of view.catalogue.products.entries()) {
    if (product.sample) continue;
    all += 1;
    const { status, certificate } = standing[at] as Standing;
    if (!holds(status)) continue;
    held += 1;
    if (certificate?.basis === 'inferred') inferred += 1;
    if (!product.alcohol) keepNewest(newest, { product, day: certificate?.grantedOn ?? '' });
  }
  return { all, held, inferred, newest: newest.map(({ product }) => product) };
});

interface Granted {
  product: Product;
  day: IsoDate;
}

/** The few that were granted last, newest first; of two of one day the one that came first. */
function keepNewest(newest: Granted[], granted: Granted): void {
  const place = newest.findIndex((other) => other.day < granted.day);
  if (place === -1 && newest.length >= SHOWN_HELD) return;
  newest.splice(place === -1 ? newest.length : place, 0, granted);
  if (newest.length > SHOWN_HELD) newest.pop();
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

import { provinceLabel } from '../domain/place-label.ts';
import type { Commune, Province } from '../domain/place.ts';
import { formatDate } from '../i18n/format-date.ts';
import { formatArea, formatCount } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import { provinceMap, type ProvinceMap } from '../media/province-map.ts';
import { provincePath, provincesPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { provinceIsCertain } from './certain-place.ts';
import { heldFirst } from './held-first.ts';
import type { PageHead } from './page-head.ts';
import { paged, type Paging } from './paging.ts';
import { communeLink, type Link } from './place-view.ts';
import { counted, heldCount, productCountText } from './product-count.ts';
import { listed, productSummary, type ProductSummary } from './product-summary.ts';
import { provincePlaces, type CommuneWithProducts } from './province-places.ts';
import { PRODUCTS_PER_PAGE } from './product-list-page.ts';
import { listTrail, registerHead } from './register-head.ts';

export interface ProvincePage {
  head: PageHead;
  trail: readonly Link[];
  label: string;
  /** Provinces until 30/06/2025 that it was made from; its own name alone where it stayed as it was. */
  formerly: readonly string[];
  area?: string;
  population?: string;
  map: ProvinceMap;
  count: number;
  countText: string;
  held: number;
  products: readonly ProductSummary[];
  pager: Paging;
  /** Products whose name of place fits several provinces. */
  candidates: readonly ProductSummary[];
  withProducts: readonly CommuneWithProducts[];
  /** Products of which only the province is known. */
  unlocated: number;
  communes: readonly Link[];
  communeCount: string;
}

/** Undefined for a slug that no province has. */
export function provincePage(view: View, language: Language, slug: string | undefined, query: URLSearchParams): ProvincePage | undefined {
  const province = slug === undefined ? undefined : view.catalogue.provinceBySlug(slug);
  if (province === undefined) return undefined;
  const path = provincePath(language, province.slug);
  const places = provincePlaces(view, province, language);
  const all = heldFirst(view, listed(view.catalogue.productsOfProvince(province.code)));
  const certain = all.filter((product) => provinceIsCertain(view, product));
  const real = counted(certain);
  const { shown, pager } = paged(view, language, certain, { base: path, query, perPage: PRODUCTS_PER_PAGE });
  const held = heldCount(view, real);
  return {
    head: provinceHead(view, language, province, { count: real.length, held, noindex: query.size > 0 }),
    trail: provinceTrail(language),
    label: provinceLabel(province, language),
    formerly: province.formerProvinces,
    ...(province.areaKm2 !== undefined && { area: formatArea(province.areaKm2, language) }),
    ...(province.population !== undefined && { population: formatCount(province.population, language) }),
    map: provinceMap({ points: places.points, lit: places.lit, language }),
    count: real.length,
    countText: productCountText(real.length, language),
    held,
    products: shown.map((product) => productSummary(view, product, language)),
    pager,
    candidates: all.filter((product) => !provinceIsCertain(view, product)).map((product) => productSummary(view, product, language)),
    withProducts: places.withProducts,
    unlocated: real.filter((product) => view.catalogue.placeOf(product.id).kind === 'province').length,
    communes: places.communes.map((commune: Commune) => communeLink(view, commune, language)),
    communeCount: formatCount(places.communes.length, language),
  };
}

export function provinceTrail(language: Language): Link[] {
  return listTrail(language, { text: translator(language)('provinces.title'), href: provincesPath(language) });
}

function provinceHead(
  view: View,
  language: Language,
  province: Province,
  { count, held, noindex }: { count: number; held: number; noindex: boolean },
): PageHead {
  const t = translator(language);
  const path = provincePath(language, province.slug);
  const name = provinceLabel(province, language);
  return registerHead(view, language, {
    kind: 'provinces',
    id: province.slug,
    path,
    title: t('province.title', { name }),
    description: t('province.description', { name, count: count === 0 ? t('provinces.none') : productCountText(count, language), held, date: formatDate(view.asOf, language) }),
    trail: [...provinceTrail(language), { text: name, href: path }],
    noindex,
  });
}

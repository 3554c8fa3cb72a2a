import { communeLabel } from '../domain/place-label.ts';
import type { Commune, FormerCommuneOfCommune, Province } from '../domain/place.ts';
import type { Product } from '../domain/product.ts';
import { formatArea } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import { provinceMap, type ProvinceMap } from '../media/province-map.ts';
import { communePath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { communeIsCertain } from './certain-place.ts';
import { heldFirst } from './held-first.ts';
import type { PageHead } from './page-head.ts';
import { paged, type Paging } from './paging.ts';
import { provinceLink, shortProvince, type Link } from './place-view.ts';
import { counted, productCountText } from './product-count.ts';
import { PRODUCTS_PER_PAGE } from './product-list-page.ts';
import { listed, productSummary, type ProductSummary } from './product-summary.ts';
import { provinceTrail } from './province-page.ts';
import { provincePlaces, type CommuneWithProducts, type ProvincePlaces } from './province-places.ts';
import { registerHead } from './register-head.ts';

const MOST_NEIGHBOURS = 8;

export interface CommunePage {
  head: PageHead;
  trail: readonly Link[];
  label: string;
  province: Link;
  area?: string;
  formerly: readonly FormerDistrictOfCommune[];
  map: ProvinceMap;
  products: readonly ProductSummary[];
  pager: Paging;
  /** Products whose old commune was split or whose name fits several places: they may come from here. */
  candidates: readonly ProductSummary[];
  /** The nearest communes of the province that goods come from. */
  neighbours: readonly CommuneWithProducts[];
}

export interface FormerDistrictOfCommune {
  /** "Huyện Cẩm Xuyên", with its province where that bears another name today. */
  district: string;
  /** Empty for a district that had no communes. */
  communes: readonly FormerCommuneOfCommune[];
}

/** Undefined for slugs that name no commune. */
export function communePage(
  view: View,
  language: Language,
  address: { province?: string | undefined; commune?: string | undefined },
  query: URLSearchParams,
): CommunePage | undefined {
  const commune = view.catalogue.communeBySlug(address.province ?? '', address.commune ?? '');
  const province = commune && view.catalogue.province(commune.provinceCode);
  if (commune === undefined || province === undefined) return undefined;
  const places = provincePlaces(view, province, language);
  const all = heldFirst(view, listed(view.catalogue.productsOfCommune(commune.code)));
  const certain = all.filter((product) => communeIsCertain(view, product));
  const base = communePath(language, province.slug, commune.slug);
  const { shown, pager } = paged(view, language, certain, { base, query, perPage: PRODUCTS_PER_PAGE });
  const count = counted(certain).length;
  const summary = (product: Product): ProductSummary => productSummary(view, product, language);
  return {
    head: communeHead(view, language, commune, province, { count: count === 0 ? undefined : productCountText(count, language), noindex: query.size > 0 }),
    trail: [...provinceTrail(language), provinceLink(province, language)],
    label: communeLabel(commune, language),
    province: provinceLink(province, language),
    ...(commune.areaKm2 !== undefined && { area: formatArea(commune.areaKm2, language) }),
    formerly: byDistrict(commune, province),
    map: mapOf(places, commune, language),
    products: shown.map(summary),
    pager,
    candidates: all.filter((product) => !communeIsCertain(view, product)).map(summary),
    neighbours: nearest(places.withProducts, commune),
  };
}

/** The lit dots lead nowhere here: the neighbours below do, and dozens of links would stand before the products. */
function mapOf({ points, lit }: ProvincePlaces, commune: Commune, language: Language): ProvinceMap {
  const others = lit.filter(({ point }) => point !== commune.point).map(({ point, weight, label }) => ({ point, weight, label }));
  const here = { point: commune.point, weight: 4, label: communeLabel(commune, language), current: true };
  return provinceMap({ points, lit: [...others, here], language });
}

/** In the order of the official table, under the district each belonged to until 30/06/2025. */
function byDistrict(commune: Commune, province: Province): FormerDistrictOfCommune[] {
  const districts = Map.groupBy(commune.formerCommunes, (former) =>
    former.province === province.name ? former.district : `${former.district}, ${former.province}`);
  return [...districts].map(([district, communes]) => ({ district, communes: communes.filter(({ name, district: own }) => name !== own) }));
}

function nearest(places: readonly CommuneWithProducts[], here: Commune): CommuneWithProducts[] {
  const squared = ({ commune: { point } }: CommuneWithProducts): number =>
    (point.lat - here.point.lat) ** 2 + (point.lng - here.point.lng) ** 2;
  return places
    .filter(({ commune }) => commune.code !== here.code)
    .sort((a, b) => squared(a) - squared(b))
    .slice(0, MOST_NEIGHBOURS);
}

function communeHead(
  view: View,
  language: Language,
  commune: Commune,
  province: Province,
  { count = translator(language)('provinces.none'), noindex }: { count: string | undefined; noindex: boolean },
): PageHead {
  const t = translator(language);
  const path = communePath(language, province.slug, commune.slug);
  const name = `${communeLabel(commune, language)}, ${shortProvince(province, language)}`;
  const old = commune.formerCommunes.map((former) => former.name).join(', ');
  return registerHead(view, language, {
    kind: 'communes',
    id: `${province.slug}/${commune.slug}`,
    path,
    title: t('commune.title', { name }),
    description: [t('commune.description', { name, count }), old === '' ? '' : t('commune.descriptionOld', { old })].filter(Boolean).join(' '),
    trail: [...provinceTrail(language), provinceLink(province, language), { text: communeLabel(commune, language), href: path }],
    noindex,
  });
}

import { STAR_LEVELS } from '../domain/star-level.ts';
import { formatDate } from '../i18n/format-date.ts';
import { translator, type TextKey } from '../i18n/translate.ts';
import { homePath, productsPath, shareImagePath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { shortProvince, type Link } from './place-view.ts';
import type { PageHead } from './page-head.ts';
import { filterPath, filterProducts, PARAMETERS, readFilter, STATUS_CHOICES, type FilterField, type ProductFilter } from './product-filter.ts';
import { inListOrder } from './list-order.ts';
import { productSummary, type ProductSummary } from './product-summary.ts';

export const PRODUCTS_PER_PAGE = 24;

export interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

export interface ProductListPage {
  head: PageHead;
  filter: ProductFilter;
  badDate?: string;
  /** Names of the form's fields in this language. */
  names: Readonly<Record<keyof ProductFilter, string>>;
  choices: { star: Choice[]; status: Choice[]; group: Choice[]; province: Choice[] };
  /** What is asked for, each with the address that drops it. */
  active: { field: FilterField; text: string; without: string }[];
  clear: string;
  /** The questions most asked, one tap each; a second tap drops the answer. */
  quick: { text: string; href: string; on: boolean }[];
  /** Real products found; samples are counted apart. */
  count: number;
  /** Real goods that no list may show. */
  alcoholCount: number;
  sampleCount: number;
  products: ProductSummary[];
  pager: { page: number; pages: number; previous?: string; next?: string };
}

export function productListPage(view: View, language: Language, query: URLSearchParams): ProductListPage {
  const t = translator(language);
  const base = productsPath(language);
  const { filter, badDate } = readFilter(view, query, language);
  const found = inListOrder(view, filterProducts(view, filter));
  const pages = view.mode === 'static' ? 1 : Math.max(1, Math.ceil(found.length / PRODUCTS_PER_PAGE));
  const page = Math.min(filter.page, pages);
  const shown = view.mode === 'static' ? found : found.slice((page - 1) * PRODUCTS_PER_PAGE, page * PRODUCTS_PER_PAGE);
  const at = (change: Partial<ProductFilter>): string => filterPath(base, filter, language, change);
  return {
    head: {
      language,
      path: base,
      title: `${t('products.title')} · ${view.catalogue.site.name[language]}`,
      description: t('products.description'),
      noindex: query.size > 0,
      shareImage: shareImagePath(language, 'products'),
      jsonLd: [],
      sample: false,
    },
    filter,
    badDate,
    names: PARAMETERS[language],
    choices: choices(view, filter, language),
    active: activeFilters(view, filter, language).map(({ field, text }) => ({ field, text, without: at({ [field]: undefined }) })),
    clear: base,
    quick: [
      { text: t('status.held'), on: filter.status === 'held', href: at({ status: filter.status === 'held' ? undefined : 'held' }) },
      ...STAR_LEVELS.map((star) => ({
        text: t('stars.count', { count: star }),
        on: filter.star === star,
        href: at({ star: filter.star === star ? undefined : star }),
      })),
    ],
    count: found.filter((product) => !product.sample).length,
    alcoholCount: view.catalogue.products.filter(({ alcohol, sample }) => alcohol && !sample).length,
    sampleCount: found.filter((product) => product.sample).length,
    products: shown.map((product) => productSummary(view, product, language)),
    pager: {
      page,
      pages,
      ...(page > 1 && { previous: at({ page: page - 1 }) }),
      ...(page < pages && { next: at({ page: page + 1 }) }),
    },
  };
}

function choices(view: View, filter: ProductFilter, language: Language): ProductListPage['choices'] {
  const t = translator(language);
  const choice = (value: string, text: string, current: unknown): Choice => ({ value, text, selected: value === String(current ?? '') });
  return {
    star: [5, 4, 3].map((star) => choice(String(star), t('stars.count', { count: star }), filter.star)),
    status: STATUS_CHOICES.map((status) => choice(status, t(`status.${status}` as TextKey), filter.status)),
    group: view.catalogue.groups.map((group) => choice(group.id, group.name[language], filter.group)),
    province: view.catalogue.provinces
      .filter((province) => view.catalogue.productsOfProvince(province.code).length > 0)
      .map((province) => choice(province.slug, shortProvince(province, language), filter.province))
      .sort((a, b) => a.text.localeCompare(b.text, language)),
  };
}

function activeFilters(view: View, filter: ProductFilter, language: Language): { field: FilterField; text: string }[] {
  const t = translator(language);
  const texts: Partial<Record<FilterField, string | undefined>> = {
    name: filter.name === undefined ? undefined : `“${filter.name}”`,
    star: filter.star === undefined ? undefined : t('stars.count', { count: filter.star }),
    status: filter.status === undefined ? undefined : t(`status.${filter.status}` as TextKey),
    group: filter.group === undefined ? undefined : view.catalogue.group(filter.group)?.name[language],
    province: filter.province === undefined ? undefined : provinceName(view, filter.province, language),
    on: filter.on === undefined ? undefined : `${t('filter.on')} ${formatDate(filter.on, language)}`,
  };
  return Object.entries(texts).flatMap(([field, text]) => (text === undefined ? [] : [{ field: field as FilterField, text }]));
}

function provinceName(view: View, slug: string, language: Language): string | undefined {
  const province = view.catalogue.provinceBySlug(slug);
  return province && shortProvince(province, language);
}

export function productsTrail(language: Language): Link[] {
  const t = translator(language);
  return [
    { text: t('nav.home'), href: homePath(language) },
    { text: t('nav.products'), href: productsPath(language) },
  ];
}

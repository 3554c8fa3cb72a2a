import { holds, type Status } from '../domain/certificate-status.ts';
import { STAR_LEVELS } from '../domain/star-level.ts';
import { formatDate } from '../i18n/format-date.ts';
import { formatCount } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import { decisionsPath, groupPath, producersPath, productsPath, provincePath, provincesPath, starPath, statisticsPath, updatesPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { factShares, type FactShare } from './fact-shares.ts';
import type { PageHead } from './page-head.ts';
import { shortProvince, type Link } from './place-view.ts';
import { filterPath } from './product-filter.ts';
import { listTrail, registerHead } from './register-head.ts';
import { countedProducts, STATUSES, statusShares, type BarPart, type CountedProduct } from './status-shares.ts';

/** One line of a table of figures. */
export interface FigureRow {
  text: string;
  /** The list that shows these products; undefined where the site has none. */
  href?: string;
  count: number;
  /** How many of them hold their star on the view's day. */
  held: number;
  /** How many of them are alcohol, which no list shows. */
  alcohol: number;
  /** Pieces of the row's bar, by status. */
  parts: readonly BarPart[];
}

export interface StatisticsPage {
  head: PageHead;
  trail: readonly Link[];
  /** The register in five figures. */
  figures: readonly { count: string; text: string; href: string }[];
  statuses: readonly { status: Status; text: string; href?: string; count: number; alcohol: number }[];
  stars: readonly FigureRow[];
  groups: readonly FigureRow[];
  provinces: readonly FigureRow[];
  facts: readonly FactShare[];
  total: number;
  alcohol: number;
  asOf: string;
  updatesHref: string;
}

/** The figures of the register. */
export function statisticsPage(view: View, language: Language): StatisticsPage {
  const t = translator(language);
  const path = statisticsPath(language);
  const products = countedProducts(view);
  const trail = listTrail(language, { text: t('statistics.title'), href: path });
  return {
    head: registerHead(view, language, { kind: 'statistics', path, title: t('statistics.title'), description: t('statistics.description'), trail }),
    trail,
    figures: figuresOf(view, products, language),
    statuses: STATUSES.map((status) => {
      const some = products.filter((product) => product.status === status);
      const href = listOf(view, language, { status });
      return { status, text: t(`status.${status}`), count: some.length, alcohol: alcoholIn(some), ...(href !== undefined && { href }) };
    }),
    stars: starRows(products, language),
    groups: groupRows(view, products, language),
    provinces: provinceRows(view, products, language),
    facts: factShares(view, products, language),
    total: products.length,
    alcohol: alcoholIn(products),
    asOf: formatDate(view.asOf, language),
    updatesHref: updatesPath(language),
  };
}

function figuresOf(view: View, products: readonly CountedProduct[], language: Language): StatisticsPage['figures'] {
  const t = translator(language);
  const { catalogue } = view;
  const real = (records: readonly { sample: boolean }[]): number => records.filter(({ sample }) => !sample).length;
  const provinces = catalogue.provinces.filter(({ code }) => catalogue.productsOfProvince(code).some(({ sample }) => !sample)).length;
  return [
    { count: products.length, text: t('statistics.products'), href: productsPath(language) },
    { count: heldIn(products), text: t('statistics.held'), href: listOf(view, language, { status: 'held' }) ?? productsPath(language) },
    { count: real(catalogue.producers), text: t('statistics.producers'), href: producersPath(language) },
    { count: provinces, text: t('statistics.provinces'), href: provincesPath(language) },
    { count: real(catalogue.decisions), text: t('statistics.decisions'), href: decisionsPath(language) },
  ].map(({ count, ...figure }) => ({ ...figure, count: formatCount(count, language) }));
}

function starRows(products: readonly CountedProduct[], language: Language): FigureRow[] {
  const t = translator(language);
  const byStar = Map.groupBy(products, ({ certificate }) => certificate?.stars);
  const rows = STAR_LEVELS.toReversed().flatMap((star) => rowOf(byStar.get(star), t('stars.count', { count: star }), starPath(language, star), language));
  return [...rows, ...rowOf(byStar.get(undefined), t('stars.unknown'), undefined, language)];
}

/** All groups, also those without a product. */
function groupRows({ catalogue }: View, products: readonly CountedProduct[], language: Language): FigureRow[] {
  const byGroup = Map.groupBy(products, ({ product }) => product.groupId);
  const rows = catalogue.groups.flatMap(({ id, name }) => rowOf(byGroup.get(id) ?? [], name[language], groupPath(language, id), language));
  return [...rows, ...rowOf(byGroup.get(undefined), translator(language)('groups.unknown'), undefined, language)];
}

/** Most products first. A product whose place fits several provinces counts in the last row only. */
function provinceRows({ catalogue }: View, products: readonly CountedProduct[], language: Language): FigureRow[] {
  const byProvince = Map.groupBy(products, ({ product }) => {
    const place = catalogue.placeOf(product.id);
    return 'province' in place ? place.province?.code : undefined;
  });
  const rows = catalogue.provinces.flatMap((province) =>
    rowOf(byProvince.get(province.code), shortProvince(province, language), provincePath(language, province.slug), language),
  );
  rows.sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, language));
  return [...rows, ...rowOf(byProvince.get(undefined), translator(language)('statistics.noProvince'), undefined, language)];
}

/** No row where there is nothing to count. */
function rowOf(products: readonly CountedProduct[] | undefined, text: string, href: string | undefined, language: Language): FigureRow[] {
  if (products === undefined) return [];
  const counts = { count: products.length, held: heldIn(products), alcohol: alcoholIn(products) };
  return [{ text, ...counts, parts: statusShares(products, language), ...(href !== undefined && { href }) }];
}

/** On a plain file host no list can be filtered. */
function listOf(view: View, language: Language, filter: { status: Status | 'held' }): string | undefined {
  return view.mode === 'server' ? filterPath(productsPath(language), { page: 1 }, language, filter) : undefined;
}

function alcoholIn(products: readonly CountedProduct[]): number {
  return products.filter(({ alcohol }) => alcohol).length;
}

function heldIn(products: readonly CountedProduct[]): number {
  return products.filter(({ status }) => holds(status)).length;
}

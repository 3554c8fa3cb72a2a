import { remember, rememberBoth } from '../catalogue/remember.ts';
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
      const { count, alcohol } = tally(byStatus(products).get(status) ?? NONE);
      const href = listOf(view, language, { status });
      return { status, text: t(`status.${status}`), count, alcohol, ...(href !== undefined && { href }) };
    }),
    stars: starRows(products, language),
    groups: groupRows(view, products, language),
    provinces: provinceRows(view, products, language),
    facts: factShares(view, products, language),
    total: products.length,
    alcohol: tally(products).alcohol,
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
    { count: tally(products).held, text: t('statistics.held'), href: listOf(view, language, { status: 'held' }) ?? productsPath(language) },
    { count: real(catalogue.producers), text: t('statistics.producers'), href: producersPath(language) },
    { count: provinces, text: t('statistics.provinces'), href: provincesPath(language) },
    { count: real(catalogue.decisions), text: t('statistics.decisions'), href: decisionsPath(language) },
  ].map(({ count, ...figure }) => ({ ...figure, count: formatCount(count, language) }));
}

function starRows(products: readonly CountedProduct[], language: Language): FigureRow[] {
  const t = translator(language);
  const some = byStar(products);
  const rows = STAR_LEVELS.toReversed().flatMap((star) => rowOf(some.get(star), t('stars.count', { count: star }), starPath(language, star), language));
  return [...rows, ...rowOf(some.get(undefined), t('stars.unknown'), undefined, language)];
}

/** All groups, also those without a product. */
function groupRows({ catalogue }: View, products: readonly CountedProduct[], language: Language): FigureRow[] {
  const some = byGroup(products);
  const rows = catalogue.groups.flatMap(({ id, name }) => rowOf(some.get(id) ?? NONE, name[language], groupPath(language, id), language));
  return [...rows, ...rowOf(some.get(undefined), translator(language)('groups.unknown'), undefined, language)];
}

/** Most products first. A product whose place fits several provinces counts in the last row only. */
function provinceRows({ catalogue }: View, products: readonly CountedProduct[], language: Language): FigureRow[] {
  const some = byProvince(catalogue, products);
  const rows = catalogue.provinces.flatMap((province) =>
    rowOf(some.get(province.code), shortProvince(province, language), provincePath(language, province.slug), language),
  );
  rows.sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, language));
  return [...rows, ...rowOf(some.get(undefined), translator(language)('statistics.noProvince'), undefined, language)];
}

/** No row where there is nothing to count. */
function rowOf(products: readonly CountedProduct[] | undefined, text: string, href: string | undefined, language: Language): FigureRow[] {
  if (products === undefined) return [];
  return [{ text, ...tally(products), parts: statusShares(products, language), ...(href !== undefined && { href }) }];
}

/** On a plain file host no list can be filtered. */
function listOf(view: View, language: Language, filter: { status: Status | 'held' }): string | undefined {
  return view.mode === 'server' ? filterPath(productsPath(language), { page: 1 }, language, filter) : undefined;
}

const NONE: readonly CountedProduct[] = [];

/** Counted once for both languages, which ask for the same lists. */
const tally = remember((products: readonly CountedProduct[]): Pick<FigureRow, 'count' | 'held' | 'alcohol'> => ({
  count: products.length,
  held: products.filter(({ status }) => holds(status)).length,
  alcohol: products.filter(({ alcohol }) => alcohol).length,
}));

const byStatus = remember((products: readonly CountedProduct[]) => Map.groupBy(products, ({ status }) => status));
const byStar = remember((products: readonly CountedProduct[]) => Map.groupBy(products, ({ certificate }) => certificate?.stars));
const byGroup = remember((products: readonly CountedProduct[]) => Map.groupBy(products, ({ product }) => product.groupId));
const byProvince = rememberBoth((catalogue: View['catalogue'], products: readonly CountedProduct[]) =>
  Map.groupBy(products, ({ product }) => {
    const place = catalogue.placeOf(product.id);
    return 'province' in place ? place.province?.code : undefined;
  }),
);

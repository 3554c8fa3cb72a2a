import { certificateOn } from '../domain/certificate.ts';
import { holds, type Status } from '../domain/certificate-status.ts';
import type { Product } from '../domain/product.ts';
import { STAR_LEVELS, type StarLevel } from '../domain/star-level.ts';
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
import { STATUSES, statusOfProduct, statusShares, type BarPart } from './status-shares.ts';

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

/** The figures of the register: alcohol counts, practice data does not. */
export function statisticsPage(view: View, language: Language): StatisticsPage {
  const t = translator(language);
  const path = statisticsPath(language);
  const products = view.catalogue.products.filter(({ sample }) => !sample);
  const trail = listTrail(language, { text: t('statistics.title'), href: path });
  return {
    head: registerHead(view, language, { kind: 'statistics', path, title: t('statistics.title'), description: t('statistics.description'), trail }),
    trail,
    figures: figuresOf(view, products, language),
    statuses: STATUSES.map((status) => {
      const some = products.filter((product) => statusOfProduct(view, product) === status);
      const href = listOf(view, language, { status });
      return { status, text: t(`status.${status}`), count: some.length, alcohol: alcoholIn(some), ...(href !== undefined && { href }) };
    }),
    stars: [...STAR_LEVELS.toReversed(), undefined].map((star) => starRow(view, products, star, language)).filter(({ count }) => count > 0),
    groups: groupRows(view, products, language),
    provinces: provinceRows(view, products, language),
    facts: factShares(view, products, language),
    total: products.length,
    alcohol: alcoholIn(products),
    asOf: formatDate(view.asOf, language),
    updatesHref: updatesPath(language),
  };
}

function figuresOf(view: View, products: readonly Product[], language: Language): StatisticsPage['figures'] {
  const t = translator(language);
  const { catalogue } = view;
  const real = (records: readonly { sample: boolean }[]): number => records.filter(({ sample }) => !sample).length;
  const provinces = catalogue.provinces.filter(({ code }) => catalogue.productsOfProvince(code).some(({ sample }) => !sample)).length;
  const held = products.filter((product) => holds(statusOfProduct(view, product))).length;
  return [
    { count: products.length, text: t('statistics.products'), href: productsPath(language) },
    { count: held, text: t('statistics.held'), href: listOf(view, language, { status: 'held' }) ?? productsPath(language) },
    { count: real(catalogue.producers), text: t('statistics.producers'), href: producersPath(language) },
    { count: provinces, text: t('statistics.provinces'), href: provincesPath(language) },
    { count: real(catalogue.decisions), text: t('statistics.decisions'), href: decisionsPath(language) },
  ].map(({ count, ...figure }) => ({ ...figure, count: formatCount(count, language) }));
}

function starRow(view: View, products: readonly Product[], star: StarLevel | undefined, language: Language): FigureRow {
  const t = translator(language);
  const some = products.filter(({ id }) => certificateOn(view.catalogue.certificatesOf(id), view.asOf)?.stars === star);
  return star === undefined
    ? rowOf(view, some, t('stars.unknown'), undefined, language)
    : rowOf(view, some, t('stars.count', { count: star }), starPath(language, star), language);
}

function groupRows(view: View, products: readonly Product[], language: Language): FigureRow[] {
  const rows = view.catalogue.groups.map(({ id, name }) =>
    rowOf(view, products.filter(({ groupId }) => groupId === id), name[language], groupPath(language, id), language),
  );
  const unknown = products.filter(({ groupId }) => groupId === undefined);
  return unknown.length === 0 ? rows : [...rows, rowOf(view, unknown, translator(language)('groups.unknown'), undefined, language)];
}

/** Most products first. A product whose place fits several provinces counts in the last row only. */
function provinceRows(view: View, products: readonly Product[], language: Language): FigureRow[] {
  const byProvince = new Map<string | undefined, Product[]>();
  for (const product of products) {
    const place = view.catalogue.placeOf(product.id);
    const code = 'province' in place ? place.province?.code : undefined;
    byProvince.set(code, [...(byProvince.get(code) ?? []), product]);
  }
  const rows = view.catalogue.provinces.flatMap((province) => {
    const some = byProvince.get(province.code);
    return some === undefined ? [] : [rowOf(view, some, shortProvince(province, language), provincePath(language, province.slug), language)];
  });
  rows.sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, language));
  const unknown = byProvince.get(undefined);
  return unknown === undefined ? rows : [...rows, rowOf(view, unknown, translator(language)('statistics.noProvince'), undefined, language)];
}

function rowOf(view: View, products: readonly Product[], text: string, href: string | undefined, language: Language): FigureRow {
  const held = products.filter((product) => holds(statusOfProduct(view, product))).length;
  return { text, count: products.length, held, alcohol: alcoholIn(products), parts: statusShares(view, products, language), ...(href !== undefined && { href }) };
}

/** On a plain file host no list can be filtered. */
function listOf(view: View, language: Language, filter: { status: Status | 'held' }): string | undefined {
  return view.mode === 'server' ? filterPath(productsPath(language), { page: 1 }, language, filter) : undefined;
}

function alcoholIn(products: readonly Product[]): number {
  return products.filter(({ alcohol }) => alcohol).length;
}

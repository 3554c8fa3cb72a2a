import type { Catalogue } from '../catalogue/catalogue.ts';
import { feedsOf } from './feed-list.ts';
import type { InputKey } from './input-key.ts';
import { isHtmlPage, type AppFile, type Feed, type HtmlPage, type PublishedPage } from './page.ts';
import { pagesOfCommune, pagesOfDecision, pagesOfGroup, pagesOfLists, pagesOfProducer, pagesOfProduct, pagesOfProvince, pagesOfSplits } from './page-list.ts';
import { sameCertificatePages, sameRing } from './same-pages.ts';
import { sitemapParts, type SitemapParts } from './sitemap-parts.ts';

/** The pages of one record. The same object from publish to publish while nothing but their content changes. */
export interface Bundle {
  readonly pages: readonly PublishedPage[];
  /** All inputs of all of them. */
  readonly keys: readonly InputKey[];
}

/** Every page of the site in publishing order, in bundles by record. */
export interface SitePages {
  readonly catalogue: Catalogue;
  readonly bundles: ReadonlyMap<string, Bundle>;
  readonly sitemaps: SitemapParts;
  /** Products, their order and their places are those of the publish before. */
  readonly sameRing: boolean;
}

/** Every address of the site in both languages, pages first, then files. */
export function pagesOf(catalogue: Catalogue): PublishedPage[] {
  return allPages(sitePages(catalogue));
}

export function allPages({ bundles }: SitePages): PublishedPage[] {
  return [...bundles.values()].flatMap(({ pages }) => pages);
}

/** `before`: the pages of the last publish, which are taken over where they are the same. */
export function sitePages(catalogue: Catalogue, before?: SitePages): SitePages {
  const bundles = new Map<string, Bundle>();
  let isSame = before !== undefined;
  const add = (key: string, pages: () => readonly PublishedPage[], isKnown: boolean): void => {
    const known = before?.bundles.get(key);
    const bundle = known !== undefined && isKnown ? known : bundleOf(pages(), known);
    if (bundle !== known) isSame = false;
    bundles.set(key, bundle);
  };
  const ring = before !== undefined && sameRing(before.catalogue, catalogue);
  const places = before?.catalogue.communes === catalogue.communes && before.catalogue.provinces === catalogue.provinces;

  add('lists', pagesOfLists, before !== undefined);
  for (const product of catalogue.products) {
    add(`product:${product.id}`, () => pagesOfProduct(catalogue, product), ring && sameCertificatePages(before.catalogue, catalogue, product.id));
  }
  add('splits', () => pagesOfSplits(catalogue), false);
  for (const producer of catalogue.producers) {
    add(`producer:${producer.id}`, () => pagesOfProducer(producer), before?.catalogue.producer(producer.id)?.sample === producer.sample);
  }
  for (const province of catalogue.provinces) add(`province:${province.code}`, () => pagesOfProvince(province), places);
  for (const commune of catalogue.communes) add(`commune:${commune.code}`, () => pagesOfCommune(catalogue, commune), places);
  for (const group of catalogue.groups) add(`group:${group.id}`, () => pagesOfGroup(group), true);
  for (const decision of catalogue.decisions) {
    add(`decision:${decision.id}`, () => pagesOfDecision(decision), before?.catalogue.decision(decision.id)?.sample === decision.sample);
  }

  const sitemaps = isSame && before?.bundles.size === bundles.size + 1 ? before.sitemaps : sitemapParts(indexedPaths(bundles));
  add('files', () => feedsOf(sitemaps.length), before?.sitemaps.length === sitemaps.length);
  return { catalogue, bundles, sitemaps, sameRing: ring && places };
}

function bundleOf(pages: readonly PublishedPage[], known: Bundle | undefined): Bundle {
  if (known !== undefined && samePages(pages, known.pages)) return known;
  return { pages, keys: [...new Set(pages.flatMap(({ inputs }) => inputs))] };
}

function samePages(a: readonly PublishedPage[], b: readonly PublishedPage[]): boolean {
  return a.length === b.length && a.every((page, place) => isSamePage(page, b[place] as PublishedPage));
}

function isSamePage(a: PublishedPage, b: PublishedPage): boolean {
  return (
    a.path === b.path &&
    a.kind === b.kind &&
    (a as Partial<HtmlPage>).indexed === (b as Partial<HtmlPage>).indexed &&
    (a as Partial<Feed>).urgent === (b as Partial<Feed>).urgent &&
    a.inputs.length === b.inputs.length &&
    a.inputs.every((key, place) => key === b.inputs[place])
  );
}

function indexedPaths(bundles: ReadonlyMap<string, Bundle>): string[] {
  const paths: string[] = [];
  for (const { pages } of bundles.values()) {
    for (const page of pages as readonly (HtmlPage | AppFile)[]) if (isHtmlPage(page) && page.indexed) paths.push(page.path);
  }
  return paths;
}

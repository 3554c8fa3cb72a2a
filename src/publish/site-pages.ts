import type { Catalogue } from '../catalogue/catalogue.ts';
import { partCount } from '../domain/pack-table.ts';
import { feedsOf } from './feed-list.ts';
import { countPackCodes } from './feeds/pack-table.ts';
import type { InputKey } from './input-key.ts';
import { isHtmlPage, type AppFile, type Feed, type HtmlPage, type PublishedPage } from './page.ts';
import { pagesOfCommune, pagesOfDecision, pagesOfGroup, pagesOfLists, pagesOfProducer, pagesOfProduct, pagesOfProvince, pagesOfSplits, proofsOfProduct } from './page-list.ts';
import { sameCertificatePages, sameRing } from './same-pages.ts';
import { isTraceable, pagesOfTrace, sameTracePages } from './trace-pages.ts';
import { changedSitemapParts, sitemapParts, type SitemapParts } from './sitemap-parts.ts';
import { traceFilesOf } from './trace-files.ts';

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
  /** Certificates and status list are published in signed form, too. */
  readonly isSigned: boolean;
  /** Into how many parts the table of packs is cut. */
  readonly packParts: number;
}

/** The bundle of all files for machines; the others are of records or lists. */
const FILES = 'files';

/** Every address of the site in both languages, pages first, then files. */
export function pagesOf(catalogue: Catalogue, isSigned = false): PublishedPage[] {
  return allPages(sitePages(catalogue, undefined, isSigned));
}

export function allPages({ bundles }: SitePages): PublishedPage[] {
  return [...bundles.values()].flatMap(({ pages }) => pages);
}

/** `before`: the pages of the last publish, which are taken over where they are the same. */
export function sitePages(catalogue: Catalogue, before?: SitePages, isSigned = false): SitePages {
  const bundles = new Map<string, Bundle>();
  const changed: BundleChange[] = [];
  const add = (key: string, pages: () => readonly PublishedPage[], isKnown: boolean): void => {
    const known = before?.bundles.get(key);
    const bundle = known !== undefined && isKnown ? known : bundleOf(pages(), known);
    if (bundle !== known) changed.push({ known, bundle });
    bundles.set(key, bundle);
  };
  const ring = before !== undefined && sameRing(before.catalogue, catalogue);
  const places = before?.catalogue.communes === catalogue.communes && before.catalogue.provinces === catalogue.provinces;
  const sameFiles = before?.isSigned === isSigned;
  const packParts = partCount(countPackCodes(catalogue));

  add('lists', pagesOfLists, before !== undefined);
  for (const product of catalogue.products) {
    const pages = (): PublishedPage[] => [...pagesOfProduct(catalogue, product), ...(isSigned ? proofsOfProduct(catalogue, product) : [])];
    add(`product:${product.id}`, pages, ring && sameFiles && sameCertificatePages(before.catalogue, catalogue, product.id));
  }
  for (const product of catalogue.products) {
    if (isTraceable(product)) add(`trace:${product.id}`, () => [...pagesOfTrace(catalogue, product), ...traceFilesOf(catalogue, product)], before !== undefined && sameTracePages(before.catalogue, catalogue, product));
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

  for (const [key, known] of before?.bundles ?? []) if (key !== FILES && !bundles.has(key)) changed.push({ known, bundle: undefined });
  const sitemaps = (before && sitemapsAfter(before.sitemaps, changed)) ?? sitemapParts(indexedPaths(bundles.values()));
  add(FILES, () => feedsOf({ sitemaps: sitemaps.length, packParts, isSigned }), sameFiles && before.sitemaps.length === sitemaps.length && before.packParts === packParts);
  return { catalogue, bundles, sitemaps, sameRing: ring && places, isSigned, packParts };
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

interface BundleChange {
  known: Bundle | undefined;
  bundle: Bundle | undefined;
}

function sitemapsAfter(before: SitemapParts, changed: readonly BundleChange[]): SitemapParts | undefined {
  if (changed.length === 0) return before;
  const gone = new Set(indexedPaths(changed.flatMap(({ known }) => known ?? [])));
  const now = indexedPaths(changed.flatMap(({ bundle }) => bundle ?? []));
  const come = now.filter((path) => !gone.delete(path));
  return changedSitemapParts(before, gone, come);
}

function indexedPaths(bundles: Iterable<Bundle>): string[] {
  const paths: string[] = [];
  for (const { pages } of bundles) {
    for (const page of pages as readonly (HtmlPage | AppFile)[]) if (isHtmlPage(page) && page.indexed) paths.push(page.path);
  }
  return paths;
}

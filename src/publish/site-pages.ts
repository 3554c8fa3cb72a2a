import type { Catalogue } from '../catalogue/catalogue.ts';
import { changedProducts } from '../catalogue/changed-products.ts';
import { isSameList } from '../catalogue/remember.ts';
import { partCount } from '../domain/pack-table.ts';
import type { Product } from '../domain/product.ts';
import { bundleDraft, type Bundle, type BundleChange, type Bundles } from './bundles.ts';
import { feedsOf } from './feed-list.ts';
import { countPackCodes } from './feeds/pack-table.ts';
import { keyUses, type KeyUses } from './key-uses.ts';
import { isHtmlPage, type AppFile, type HtmlPage, type PublishedPage } from './page.ts';
import { pagesOfCommune, pagesOfDecision, pagesOfGroup, pagesOfLists, pagesOfProducer, pagesOfProduct, pagesOfProvince, pagesOfSplits, proofsOfProduct } from './page-list.ts';
import { sameCertificatePages, sameRing } from './same-pages.ts';
import { changedSitemapParts, sitemapParts, type SitemapParts } from './sitemap-parts.ts';
import { traceFilesOf } from './trace-files.ts';
import { isTraceable, pagesOfTrace, sameTracePages } from './trace-pages.ts';

/** Every page of the site, in bundles by record. */
export interface SitePages {
  readonly catalogue: Catalogue;
  readonly bundles: Bundles;
  /** Of bundles that are not those of the publish before, by name; of all where there was none. */
  readonly changes: ReadonlyMap<string, BundleChange>;
  /** Which bundles use a key; shared with the publish before. */
  readonly uses: KeyUses;
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
  const ring = before !== undefined && sameRing(before.catalogue, catalogue);
  const places = before?.catalogue.communes === catalogue.communes && before.catalogue.provinces === catalogue.provinces;
  const sameFiles = before?.isSigned === isSigned;
  const few = before !== undefined && ring && places && sameFiles ? changedIn(before.catalogue, catalogue) : undefined;
  const draft = bundleDraft(before?.bundles, few && before?.bundles);
  const { add } = draft;

  add('lists', pagesOfLists, before !== undefined);
  for (const product of few ?? catalogue.products) {
    const pages = (): PublishedPage[] => [...pagesOfProduct(catalogue, product), ...(isSigned ? proofsOfProduct(catalogue, product) : [])];
    add(`product:${product.id}`, pages, ring && sameFiles && sameCertificatePages(before.catalogue, catalogue, product.id));
    const trace = `trace:${product.id}`;
    if (isTraceable(product)) add(trace, () => [...pagesOfTrace(catalogue, product), ...traceFilesOf(catalogue, product)], before !== undefined && sameTracePages(before.catalogue, catalogue, product));
    else if (few !== undefined) draft.remove(trace);
  }
  add('splits', () => pagesOfSplits(catalogue), false);
  if (few === undefined || !isSameList(before?.catalogue.producers ?? [], catalogue.producers)) {
    for (const producer of catalogue.producers) add(`producer:${producer.id}`, () => pagesOfProducer(producer), before?.catalogue.producer(producer.id)?.sample === producer.sample);
  }
  if (few === undefined) {
    for (const province of catalogue.provinces) add(`province:${province.code}`, () => pagesOfProvince(province), places);
    for (const commune of catalogue.communes) add(`commune:${commune.code}`, () => pagesOfCommune(catalogue, commune), places);
  }
  for (const group of catalogue.groups) add(`group:${group.id}`, () => pagesOfGroup(group), true);
  for (const decision of catalogue.decisions) {
    add(`decision:${decision.id}`, () => pagesOfDecision(decision), before?.catalogue.decision(decision.id)?.sample === decision.sample);
  }
  if (before !== undefined) for (const name of goneOf(before, catalogue, draft.bundles, few !== undefined)) draft.remove(name);

  const sitemaps = (before && sitemapsAfter(before.sitemaps, [...draft.changes.values()])) ?? sitemapParts(indexedPaths(draft.bundles.values()));
  const packParts = partCount(countPackCodes(catalogue));
  add(FILES, () => feedsOf({ sitemaps: sitemaps.length, packParts, isSigned }), sameFiles && before.sitemaps.length === sitemaps.length && before.packParts === packParts);
  const uses = before?.uses ?? keyUses();
  uses.note(draft.changes);
  return { catalogue, bundles: draft.bundles, changes: draft.changes, uses, sitemaps, sameRing: ring && places, isSigned, packParts };
}

/** Products whose own pages can be others than before, where the list of products is the same. */
function changedIn(before: Catalogue, after: Catalogue): Product[] | undefined {
  const positions = changedProducts(before, after);
  if (positions === undefined) return undefined;
  const [old, now] = [new Set(before.lots), new Set(after.lots)];
  const lots = [...before.lots.filter((lot) => !now.has(lot)), ...after.lots.filter((lot) => !old.has(lot))];
  return [...new Set([...positions.map((at) => after.products[at]), ...lots.map(({ productId }) => after.product(productId))])].filter((product) => product !== undefined);
}

/** Names of bundles whose record is gone. `taken`: those of the publish before were taken over. */
function goneOf(before: SitePages, { producer, decision, group }: Catalogue, bundles: Bundles, taken: boolean): string[] {
  if (!taken) return [...before.bundles.keys()].filter((name) => name !== FILES && !bundles.has(name));
  const { producers, decisions, groups } = before.catalogue;
  return [
    ...producers.filter(({ id }) => producer(id) === undefined).map(({ id }) => `producer:${id}`),
    ...decisions.filter(({ id }) => decision(id) === undefined).map(({ id }) => `decision:${id}`),
    ...groups.filter(({ id }) => group(id) === undefined).map(({ id }) => `group:${id}`),
  ];
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

import type { Language } from '../paths.ts';
import type { InputKey } from './input-key.ts';

/** Kinds of pages that the Astro app renders. */
export type HtmlPageKind =
  | 'home'
  | 'products'
  | 'product'
  | 'producers'
  | 'producer'
  | 'provinces'
  | 'province'
  | 'commune'
  | 'groups'
  | 'group'
  | 'stars'
  | 'star'
  | 'decisions'
  | 'decision'
  | 'certificate'
  | 'guide'
  | 'statistics'
  | 'updates'
  | 'trace'
  | 'scan'
  | 'report'
  | 'search'
  | 'not-found';

/** Kinds of files for machines, built by src/publish/feeds. */
export type FeedKind = 'catalogue-json' | 'products-csv' | 'status-json' | 'status-list' | 'certificate-proof' | 'status-list-proof' | 'keys' | 'linkset' | 'epcis' | 'pack-table' | 'pack-table-index' | 'sitemap-index' | 'sitemap' | 'robots' | 'security-txt';

interface PageBase {
  /** Canonical address, percent-encoded as src/paths.ts builds it. */
  path: string;
  /** All that it shows besides what every page shows. It is made again when the digest of one of them changed. */
  inputs: readonly InputKey[];
}

export interface HtmlPage extends PageBase {
  kind: HtmlPageKind;
  language: Language;
  /** False for `noindex` pages: they stay out of the sitemap. */
  indexed: boolean;
}

export interface Feed extends PageBase {
  kind: FeedKind;
  /** Goes live before the pages do. */
  urgent?: true;
}

/** A file that the app renders and that is no page, such as the map below all maps. */
export interface AppFile extends PageBase {
  kind: 'app-file';
}

export type PublishedPage = HtmlPage | AppFile | Feed;

const FEED_KINDS: ReadonlySet<string> = new Set<FeedKind>([
  'catalogue-json',
  'products-csv',
  'status-json',
  'status-list',
  'certificate-proof',
  'status-list-proof',
  'keys',
  'linkset',
  'epcis',
  'pack-table',
  'pack-table-index',
  'sitemap-index',
  'sitemap',
  'robots',
  'security-txt',
]);

/** Lists whose filter form works without script, and forms that a link fills in: with a query string they are rendered on demand. */
const FILTERED_KINDS: ReadonlySet<string> = new Set<HtmlPageKind>([
  'products',
  'producers',
  'provinces',
  'province',
  'commune',
  'group',
  'star',
  'decisions',
  'scan',
  'report',
  'search',
]);

export function isFeed(page: PublishedPage): page is Feed {
  return FEED_KINDS.has(page.kind);
}

export function isHtmlPage(page: PublishedPage): page is HtmlPage {
  return 'language' in page;
}

export function isFiltered(page: PublishedPage): boolean {
  return FILTERED_KINDS.has(page.kind);
}

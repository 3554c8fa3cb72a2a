import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { StatusIndex } from '../../domain/status-index.ts';
import type { Proofs } from '../../trace/signing/proofs.ts';
import type { Signing } from '../../trace/signing/signing.ts';
import type { SitemapParts } from '../sitemap-parts.ts';

/** What files for machines are made from. */
export interface FeedContext {
  catalogue: Catalogue;
  asOf: IsoDate;
  /** Origin without trailing slash. */
  siteUrl: string;
  /** Every address that search engines may know. */
  sitemaps: SitemapParts;
  /** Places of certificates in the status list. */
  statusIndex: StatusIndex;
  /** Both absent while the site has no key; no signed file is listed then. */
  signing?: Signing;
  proofs?: Proofs;
}

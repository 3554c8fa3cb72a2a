import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { HtmlPage } from '../page.ts';

/** What files for machines are made from. */
export interface FeedContext {
  catalogue: Catalogue;
  asOf: IsoDate;
  /** Origin without trailing slash. */
  siteUrl: string;
  /** Every page of the site, in publishing order. */
  pages: readonly HtmlPage[];
}

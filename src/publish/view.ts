import type { IsoDate } from '../domain/calendar-day.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DerivedPhotograph } from '../media/product-photographs.ts';
import type { DeskPage } from './desk-page.ts';
import type { SiteUpdate } from './site-update.ts';

/** Everything a page may read besides its own address. */
export interface View {
  catalogue: Catalogue;
  /** The day for which statuses are computed, in Việt Nam; the browser computes them again on the day of viewing. */
  asOf: IsoDate;
  /** Origin without trailing slash, for canonical links: `https://ocop.example`. */
  siteUrl: string;
  /** `static`: exported for a plain file host; forms become phone and Zalo links. */
  mode: 'server' | 'static';
  /** Photographs by product id; a product without one shows its drawing. */
  photographs?: ReadonlyMap<string, readonly DerivedPhotograph[]>;
  /** The publishes before this one, newest first, for the page that tells of them. */
  updates?: readonly SiteUpdate[];
  /** What only the office's desk shows. Pages below /quan-ly/ answer 404 without it, so that no publish holds one. */
  desk?: DeskPage;
}

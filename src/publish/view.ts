import type { IsoDate } from '../domain/calendar-day.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DerivedPhotograph } from '../media/product-photographs.ts';
import type { Proofs } from '../trace/signing/proofs.ts';
import type { DeskPage } from './desk-page.ts';
import type { PracticePaymentView } from './practice-payment-view.ts';
import type { ProducerFormView } from './producer-form-view.ts';
import type { ProducerOrderView } from './producer-order-view.ts';
import type { ReportView } from './report-view.ts';
import type { SearchView } from './search-view.ts';
import type { ShopView } from './shop-view.ts';
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
  /** Photographs by product id, and by `<product>/<code>` for lots; a product without one shows its drawing. */
  photographs?: ReadonlyMap<string, readonly DerivedPhotograph[]>;
  /** The publishes before this one, newest first, for the page that tells of them. */
  updates?: readonly SiteUpdate[];
  /** Signed certificates; absent while the site has no key. */
  proofs?: Proofs;
  /** What was scanned and no record names; on pages made on demand only. */
  scanned?: ScannedPack;
  /** Why an address that should be that of a pack leads nowhere; on the page that says so, which is made on demand only. */
  wrongCode?: WrongCode;
  /** What only the office's desk shows. Pages below /quan-ly/ answer 404 without it, so that no publish holds one. */
  desk?: DeskPage;
  /** What came of a report that was just sent; on pages made for one visitor only. */
  report?: ReportView;
  /** What was looked for and found; on pages made on demand only. */
  search?: SearchView;
  /** What a producer sees behind a signed link; on pages made for one visitor only. */
  producerForm?: ProducerFormView;
  /** A producer's part of one order, behind a signed link; on pages made for one visitor only. */
  producerOrder?: ProducerOrderView;
  /** What the practice payment page shows; on pages made for one visitor only. */
  practicePayment?: PracticePaymentView;
  /** Cart, order or what came of one; on pages made for one visitor only. */
  shop?: ShopView;
}

/** 400: no code at all, `message` says why. 404: a sound one that no pack here carries. */
export interface WrongCode {
  status: 400 | 404;
  message: { vi: string; en: string } | undefined;
}

/** The part of a trace address for which the page of the next wider level answers. */
export interface ScannedPack {
  unknownLot?: string;
  /** `listed`: whether it is among the serials issued for its lot; undefined where the lot has none. */
  serial?: { value: string; listed: boolean | undefined };
}

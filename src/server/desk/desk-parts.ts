import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { LastPublish } from '../../publish/desk-page.ts';
import type { Database } from '../db/database.ts';
import type { HashCost } from './passphrase.ts';
import type { ShopDesk } from './orders/shop-desk.ts';
import type { PublishedSite } from './publishes/published-site.ts';
import type { RenderDeskPage } from './route.ts';

/** What the desk is built from; the same for all its routes. */
export interface DeskParts {
  db: Database;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Origin without trailing slash. Cookies are `Secure` when it is https. */
  siteUrl: string;
  /** The folder of records, named `content`; its parent is what records' paths start from. */
  contentDir: string;
  /** Where parsed records and derivatives of photographs are remembered; both can be made again. */
  cacheFile?: string;
  mediaCacheDir: string;
  /** Publishes what the records say now; a sentence says why that did not work. */
  publish: (ask: PublishAsk) => Promise<{ published: true } | { problem: string }>;
  /** The catalogue that was read last and had no errors; an empty one while there was none. */
  catalogue: () => Promise<Catalogue>;
  /** Whole publishes, as they are kept. */
  site: PublishedSite;
  /** Orders, stock and money. */
  shop: ShopDesk;
  renderPage: RenderDeskPage;
  /** Undefined while nothing was published. */
  lastPublish: () => Promise<LastPublish | undefined>;
  /** What it costs to answer somebody unknown; the cost of real hashes when absent. */
  unknownUserCost?: HashCost;
  /** Faults of the server, never shown to a visitor. */
  onError: (error: unknown, what: string) => void;
}

/** Who wanted a publish, and what for: the change's title. */
export interface PublishAsk {
  who: string;
  what: string;
}

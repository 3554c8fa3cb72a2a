import type { LastPublish } from '../../publish/desk-page.ts';
import type { Database } from '../db/database.ts';
import type { HashCost } from './passphrase.ts';
import type { RenderDeskPage } from './route.ts';

/** What the desk is built from; the same for all its routes. */
export interface DeskParts {
  db: Database;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Origin without trailing slash. Cookies are `Secure` when it is https. */
  siteUrl: string;
  renderPage: RenderDeskPage;
  /** Undefined while nothing was published. */
  lastPublish: () => Promise<LastPublish | undefined>;
  /** What it costs to answer somebody unknown; the cost of real hashes when absent. */
  unknownUserCost?: HashCost;
  /** Faults of the server, never shown to a visitor. */
  onError: (error: unknown, what: string) => void;
}

import type { Catalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import type { StatusIndex } from '../domain/status-index.ts';
import type { Signing } from '../trace/signing/signing.ts';
import type { Manifest } from './manifest.ts';
import type { PublishLogEntry } from './publish-log.ts';
import type { PublishStep } from './publish-steps.ts';
import type { Renderer } from './renderer.ts';
import type { UpdateReason } from './site-update.ts';
import type { View } from './view.ts';

export interface PublishOptions {
  catalogue: Catalogue;
  photographs?: View['photographs'];
  /** Places of certificates in the status list. */
  statusIndex?: StatusIndex;
  /** Signs certificates and status list; without it there are no signed files. */
  signing?: Signing | undefined;
  /** The day for which statuses are computed, in Việt Nam. An earlier one than that of the last publish is published too. */
  asOf: IsoDate;
  /** Origin without trailing slash. */
  siteUrl: string;
  renderer: Renderer;
  /** `dist/client`: the build's files for browsers. */
  clientDir: string;
  mode?: View['mode'];
  /** `command` when it is not said. */
  why?: readonly UpdateReason[];
  /** Publishes also what a rollback took away. */
  force?: boolean;
  /** This process publishes again: it gets ready for that, also when there is nothing to publish now. */
  staysReady?: boolean;
  /** Milliseconds since 1970, for the log; the machine's clock when it is not given. */
  now?: () => number;
  /** How long to wait for another publisher; a minute when it is not said. */
  lockWaitMs?: number;
  onProgress?: (done: number, total: number) => void;
  /** Called when a step begins; what it throws ends the publish. */
  onStep?: (step: PublishStep) => void;
  /** Called with each manifest as soon as it is in force: first perhaps one with new status lists only. */
  onSwitch?: (manifest: Manifest) => Promise<void> | void;
}

export interface PublishReport {
  manifest: Manifest;
  /** False when nothing was done: sources are those of the manifest in force, or `held`. */
  changed: boolean;
  /** A rollback is in force, and nothing of what it took away has changed since. */
  held: boolean;
  /** Pages and files for machines of the whole site. */
  pages: number;
  /** Those made in this run; the others were kept from the manifest before. */
  made: number;
  removed: number;
  /** As it stands in the log; undefined when nothing was done. */
  entry?: PublishLogEntry;
  /** Work after the switch that failed, or getting ready for the next: the site is live, the log or the tidying is not as it should be. */
  afterwards?: unknown;
}

import type { PublishStore } from '../../publish/publish-store.ts';
import { Media } from './media.ts';
import type { ServedFileParts } from './served-file.ts';
import { ServedSite } from './served-site.ts';
import type { OpenApp, SiteApp } from './site-app.ts';

/** What is served at one moment: a manifest and the app beside it, switched together. */
export interface ServedState {
  site: ServedSite;
  /** Undefined when nothing can be made on demand for this manifest. */
  app: SiteApp | undefined;
  media: Media | undefined;
}

export interface SiteStateParts extends ServedFileParts {
  store: PublishStore;
  openApp: OpenApp;
  onError: (error: unknown, what: string) => void;
}

/** Follows the pointer. A manifest that cannot be read is reported, and the last good one stays. */
export class SiteState {
  state: ServedState | undefined;
  #parts: SiteStateParts;
  #reloading: Promise<boolean> | undefined;

  constructor(parts: SiteStateParts) {
    this.#parts = parts;
  }

  /** True when another manifest than before is served now. Calls during a reload share it. */
  reload(): Promise<boolean> {
    this.#reloading ??= this.#reload()
      .catch((error: unknown) => {
        this.#parts.onError(error, 'the published manifest could not be loaded; the last good one stays');
        return false;
      })
      .finally(() => {
        this.#reloading = undefined;
      });
    return this.#reloading;
  }

  async #reload(): Promise<boolean> {
    const number = await this.#parts.store.currentNumber();
    if (number === undefined || number === this.state?.site.manifest.number) return false;
    const manifest = await this.#parts.store.current();
    if (manifest === undefined) return false;
    const app = await this.#parts.openApp(manifest).catch((error: unknown) => {
      this.#parts.onError(error, 'nothing can be made on demand');
      return undefined;
    });
    const before = this.state;
    const site = new ServedSite(manifest, this.#parts, before?.site);
    this.state = { site, app, media: app && new Media(app, this.#parts) };
    before?.site.releaseExcept(site);
    before?.media?.release();
    return true;
  }
}

import type { Manifest } from '../../publish/manifest.ts';
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
  /** Told as soon as another state is served; must return at once. */
  onServed?: ((served: ServedState) => void) | undefined;
  onError: (error: unknown, what: string) => void;
}

/** Follows the pointer. A manifest that cannot be read is reported, and the last good one stays. */
export class SiteState {
  state: ServedState | undefined;
  #parts: SiteStateParts;
  #reloading: Promise<boolean> | undefined;
  #next: Promise<boolean> | undefined;

  constructor(parts: SiteStateParts) {
    this.#parts = parts;
  }

  /**
   * True when another manifest than before is served now. Calls during a reload share the next one: the one under way may
   * have read the pointer before it was switched.
   */
  reload(): Promise<boolean> {
    if (this.#reloading === undefined) return this.#start();
    this.#next ??= this.#reloading.then(() => {
      this.#next = undefined;
      return this.#reloading ?? this.#start();
    });
    return this.#next;
  }

  #start(): Promise<boolean> {
    this.#reloading = this.#reload()
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
    const manifest = await this.#manifest();
    if (manifest === undefined || manifest.number === this.state?.site.manifest.number) return false;
    const before = this.state;
    const isSameApp = before?.app !== undefined && isMadeFromSame(before.site.manifest, manifest);
    const app = isSameApp ? before.app : await this.#openApp(manifest);
    const media = isSameApp ? before.media : app && new Media(app, this.#parts);
    const site = new ServedSite(manifest, this.#parts, before?.site);
    this.state = { site, app, media };
    this.#parts.onServed?.(this.state);
    before?.site.releaseExcept(site);
    if (before?.media !== media) before?.media?.release();
    return true;
  }

  /** One that went out of force and was collected while it was read is no fault: the pointer names another by then. */
  async #manifest(): Promise<Manifest | undefined> {
    const { store } = this.#parts;
    for (;;) {
      const number = await store.currentNumber();
      if (number === this.state?.site.manifest.number) return undefined;
      try {
        return await store.current();
      } catch (error) {
        if ((await store.currentNumber()) === number) throw error;
      }
    }
  }

  #openApp(manifest: Manifest): Promise<SiteApp | undefined> {
    return this.#parts.openApp(manifest).catch((error: unknown) => {
      this.#parts.onError(error, 'nothing can be made on demand');
      return undefined;
    });
  }
}

/** What is made on demand looks the same under both: only status lists ran ahead. */
function isMadeFromSame(a: Manifest, b: Manifest): boolean {
  return a.register === b.register && a.snapshot === b.snapshot && a.asOf === b.asOf && a.build === b.build && a.siteUrl === b.siteUrl && a.mode === b.mode;
}

import type { Manifest } from '../../publish/manifest.ts';
import type { RenderedPage } from '../../publish/renderer.ts';

/** What is made on demand, from exactly the catalogue, day and code that one manifest was made from. */
export interface SiteApp {
  /** Renders a page; `address` is a path with its query string. */
  render(address: string): Promise<RenderedPage>;
  /** The bytes under a path below `/media/`; undefined when there is no such picture. */
  media(path: string): Promise<Uint8Array | undefined>;
}

/**
 * Undefined when the register on disk is no longer the published one (it was edited, or has errors):
 * published pages are served, filters and new pictures are not.
 */
export type OpenApp = (manifest: Manifest) => Promise<SiteApp | undefined>;

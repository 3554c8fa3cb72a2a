import type { Manifest } from '../../publish/manifest.ts';
import type { PackAddress } from '../../domain/pack-address.ts';
import type { RenderedPage } from '../../publish/renderer.ts';
import type { View } from '../../publish/view.ts';

/** What only pages made on demand show. */
export type OnDemandView = Pick<View, 'scanned' | 'wrongCode' | 'search'>;

/** What is made on demand, from exactly the catalogue, day and code that one manifest was made from. */
export interface SiteApp {
  /** What every page is made from. */
  readonly view: View;
  /** Renders a page; `address` is a path with its query string. */
  render(address: string, more?: OnDemandView): Promise<RenderedPage>;
  /** Whether a pack's serial is among those issued for its lot; undefined where none are known. */
  isListed(address: PackAddress): boolean | undefined;
  /** The bytes under a path below `/media/`; undefined when there is no such picture. */
  media(path: string): Promise<Uint8Array | undefined>;
}

/**
 * Undefined when the register on disk is no longer the published one (it was edited, or has errors):
 * published pages are served, filters and new pictures are not.
 */
export type OpenApp = (manifest: Manifest) => Promise<SiteApp | undefined>;

import type { OpenApp, SiteApp } from '../../src/server/http/site-app.ts';
import { openSiteServer, type SiteServer, type SiteServerOptions } from '../../src/server/http/site-server.ts';
import { pageOf } from '../publish/fake-renderer.ts';
import { rendererOf } from '../../src/publish/renderer.ts';
import { smallCatalogue } from '../publish/small-catalogue.ts';
import { openWorkbench, SITE_URL, type Workbench } from '../publish/workbench.ts';

export interface SiteUnderTest {
  bench: Workbench;
  server: SiteServer;
  port: number;
  /** What the server reported as its own faults. */
  faults: string[];
  stop(): Promise<void>;
}

export const DOCUMENT = `/media/document/${'a'.repeat(64)}`;
export const SHARE_IMAGE = '/media/share/products/nuoc-mam-phu-sang.vi.png';

/** A published small site behind a listening server, on a free port. */
export async function startSite(options: { published?: boolean; app?: Partial<Omit<SiteApp, 'view'>> | null; server?: Partial<SiteServerOptions> } = {}): Promise<SiteUnderTest> {
  const bench = await openWorkbench();
  if (options.published !== false) {
    await bench.publish({ catalogue: smallCatalogue({ moved: { products: [{ id: 'ten-cu', to: ['nuoc-mam-phu-sang'] }], producers: [], decisions: [] } }) });
  }
  const faults: string[] = [];
  const openApp: OpenApp = async (manifest) => {
    if (options.app === null) return undefined;
    const view = { catalogue: smallCatalogue(), asOf: manifest.asOf, siteUrl: manifest.siteUrl, mode: manifest.mode };
    const renderer = rendererOf(async (request) => {
      const { pathname, search } = new URL(request.url);
      return pathname.startsWith('/san-pham/') || pathname === '/chi-app-biet/' ? pageOf(pathname + search, view) : new Response('', { status: 404 });
    }, manifest.build);
    return {
      view,
      render: (address, more) => renderer.render(address, { ...view, ...more }),
      isListed: () => undefined,
      media: async (path) => (path === SHARE_IMAGE || path.startsWith(DOCUMENT) ? Buffer.from('picture') : undefined),
      ...options.app,
    };
  };
  const server = await openSiteServer({
    store: bench.store,
    siteUrl: SITE_URL,
    openApp,
    onError: (error, what) => faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
    ...options.server,
  });
  const port = await server.listen(0, '127.0.0.1');
  return {
    bench,
    server,
    port,
    faults,
    async stop() {
      await server.close(0);
      await bench.remove();
    },
  };
}

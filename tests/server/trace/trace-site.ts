import type { OnDemandView } from '../../../src/server/http/site-app.ts';
import { openSiteServer } from '../../../src/server/http/site-server.ts';
import { rendererOf } from '../../../src/publish/renderer.ts';
import { isListedSerial } from '../../../src/trace/listed-serial.ts';
import { serialHash } from '../../../src/trace/labels/serials.ts';
import { lot, product, smallCatalogue } from '../../publish/small-catalogue.ts';
import { openWorkbench, SITE_URL } from '../../publish/workbench.ts';
import { send, type Answer } from '../get.ts';

/** A pack with a GTIN and a lot with serials, and one that has only a trace code. */
export const GTIN = '09521234567899';
export const CODE = '0S4GG9R83C';

const packs = [
  { sku: 'mam-goi', label: 'Chai 500 ml', gtin: GTIN.slice(1), coveredByDecision: 'yes' as const },
  { sku: 'mam-hu', label: 'Hũ 200 ml', traceCode: CODE, coveredByDecision: 'yes' as const },
];
const catalogue = smallCatalogue({
  products: [product('mam', { name: 'Nước mắm', packs })],
  lots: [lot('mam', 'L-7', { packedOn: '2026-06-01', serials: { count: 1, issuedOn: '2026-06-01' } }), lot('mam', 'H-1', { sku: 'mam-hu' })],
  serialHashes: { 'mam/L-7': [serialHash('L-7', 'A1B2C3')] },
});

export interface TraceSite {
  ask(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  /** What the server reported as its own faults. */
  faults: string[];
  stop(): Promise<void>;
}

export const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** A published site behind a listening server. Pages made on demand name what was scanned, or what was wrong with the code. */
export async function startTraceSite({ app = true }: { app?: boolean } = {}): Promise<TraceSite> {
  const bench = await openWorkbench();
  await bench.publish({ catalogue });
  const faults: string[] = [];
  const server = await openSiteServer({
    store: bench.store,
    siteUrl: SITE_URL,
    openApp: async (manifest) => {
      if (!app) return undefined;
      const view = { catalogue, asOf: manifest.asOf, siteUrl: manifest.siteUrl, mode: manifest.mode };
      const renderer = rendererOf(async (request, { scanned, wrongCode }) => {
        const body = `${new URL(request.url).pathname} ${JSON.stringify({ scanned, wrongCode })}`;
        return new Response(body, { status: wrongCode?.status ?? 200, headers: { 'content-type': 'text/html' } });
      }, manifest.build);
      return {
        view,
        render: (address: string, more?: OnDemandView) => renderer.render(address, { ...view, ...more }),
        isListed: (address) => isListedSerial(catalogue, address),
        media: async () => undefined,
      };
    },
    onError: (error, what) => faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
  });
  const port = await server.listen(0, '127.0.0.1');
  return {
    ask: (path, headers = BROWSER, method = 'GET') => send(port, path, headers, method),
    faults,
    async stop() {
      await server.close(0);
      await bench.remove();
    },
  };
}

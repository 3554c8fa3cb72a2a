import { rendererOf } from '../../../src/publish/renderer.ts';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { openSiteServer } from '../../../src/server/http/site-server.ts';
import type { Searched } from '../../../src/server/empty-searches/empty-search-store.ts';
import { API_OPERATIONS } from '../../../src/server/api/operations.ts';
import { openApiDoor } from '../../../src/server/api/openapi-door.ts';
import { openSearchService } from '../../../src/server/search/search-service.ts';
import type { AskSearch } from '../../../src/server/search/search-asker.ts';
import { searchDoor } from '../../../src/server/search/search-door.ts';
import { searchRate } from '../../../src/server/search/search-rate.ts';
import { smallCatalogue } from '../../publish/small-catalogue.ts';
import { openWorkbench, SITE_URL } from '../../publish/workbench.ts';
import { registerView, decision } from '../../page-data/register-view.ts';
import { send, type Answer } from '../get.ts';

export { SITE_URL };

/** A few goods of two provinces, one of them alcohol, one practice data. */
export function searchedCatalogue(): Catalogue {
  const place = { commune: 'Xã Thiên Cầm', province: 'Hà Tĩnh' };
  return registerView({
    products: {
      'nuoc-mam-phu-sang': { name: 'Nước mắm Phú Sáng', nameEn: 'Phú Sáng fish sauce', producer: 'htx-phu-sang', group: 'thuc-pham', place, drawing: 'fish-sauce' },
      'mat-ong-cua-rao': { name: 'Mật ong Cửa Rào', nameEn: 'Cửa Rào honey', group: 'thuc-pham', place: { province: 'Nghệ An' }, drawing: 'honey' },
      'ruou-sim-ke-go': { name: 'Rượu sim Kẽ Gỗ', nameEn: 'Kẽ Gỗ sim liquor', group: 'do-uong', place, drawing: 'alcohol', alcohol: true },
      'nuoc-mam-mau': { name: 'Nước mắm Mẫu', nameEn: 'Sample fish sauce', drawing: 'fish-sauce', sample: true },
    },
    producers: { 'htx-phu-sang': { name: 'HTX Phú Sáng' } },
    decisions: { 'qd-1': decision('2024-10-15', { 'nuoc-mam-phu-sang': 4, 'ruou-sim-ke-go': 3 }) },
  }).catalogue;
}

export interface SearchSite {
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  searched: Searched[];
  faults: string[];
  stop(): Promise<void>;
}

/** The search doors behind a listening server. The page shows what it was given, as JSON. */
export async function startSearchSite({ search, app = true, now = () => Date.parse('2026-11-28T03:00:00Z') }: { search?: AskSearch; app?: boolean; now?: () => number } = {}): Promise<SearchSite> {
  const bench = await openWorkbench();
  await bench.publish({ catalogue: smallCatalogue() });
  const catalogue = searchedCatalogue();
  const searched: Searched[] = [];
  const faults: string[] = [];
  const onError = (error: unknown, what: string): void => void faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  const service = openSearchService({ onError });
  if (app) service.take({ catalogue, asOf: '2026-11-28' });
  const doors = [
    searchDoor({ search: search ?? service.search, siteUrl: SITE_URL, now, rate: searchRate(now), onSearch: (one) => searched.push(one), onError }),
    openApiDoor(API_OPERATIONS, { siteUrl: SITE_URL, title: 'Thử' }),
  ];
  const server = await openSiteServer({
    store: bench.store,
    siteUrl: SITE_URL,
    doors,
    trustProxy: true,
    openApp: async (manifest) => {
      if (!app) return undefined;
      const view = { catalogue, asOf: '2026-11-28', siteUrl: manifest.siteUrl, mode: manifest.mode };
      const renderer = rendererOf(async (request, { search: shown }) => new Response(JSON.stringify({ path: new URL(request.url).pathname, ...shown }), { headers: { 'content-type': 'text/html' } }), manifest.build);
      return { view, render: (address, more) => renderer.render(address, { ...view, ...more }), isListed: () => undefined, media: async () => undefined };
    },
    onError,
  });
  const port = await server.listen(0, '127.0.0.1');
  return {
    get: (path, headers = {}, method = 'GET') => send(port, path, headers, method),
    post: (path, fields, headers = {}) => send(port, path, { 'content-type': 'application/x-www-form-urlencoded', origin: SITE_URL, 'sec-fetch-site': 'same-origin', ...headers }, 'POST', new URLSearchParams(fields).toString()),
    searched,
    faults,
    async stop() {
      await server.close(0);
      service.close();
      await bench.remove();
    },
  };
}

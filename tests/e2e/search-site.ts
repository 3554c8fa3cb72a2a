import { EngineUnavailable, type SearchEngine } from '../../src/search/engine.ts';
import { openEmbeddedEngine } from '../../src/search/embedded/open-embedded-engine.ts';
import type { ServedState } from '../../src/server/http/site-state.ts';
import { openMeilisearchFront } from '../../src/server/search/meilisearch-front.ts';
import { openSearchService } from '../../src/server/search/search-service.ts';
import { searchDoor } from '../../src/server/search/search-door.ts';
import { searchRate } from '../../src/server/search/search-rate.ts';
import { realTimers } from '../../src/server/automatic/timers.ts';
import { clientFile, listen, openBuiltApp, sendFile } from './built-app.ts';

/** How the engine in front behaves: it answers, it takes the question and never answers, or it refuses every connection. */
export type EngineState = 'answers' | 'hangs' | 'refuses';

export interface SearchSite {
  url: string;
  engine: { state: EngineState };
  /** Which engine answered, search by search. */
  answeredBy: SearchEngine['name'][];
  /** What the server reported as its own faults. */
  faults: string[];
  stop(): Promise<void>;
}

/** The real pages and doors of search, behind a stand-in for Meilisearch that can be stopped at any moment; `alone`: with none. */
export async function startSearchSite(contentDir?: string, { alone = false } = {}): Promise<SearchSite> {
  const { view, renderer } = await openBuiltApp('server', contentDir);
  const engine: SearchSite['engine'] = { state: 'answers' };
  const answeredBy: SearchEngine['name'][] = [];
  const faults: string[] = [];
  const onError = (_error: unknown, what: string): void => void faults.push(what);
  const ready = Promise.withResolvers<void>();
  const front = openMeilisearchFront({
    timers: realTimers,
    onReady: () => ready.resolve(),
    onError,
    publish: async ({ documents }) => {
      if (engine.state !== 'answers') throw new EngineUnavailable('stopped');
      const inner = openEmbeddedEngine(documents);
      const search: SearchEngine['search'] = async (query, signal) => {
        // As a request that is under way: it ends when nobody waits for it any more.
        if (engine.state === 'hangs') return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new EngineUnavailable('no answer in time'))));
        if (engine.state === 'refuses') throw new EngineUnavailable('connection refused');
        return inner.answer(query);
      };
      return { engine: { name: 'meilisearch', search }, report: {} as never };
    },
  });
  const service = openSearchService({ front: alone ? undefined : front, onError });
  service.take({ catalogue: view.catalogue, asOf: view.asOf });
  if (!alone) await ready.promise;
  const search: typeof service.search = async (ask, signal) => {
    const outcome = await service.search(ask, signal);
    answeredBy.push(outcome.engine);
    return outcome;
  };
  const app = { view, render: (address: string, more = {}) => renderer.render(address, { ...view, siteUrl: url, ...more }), isListed: () => undefined, media: async () => undefined };
  const door = searchDoor({ search, siteUrl: '', now: Date.now, rate: searchRate(Date.now), onSearch: () => undefined, onError });
  const { url, stop } = await listen(async (path, request, response) => {
    const isPublished = path === '/tim-kiem/' && !request.url?.includes('?');
    if (door.takes(path) && !isPublished) {
      const answer = await door.answer(new Request(url + request.url, { headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] => (name.startsWith('x-search-') ? [[name, String(value)]] : [])) }), { address: '127.0.0.1', served: { app } as unknown as ServedState });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      return void response.end(Buffer.from(await answer.arrayBuffer()));
    }
    const file = await clientFile(path);
    if (file !== undefined) return sendFile(response, path, file);
    const page = await app.render(path);
    response.writeHead(page.status, { 'content-type': page.type }).end(page.body);
  });
  return {
    url,
    engine,
    answeredBy,
    faults,
    async stop() {
      service.close();
      await stop();
    },
  };
}

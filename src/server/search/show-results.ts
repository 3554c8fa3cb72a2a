import { searchPartPath, searchPath, type Language } from '../../paths.ts';
import type { RenderedPage } from '../../publish/renderer.ts';
import type { DeclarationView, SearchView } from '../../publish/search-view.ts';
import { asksForSomething, readSearchParameters, RESULTS_PER_PAGE } from '../../search/search-parameters.ts';
import type { WebVisitor } from '../http/web-door.ts';
import type { SiteApp } from '../http/site-app.ts';
import { isDeclared } from './declaration.ts';
import { findAll } from './find-all.ts';
import { foundNothing } from './search-help.ts';
import type { SearchDoorParts } from './search-door.ts';

/** Sent by the page's own script when a search was meant and not merely typed on the way. */
const MEANT_HEADER = 'x-search-meant';

/** The page of results with its query, or the region of results alone. */
export async function showResults(parts: SearchDoorParts, request: Request, visitor: WebVisitor, { kind, language }: { kind: 'page' | 'part'; language: Language }): Promise<Response> {
  const app = visitor.served?.app as SiteApp;
  const { parameters, problems } = readSearchParameters(new URL(request.url).searchParams, language);
  const declaration: DeclarationView = { made: isDeclared(request), problems: [] };
  const search: SearchView = { parameters, problems, declaration };
  if (asksForSomething(parameters)) {
    const ask = { parameters, limit: RESULTS_PER_PAGE, alcohol: declaration.made };
    search.outcome = await findAll(parts.search, app.view, ask, request.signal);
    const isMeant = kind === 'page' || request.headers.has(MEANT_HEADER);
    const meansAlcohol = search.outcome.understood.meanings.some((meaning) => meaning.kind === 'alcohol');
    if (isMeant && parameters.page === 1 && parameters.text.trim() !== '' && !meansAlcohol) {
      parts.onSearch({ text: parameters.text, foundNothing: foundNothing(search.outcome, parameters.page), address: visitor.address });
    }
  }
  if (kind === 'part' && search.outcome === undefined) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  return pageAnswer(await app.render(kind === 'page' ? searchPath(language) : searchPartPath(language), { search }), declaration.made);
}

/** Whatever was asked for stays out of search engines; with alcohol in it, out of every cache too. */
export function pageAnswer(page: RenderedPage, isPrivate: boolean): Response {
  const headers = new Headers({ 'content-type': page.type, ...page.headers });
  headers.set('x-robots-tag', 'noindex, follow');
  headers.set('cache-control', isPrivate ? 'private, no-store' : 'no-cache');
  headers.append('vary', 'cookie');
  return new Response(new Uint8Array(page.body), { status: page.status, headers });
}

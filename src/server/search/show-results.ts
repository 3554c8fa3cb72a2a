import { inParts } from '../../results/later-parts.ts';
import { searchPartPath, searchPath, type Language } from '../../paths.ts';
import type { RenderedPage } from '../../publish/renderer.ts';
import type { DeclarationView, SearchView } from '../../publish/search-view.ts';
import { asksForSomething, readSearchParameters, RESULTS_PER_PAGE } from '../../search/search-parameters.ts';
import { foundNothing } from '../../search/search-help.ts';
import type { WebVisitor } from '../http/web-door.ts';
import type { SiteApp } from '../http/site-app.ts';
import { isDeclared } from './declaration.ts';
import { findAll } from './find-all.ts';
import { keptResults } from './kept-results.ts';
import type { SearchDoorParts } from './search-door.ts';

/** Sent by the page's own script when a search was meant and not merely typed on the way. */
const MEANT_HEADER = 'x-search-meant';
/** Sent when only what a phone paints first is wanted; the whole is asked for once that stands there. */
const FIRST_HEADER = 'x-search-first';
const kept = keptResults();

/** The page of results with its query. */
export async function showResults(parts: SearchDoorParts, request: Request, visitor: WebVisitor, language: Language): Promise<Response> {
  const app = visitor.served?.app as SiteApp;
  const search = await searchFor(parts, request, visitor, { language, isMeant: true });
  return pageAnswer(await app.render(searchPath(language), { search }), search.declaration.made);
}

/** The region of results alone, or the first of it. */
export async function showPart(parts: SearchDoorParts, request: Request, visitor: WebVisitor, language: Language): Promise<Response> {
  const isFirst = request.headers.has(FIRST_HEADER);
  const part = await partFor(parts, request, visitor, { language, isFirst });
  if (part === undefined) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  const answer = pageAnswer(isFirst ? { ...part, body: Buffer.from(inParts(part.body.toString()).first) } : part, isDeclared(request));
  answer.headers.append('vary', FIRST_HEADER);
  return answer;
}

/** What a phone paints first; undefined where nothing was asked for. */
export async function firstPartFor(parts: SearchDoorParts, request: Request, visitor: WebVisitor, language: Language): Promise<string | undefined> {
  const part = await partFor(parts, request, visitor, { language, isFirst: true });
  return part && inParts(part.body.toString()).first;
}

/** Undefined where nothing was asked for. What was found before is not rendered again; with alcohol nothing is kept. */
async function partFor(parts: SearchDoorParts, request: Request, visitor: WebVisitor, { language, isFirst }: { language: Language; isFirst: boolean }): Promise<RenderedPage | undefined> {
  const app = visitor.served?.app as SiteApp;
  const isMeant = request.headers.has(MEANT_HEADER);
  const key = `${language}${new URL(request.url).search}`;
  const known = isDeclared(request) ? undefined : kept.of(app, key);
  if (known?.isAwaited && !isFirst && !isMeant) {
    known.isAwaited = false;
    parts.rate.giveBack(visitor.address);
    return known.part;
  }
  const search = await searchFor(parts, request, visitor, { language, isMeant });
  const { outcome } = search;
  if (outcome === undefined) return undefined;
  const part = known?.outcome === outcome ? known.part : await app.render(searchPartPath(language), { search });
  if (!search.declaration.made) kept.keep(app, key, { outcome, part, isAwaited: isFirst });
  return part;
}

async function searchFor(parts: SearchDoorParts, request: Request, { served, address }: WebVisitor, { language, isMeant }: { language: Language; isMeant: boolean }): Promise<SearchView> {
  const app = served?.app as SiteApp;
  const { parameters, problems } = readSearchParameters(new URL(request.url).searchParams, language);
  const declaration: DeclarationView = { made: isDeclared(request), problems: [] };
  if (!asksForSomething(parameters)) return { parameters, problems, declaration };
  const outcome = await findAll(parts.search, app.view, { parameters, limit: RESULTS_PER_PAGE, alcohol: declaration.made }, request.signal);
  const meansAlcohol = outcome.understood.meanings.some((meaning) => meaning.kind === 'alcohol');
  if (isMeant && parameters.page === 1 && parameters.text.trim() !== '' && !meansAlcohol) {
    parts.onSearch({ text: parameters.text, foundNothing: foundNothing(outcome, parameters.page), address });
  }
  return { parameters, problems, declaration, outcome };
}

/** Whatever was asked for stays out of search engines; with alcohol in it, out of every cache too. */
export function pageAnswer(page: RenderedPage, isPrivate: boolean): Response {
  const headers = new Headers({ 'content-type': page.type, ...page.headers });
  headers.set('x-robots-tag', 'noindex, follow');
  headers.set('cache-control', isPrivate ? 'private, no-store' : 'no-cache');
  headers.append('vary', 'cookie');
  return new Response(new Uint8Array(page.body), { status: page.status, headers });
}

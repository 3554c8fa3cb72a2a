import { keptAddress } from '../domain/trace-path.ts';
import { formatDate } from '../i18n/format-date.ts';
import { keep, keptOn } from './kept-cache.ts';

/** Some hundred kilobytes. */
const MOST_PAGES = 60;

/** Under which name a page is kept: its path and language, whatever else the address carries. */
export function pageKey(path: string, language: string | null): string {
  return language === null || language === 'vi' ? path : `${path}?lang=${language}`;
}

/** Fetches a page, and keeps it when it is one. */
export async function fetchPage(pages: Cache, request: Request | string, key: string, now: () => number): Promise<Response> {
  const response = await fetch(request);
  const isPage = response.status === 200 && !response.redirected && (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (isPage) await keep(pages, key, response.clone(), MOST_PAGES, now());
  return response;
}

/** The page itself, else one of a wider level, each saying that it is a copy. Undefined when none is kept. */
export async function keptPage(pages: Cache, path: string, language: string | null): Promise<Response | undefined> {
  for (const [place, level] of (keptAddress(path)?.levels ?? []).entries()) {
    const kept = await pages.match(pageKey(level, language));
    if (kept !== undefined) return asCopy(kept, place > 0);
  }
  return undefined;
}

/** Shows the line that components/trace/Offline.astro keeps hidden. */
async function asCopy(kept: Response, isWider: boolean): Promise<Response> {
  const html = await kept.text();
  const language = /<html[^>]*lang="en"/.test(html) ? 'en' : 'vi';
  const marked = html
    .replace('<p id="kept" hidden', '<p id="kept"')
    .replace('<b data-kept-day></b>', `<b>${formatDate(keptOn(kept) ?? '', language)}</b>`)
    .replace('<span data-kept-wider hidden', isWider ? '<span data-kept-wider' : '<span data-kept-wider hidden');
  return new Response(marked, { status: 200, headers: kept.headers });
}

import { dayInVietnam } from '../domain/calendar-day.ts';
import { keptAddress } from '../domain/trace-path.ts';
import { fetchPage, keptPage, pageKey } from './kept-pages.ts';
import { keptRowPage, STYLE } from './kept-row-page.ts';
import { keptRow } from './kept-tables.ts';

export interface KeptParts {
  pages: Cache;
  tables: Cache;
  /** Milliseconds since 1970. */
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
}

/** A page that is here already is shown when the network takes longer. */
export const PATIENCE_MS = 1_500;
/** For a page that was never opened the table of packs waits longer. */
export const LONG_PATIENCE_MS = 8_000;

/**
 * Answers for a trace page: from the network, else from what is kept, else with the pack's row in the table. `behind`
 * gets what goes on after the answer: a page that came late is kept for the next time.
 */
export async function answerKept({ pages, tables, now, wait }: KeptParts, request: Request, behind: (work: Promise<unknown>) => void): Promise<Response> {
  const url = new URL(request.url);
  const language = url.searchParams.get('lang');
  const [path = ''] = keptAddress(url.pathname)?.levels ?? [];
  const coming = fetchPage(pages, request, pageKey(path, language), now).catch(() => undefined);
  behind(coming);
  const isKept = (await pages.match(pageKey(path, language))) !== undefined;
  const fresh = await Promise.race([coming, wait(isKept ? PATIENCE_MS : LONG_PATIENCE_MS).then(() => undefined)]);
  // A gateway that cannot reach the site is no better than no network.
  if (fresh !== undefined && fresh.status < 500) return fresh;
  return (await keptPage(pages, path, language)) ?? (await rowPage(tables, url, now)) ?? fresh ?? (await coming) ?? Response.error();
}

async function rowPage(tables: Cache, url: URL, now: () => number): Promise<Response | undefined> {
  const address = keptAddress(url.pathname);
  const found = address && (await keptRow(tables, address.code));
  if (address === undefined || found === undefined) return undefined;
  const language = (address.language ?? url.searchParams.get('lang') ?? 'vi') === 'vi' ? 'vi' : 'en';
  const policy = `default-src 'none'; style-src 'sha256-${await styleHash()}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'no-store' };
  return new Response(keptRowPage(found, language, dayInVietnam(now())), { headers });
}

async function styleHash(): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}

import { FILE_POLICY } from './content-security-policy.ts';
import type { FeedContext } from './feeds/feed-context.ts';
import { makeFeed } from './feeds/make-feed.ts';
import { isFeed, isHtmlPage, type AppFile, type Feed, type HtmlPage, type PublishedPage } from './page.ts';
import type { RenderedPage, Renderer } from './renderer.ts';
import { traceHeaders } from './trace-headers.ts';
import type { View } from './view.ts';

const OPEN_DATA: ReadonlySet<Feed['kind']> = new Set<Feed['kind']>(['catalogue-json', 'products-csv', 'status-json', 'status-list', 'certificate-proof', 'status-list-proof', 'keys', 'linkset', 'epcis', 'pack-table', 'pack-table-index']);
const ONE_DAY = 'public, max-age=86400';
const FIVE_MINUTES = 'public, max-age=300, must-revalidate';
const REVALIDATE = 'public, max-age=0, must-revalidate';

/** Makes one page or file. Throws when what the app gives back must not be published. */
export async function makePage(page: PublishedPage, renderer: Renderer, view: View, feeds: FeedContext): Promise<RenderedPage> {
  if (isFeed(page)) return feedFile(page, feeds);
  return isHtmlPage(page) ? renderPage(page, renderer, view) : renderFile(page, renderer, view);
}

async function renderPage(page: HtmlPage, renderer: Renderer, view: View): Promise<RenderedPage> {
  const rendered = await renderer.render(page.path, view);
  const expected = page.kind === 'not-found' ? 404 : 200;
  if (rendered.status !== expected) throw new Error(`answered ${rendered.status} instead of ${expected}`);
  if (!rendered.type.startsWith('text/html')) throw new Error(`answered ${rendered.type} instead of HTML`);
  if (rendered.body.length === 0) throw new Error('answered an empty page');
  return { ...rendered, headers: { 'cache-control': REVALIDATE, ...rendered.headers, ...(page.kind === 'trace' ? traceHeaders(page, view) : {}) } };
}

async function renderFile(page: AppFile, renderer: Renderer, view: View): Promise<RenderedPage> {
  const rendered = await renderer.render(page.path, view);
  if (rendered.status !== 200) throw new Error(`answered ${rendered.status} instead of 200`);
  if (rendered.type.startsWith('text/html')) throw new Error('answered a page instead of a file');
  return { ...rendered, headers: { 'cache-control': ONE_DAY, ...rendered.headers } };
}

/** Open data may be read by scripts of other sites; the other files are for crawlers. */
function feedFile(feed: Feed, context: FeedContext): RenderedPage {
  const { type, body } = makeFeed(feed, context);
  const open = OPEN_DATA.has(feed.kind);
  const headers = {
    'cache-control': feed.kind === 'keys' ? FIVE_MINUTES : REVALIDATE,
    'content-security-policy': FILE_POLICY,
    ...(open ? { 'access-control-allow-origin': '*' } : {}),
    // The address on the pack gives this file or a page.
    ...(feed.kind === 'linkset' ? { vary: 'accept' } : {}),
  };
  return { status: 200, type, headers, body: typeof body === 'string' ? Buffer.from(body) : body };
}

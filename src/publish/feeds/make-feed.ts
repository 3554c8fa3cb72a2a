import type { Feed } from '../page.ts';
import { catalogueJson } from './catalogue-json.ts';
import type { FeedContext } from './feed-context.ts';
import { productsCsv } from './products-csv.ts';
import { robotsTxt } from './robots.ts';
import { securityTxt } from './security-txt.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';

/** One file for machines: its text and its Content-Type. */
export function makeFeed(feed: Feed, context: FeedContext): { type: string; body: string } {
  switch (feed.kind) {
    case 'catalogue-json':
      return { type: 'application/json; charset=utf-8', body: JSON.stringify(catalogueJson(context)) };
    case 'products-csv':
      return { type: 'text/csv; charset=utf-8', body: productsCsv(context) };
    case 'sitemap-index':
      return { type: 'application/xml; charset=utf-8', body: sitemapIndex(context) };
    case 'sitemap':
      return { type: 'application/xml; charset=utf-8', body: sitemap(context, feed.path) };
    case 'robots':
      return { type: 'text/plain; charset=utf-8', body: robotsTxt(context) };
    case 'security-txt':
      return { type: 'text/plain; charset=utf-8', body: securityTxt(context) };
  }
}

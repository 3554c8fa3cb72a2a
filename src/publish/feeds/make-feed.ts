import type { Feed } from '../page.ts';
import { catalogueJsonText } from './catalogue-json.ts';
import type { FeedContext } from './feed-context.ts';
import { productsCsv } from './products-csv.ts';
import { robotsTxt } from './robots.ts';
import { securityTxt } from './security-txt.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';
import { statusJson } from './status-json.ts';
import { statusList } from './status-list.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const XML_TYPE = 'application/xml; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';

/** One file for machines: its text and its Content-Type. */
export function makeFeed(feed: Feed, context: FeedContext): { type: string; body: string } {
  switch (feed.kind) {
    case 'status-json':
      return { type: JSON_TYPE, body: JSON.stringify(statusJson(context)) };
    case 'status-list':
      return { type: JSON_TYPE, body: JSON.stringify(statusList(context)) };
    case 'catalogue-json':
      return { type: JSON_TYPE, body: catalogueJsonText(context) };
    case 'products-csv':
      return { type: 'text/csv; charset=utf-8', body: productsCsv(context) };
    case 'sitemap-index':
      return { type: XML_TYPE, body: sitemapIndex(context) };
    case 'sitemap':
      return { type: XML_TYPE, body: sitemap(context, feed.path) };
    case 'robots':
      return { type: TEXT_TYPE, body: robotsTxt(context) };
    case 'security-txt':
      return { type: TEXT_TYPE, body: securityTxt(context) };
  }
}

import { LINKSET_TYPE } from '../../trace/linkset/linkset.ts';
import type { Feed } from '../page.ts';
import { catalogueJsonBytes } from './catalogue-json.ts';
import { certificateProof, CREDENTIAL_MEDIA_TYPE } from './certificate-proof.ts';
import type { FeedContext } from './feed-context.ts';
import { epcisOf } from './epcis.ts';
import { keySet } from './keys.ts';
import { linksetOf } from './linkset.ts';
import { packTable } from './pack-table.ts';
import { packTableIndex } from './pack-table-index.ts';
import { productsCsv } from './products-csv.ts';
import { robotsTxt } from './robots.ts';
import { securityTxt } from './security-txt.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';
import { statusJson } from './status-json.ts';
import { statusListProof } from './status-list-proof.ts';
import { statusList } from './status-list.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const XML_TYPE = 'application/xml; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';

/** One file for machines: its content and its Content-Type. */
export function makeFeed(feed: Feed, context: FeedContext): { type: string; body: string | Buffer } {
  switch (feed.kind) {
    case 'status-json':
      return { type: JSON_TYPE, body: statusJson(context) };
    case 'status-list':
      return { type: JSON_TYPE, body: JSON.stringify(statusList(context)) };
    case 'certificate-proof':
      return { type: CREDENTIAL_MEDIA_TYPE, body: certificateProof(context, feed.path) };
    case 'status-list-proof':
      return { type: CREDENTIAL_MEDIA_TYPE, body: statusListProof(context) };
    case 'keys':
      return { type: 'application/jwk-set+json', body: JSON.stringify(keySet(context)) };
    case 'linkset':
      return { type: LINKSET_TYPE, body: JSON.stringify(linksetOf(context, feed.path)) };
    case 'epcis':
      return { type: 'application/ld+json', body: JSON.stringify(epcisOf(context, feed.path)) };
    case 'pack-table':
      return { type: JSON_TYPE, body: packTable(context, feed.path) };
    case 'pack-table-index':
      return { type: JSON_TYPE, body: JSON.stringify(packTableIndex(context)) };
    case 'catalogue-json':
      return { type: JSON_TYPE, body: catalogueJsonBytes(context) };
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

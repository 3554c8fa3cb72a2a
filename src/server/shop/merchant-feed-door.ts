import { dayInVietnam } from '../../domain/calendar-day.ts';
import { merchantFeedPath } from '../../paths.ts';
import { plainAnswer } from '../desk/private-answer.ts';
import type { WebDoor } from '../http/web-door.ts';
import { merchantFeed } from './merchant-feed.ts';
import type { ShopDoorParts } from './shop-door-parts.ts';
import { stockLeft } from './stock-left.ts';

/** `/feed/google.xml`: what can be bought now; made when it is fetched, because stock changes by the minute. */
export function merchantFeedDoor({ db, catalogue, now, siteUrl }: Pick<ShopDoorParts, 'db' | 'catalogue' | 'now' | 'siteUrl'>): WebDoor {
  return {
    takes: (path) => path === merchantFeedPath,
    async answer({ method }) {
      if (method !== 'GET' && method !== 'HEAD') return plainAnswer(405, 'Send a GET request.', { allow: 'GET, HEAD' });
      const current = await catalogue();
      const left = await stockLeft(db, current.shop, current.shop.offers.map(({ sku }) => sku));
      const body = merchantFeed({ catalogue: current, asOf: dayInVietnam(now()), siteUrl, left });
      return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=300' } });
    },
  };
}

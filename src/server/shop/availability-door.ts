import { z } from 'zod';
import { availabilityApiPath } from '../../paths.ts';
import { problemDetails } from '../api/problem-details.ts';
import type { WebDoor } from '../http/web-door.ts';
import type { ShopDoorParts } from './shop-door-parts.ts';
import { stockLeft } from './stock-left.ts';

/** More than this is plenty: how much lies in the store is nobody's business. */
const FEW = 10;

export const availabilityQuerySchema = z.object({ product: z.string().min(1).max(120).describe('Id of a product') });
export const availabilitySchema = z.object({ left: z.record(z.string(), z.int()).describe('Packs left by SKU, where there are ten or fewer') });

/** `GET /api/availability?product=<id>`: `{left: {<sku>: 0…10}}`; a SKU with plenty is not in it. */
export function availabilityDoor({ db, catalogue }: Pick<ShopDoorParts, 'db' | 'catalogue'>): WebDoor {
  return {
    takes: (path) => path === availabilityApiPath,
    async answer(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return problemDetails(405, 'method', 'Method not allowed', 'Send a GET request.', { allow: 'GET, HEAD' });
      const asked = availabilityQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (!asked.success) return problemDetails(400, 'query', 'No product', 'Name a product: ?product=<id>.');
      const { shop } = await catalogue();
      const offers = shop.offersOf(asked.data.product);
      if (offers.length === 0) return problemDetails(404, 'not-sold', 'Not sold', 'Nothing of this product is sold here.');
      const left = await stockLeft(db, shop, offers.map(({ sku }) => sku));
      const few = Object.fromEntries([...left].filter(([, count]) => count <= FEW));
      return new Response(JSON.stringify({ left: few }), { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });
    },
  };
}

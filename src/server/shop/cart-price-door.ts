import { z } from 'zod';
import { MOST_LINES, MOST_OF_ONE } from '../../domain/cart.ts';
import { cartPricePath } from '../../paths.ts';
import { problemDetails } from '../api/problem-details.ts';
import { FewAtOnce } from '../desk/few-at-once.ts';
import { readBody } from '../desk/read-form.ts';
import type { WebDoor } from '../http/web-door.ts';
import { pricedCart } from './cart-door.ts';
import type { ShopDoorParts } from './shop-door-parts.ts';

/** What a program asks: packs and quantities, never a price. */
export const cartToPriceSchema = z.strictObject({
  lines: z.array(z.strictObject({ sku: z.string().min(1).max(100), quantity: z.int().min(1).max(MOST_OF_ONE) })).min(1).max(MOST_LINES),
  voucher: z.string().max(60).optional(),
  /** Slug of a province of today. */
  province: z.string().max(60).optional(),
});

/** What it hears: prices, what is left and what stops each line, all in whole đồng. */
export const pricedCartSchema = z.object({
  lines: z.array(
    z.object({
      sku: z.string(),
      quantity: z.int(),
      price: z.object({ unitDong: z.int(), discountDong: z.int(), totalDong: z.int() }).optional(),
      fault: z.object({ kind: z.enum(['not-sold', 'minimum', 'stock', 'quantity']), minimum: z.int().optional(), left: z.int().optional(), most: z.int().optional() }).optional(),
    }),
  ),
  totals: z.object({ goodsDong: z.int(), discountDong: z.int(), shippingDong: z.int().optional(), totalDong: z.int() }).optional(),
  voucher: z.object({ code: z.string(), fault: z.object({ kind: z.string() }).optional() }).optional(),
});

const LONGEST_BODY = 32 * 1024;
const AT_ONCE = 32;

/** `POST /api/cart/price`: the server's prices of a cart; nothing is held. */
export function cartPriceDoor(parts: Pick<ShopDoorParts, 'db' | 'catalogue' | 'now' | 'onError'>): WebDoor {
  const few = new FewAtOnce(AT_ONCE, AT_ONCE);
  return {
    takes: (path) => path === cartPricePath,
    answer: async (request) => (await few.run(() => price(parts, request))) ?? problemDetails(503, 'busy', 'Busy', 'Too many requests at once: try again.', { 'retry-after': '2' }),
  };
}

async function price(parts: Parameters<typeof cartPriceDoor>[0], request: Request): Promise<Response> {
  if (request.method !== 'POST') return problemDetails(405, 'method', 'Method not allowed', 'Send a POST request.', { allow: 'POST' });
  const raw = await readBody(request.body, LONGEST_BODY, LONGEST_BODY);
  if (raw === undefined) return problemDetails(413, 'too-large', 'Body too large', `A body may have ${LONGEST_BODY} bytes.`);
  const read = cartToPriceSchema.safeParse(parsed(raw));
  if (!read.success) {
    const [issue] = read.error.issues;
    return problemDetails(400, 'shape', 'Not a cart', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'cannot be read'}`);
  }
  const { lines, voucher, province } = read.data;
  try {
    const { lines: priced, totals, voucher: counted } = await pricedCart(parts, { lines, ...(voucher !== undefined && { voucher }), ...(province !== undefined && { province }) });
    const body = { lines: priced.map(({ sku, quantity, price: paid, fault }) => ({ sku, quantity, price: paid, fault })), totals, voucher: counted };
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });
  } catch (error) {
    parts.onError(error, 'pricing a cart');
    return problemDetails(500, 'fault', 'Not priced', 'The server failed: try again.');
  }
}

function parsed(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(raw));
  } catch {
    return undefined;
  }
}

import { availabilityApiPath, cartPricePath } from '../../paths.ts';
import type { ApiOperation } from '../api/openapi.ts';
import { availabilityQuerySchema, availabilitySchema } from './availability-door.ts';
import { cartToPriceSchema, pricedCartSchema } from './cart-price-door.ts';

/** What /api/openapi.json says of carts. */
export const SHOP_OPERATIONS: readonly ApiOperation[] = [
  {
    method: 'post',
    path: cartPricePath,
    operationId: 'priceCart',
    summary: 'Price a cart',
    description: 'Prices of the catalogue, what stops a line, and the cost of delivery to a province. Nothing is held.',
    body: cartToPriceSchema,
    answer: { schema: pricedCartSchema, description: 'The cart with its prices; amounts in whole đồng' },
    problems: { 400: 'Not the shape of a cart', 413: 'The body is too large', 503: 'Too much at once; ask again' },
  },
  {
    method: 'get',
    path: availabilityApiPath,
    operationId: 'availability',
    summary: 'What is left of a product',
    query: availabilityQuerySchema,
    answer: { schema: availabilitySchema, description: 'Packs of which few are left; the others are plenty' },
    problems: { 400: 'No product is named', 404: 'Nothing of this product is sold here' },
  },
];

import { ORDER_OPERATIONS } from '../orders/order-operations.ts';
import { PAYMENT_OPERATIONS } from '../payments/payment-operations.ts';
import { SEARCH_OPERATIONS } from '../search/search-operations.ts';
import { SHOP_OPERATIONS } from '../shop/shop-operations.ts';
import type { ApiOperation } from './openapi.ts';

/** Everything that /api/openapi.json describes. */
export const API_OPERATIONS: readonly ApiOperation[] = [...SEARCH_OPERATIONS, ...ORDER_OPERATIONS, ...PAYMENT_OPERATIONS, ...SHOP_OPERATIONS];

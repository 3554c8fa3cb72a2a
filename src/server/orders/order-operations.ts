import type { ApiOperation } from '../api/openapi.ts';
import { ordersApiPath } from '../../paths.ts';
import { orderAnswerSchema } from './order-answer.ts';
import { orderFormSchema } from './order-form.ts';
import { orderRequestSchema } from './order-request.ts';

/** What /api/openapi.json says of orders. */
export const ORDER_OPERATIONS: readonly ApiOperation[] = [
  {
    method: 'post',
    path: ordersApiPath,
    operationId: 'placeOrder',
    summary: 'Order goods',
    description: 'Prices are those of the catalogue; fields that it does not know are ignored. Send a header Idempotency-Key (16 to 100 letters, digits, hyphens or underscores) that is new for each order and the same for each repetition: an order sent again is answered with the very same order. A plain form may carry the key in its field idempotencyKey; a browser that sends one is led on to the page of the order (303).',
    body: orderRequestSchema,
    form: orderFormSchema,
    answer: { schema: orderAnswerSchema, description: 'The order was placed, now or by an earlier request with this key', status: 201 },
    problems: {
      400: 'No Idempotency-Key, or not the shape of an order',
      403: 'Sent by a page of another site',
      409: 'The total is another one by now (totals and lines are in it), the goods or the voucher are used up, or too many cash orders are open',
      413: 'The body is too large',
      415: 'The body is neither JSON nor a plain form',
      422: 'Fields at fault, each named in `errors`; or the key came with another order before',
      429: 'Too many attempts from one network',
      503: 'Too much at once; send it again with the same key',
    },
  },
];

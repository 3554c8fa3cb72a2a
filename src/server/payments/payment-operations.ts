import { z } from 'zod';
import { paymentWebhookPath } from '../../paths.ts';
import type { ApiOperation } from '../api/openapi.ts';
import { cassoMessage } from './webhooks/casso.ts';
import { payosMessage } from './webhooks/payos.ts';
import { sepayMessage } from './webhooks/sepay.ts';

const TAKEN = { schema: z.object({ success: z.literal(true) }), description: 'Written for good, or known already' };

const PROBLEMS = {
  400: 'Signed, but no message that is known here',
  401: 'No signature, a wrong one, or a time more than five minutes away; nothing was asked of the database',
  404: 'This provider is not switched on',
  405: 'Another method than POST',
  413: 'The body is too large',
  500: 'It could not be written: send it again',
  503: 'Too many at once: send it again',
};

const webhook = (name: string, title: string, signature: string, body: z.ZodType): ApiOperation => ({
  method: 'post',
  path: paymentWebhookPath(name) as `/api/${string}`,
  operationId: `${name}Webhook`,
  summary: `Where ${title} tells of money`,
  description: `${signature} The same message twice is one payment.`,
  body,
  answer: TAKEN,
  problems: PROBLEMS,
});

/** What /api/openapi.json says of messages about money. */
export const PAYMENT_OPERATIONS: readonly ApiOperation[] = [
  webhook('sepay', 'SePay', 'X-SePay-Signature: sha256=<hex>, HMAC-SHA256 of <X-SePay-Timestamp>.<raw body>.', sepayMessage),
  webhook('casso', 'Casso', 'X-Casso-Signature: t=<ms>,v1=<hex>, HMAC-SHA512 of <t>.<body with sorted keys>.', cassoMessage),
  webhook('payos', 'payOS', 'Signed in its body: HMAC-SHA256 of the fields of data, in order of their names.', payosMessage),
  webhook('stripe', 'Stripe', 'Stripe-Signature over the raw body; the object that an event names is fetched.', z.object({ id: z.string(), type: z.string(), created: z.int() })),
];

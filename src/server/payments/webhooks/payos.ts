import { z } from 'zod';
import { vietnamInstant } from '../vietnam-instant.ts';
import { bankTransfer } from './bank-transfer.ts';
import { WebhookRefused, type PaymentWebhook } from './payment-webhook.ts';
import { demandSame, hexHmac, parsedJson } from './signed-body.ts';
import { sortedKeys } from './sorted-json.ts';

const envelope = z.object({ data: z.record(z.string(), z.unknown()), signature: z.string().max(200) });

const payment = z.object({
  amount: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  description: z.string().max(2000),
  accountNumber: z.string().min(1).max(64),
  reference: z.string().max(200).nullish(),
  transactionDateTime: z.string().transform(vietnamInstant).pipe(z.string()),
  currency: z.string().max(10),
  paymentLinkId: z.string().min(1).max(200),
  code: z.string().max(20),
});

/** What a message has that is read. */
export const payosMessage = z.object({ data: payment, signature: z.string().max(200) });

/** The message that payOS sends when an address is registered. */
const SAMPLE_LINK = '124c33293c43417ab7879e14c8d9eb18';

/**
 * The signature lies in the body: HMAC-SHA256 of the fields of `data`, `name=value` in order of names, joined by `&`.
 * No time of sending is signed, so age cannot be judged: a message sent again has the same id and does nothing.
 */
export function payosWebhook(checksumKey: string): PaymentWebhook {
  return {
    name: 'payos',
    mostBytes: 64 * 1024,
    async read(raw) {
      const body = envelope.safeParse(parsedJson(raw, 'wrong'));
      if (!body.success) throw new WebhookRefused('missing');
      const { data, signature } = body.data;
      demandSame(signature, () => payosSignature(data, checksumKey));
      const read = payment.safeParse(data);
      if (!read.success) throw new WebhookRefused('unreadable');
      const { amount, description, accountNumber, reference, transactionDateTime, currency, paymentLinkId, code } = read.data;
      if (code !== '00' || paymentLinkId === SAMPLE_LINK) return [];
      return bankTransfer({
        eventId: `payos:${paymentLinkId}:${reference ?? ''}`,
        account: accountNumber,
        amountDong: amount,
        direction: 'in',
        currency,
        content: description,
        reference: reference ?? undefined,
        at: transactionDateTime,
      });
    },
  };
}

export function payosSignature(data: Readonly<Record<string, unknown>>, checksumKey: string): string {
  const fields = Object.keys(data)
    .sort()
    .map((name) => `${name}=${written(data[name])}`);
  return hexHmac('sha256', checksumKey, fields.join('&'));
}

/** Nothing, and the words for it, are written as nothing; lists and objects as JSON with sorted keys. */
function written(value: unknown): string {
  if (value === null || value === undefined || value === 'null' || value === 'undefined') return '';
  return typeof value === 'object' ? JSON.stringify(sortedKeys(value)) : String(value);
}

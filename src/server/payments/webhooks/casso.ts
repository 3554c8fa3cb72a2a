import { z } from 'zod';
import { vietnamInstant } from '../vietnam-instant.ts';
import { bankTransfer } from './bank-transfer.ts';
import { WebhookRefused, type PaymentWebhook } from './payment-webhook.ts';
import { demandFresh, hexHmac, isSame, parsedJson } from './signed-body.ts';
import { jsonForms, sortedKeys } from './sorted-json.ts';

const movement = z.object({
  id: z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,20}$/)]),
  reference: z.string().max(200).nullish(),
  description: z.string().max(2000).nullish(),
  /** Below zero for money that went out. */
  amount: z.number().int().refine((amount) => Number.isSafeInteger(amount) && amount !== 0),
  transactionDateTime: z.string().transform(vietnamInstant).pipe(z.string()),
  accountNumber: z.string().min(1).max(64),
});
/** Version 2 of Casso's webhook: one movement a message. */
export const cassoMessage = z.object({ error: z.literal(0), data: movement });

/**
 * `X-Casso-Signature: t=<ms>,v1=<hex>`, HMAC-SHA512 of `<t>.<body with sorted keys>`. What is signed is the JSON, not
 * its bytes, so it is parsed for that alone; nothing in it is believed before the signature fits.
 */
export function cassoWebhook(secret: string): PaymentWebhook {
  return {
    name: 'casso',
    mostBytes: 64 * 1024,
    async read(raw, headers, nowMs) {
      const [, timestamp, given] = /^t=(\d{1,16}),v1=([0-9A-Fa-f]{128})$/.exec(headers.get('x-casso-signature') ?? '') ?? [];
      if (timestamp === undefined || given === undefined) throw new WebhookRefused('missing');
      const body = parsedJson(raw, 'wrong');
      const fits = jsonForms(sortedKeys(body)).map((json) => isSame(given.toLowerCase(), hexHmac('sha512', secret, `${timestamp}.${json}`)));
      if (!fits.includes(true)) throw new WebhookRefused('wrong');
      demandFresh(Number(timestamp), nowMs);
      const read = cassoMessage.safeParse(body);
      if (!read.success) throw new WebhookRefused('unreadable');
      const { id, reference, description, amount, transactionDateTime, accountNumber } = read.data.data;
      // The message that Casso's button "test" sends.
      if (Number(id) === 0) return [];
      return bankTransfer({
        eventId: `casso:${id}`,
        account: accountNumber,
        amountDong: Math.abs(amount),
        direction: amount > 0 ? 'in' : 'out',
        currency: 'VND',
        content: description ?? '',
        reference: reference ?? undefined,
        at: transactionDateTime,
      });
    },
  };
}

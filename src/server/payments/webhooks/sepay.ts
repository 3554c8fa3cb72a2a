import { z } from 'zod';
import { vietnamInstant } from '../vietnam-instant.ts';
import { bankTransfer } from './bank-transfer.ts';
import { WebhookRefused, type PaymentWebhook } from './payment-webhook.ts';
import { demandFresh, demandSame, hexHmac, parsedJson } from './signed-body.ts';

/** https://developer.sepay.vn/en/sepay-webhooks: one movement a message. */
export const sepayMessage = z.object({
  id: z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,20}$/)]),
  transactionDate: z.string().transform(vietnamInstant).pipe(z.string()),
  accountNumber: z.string().min(1).max(64),
  content: z.string().max(2000).nullish(),
  transferType: z.enum(['in', 'out']),
  transferAmount: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  referenceCode: z.string().max(200).nullish(),
});

/**
 * `X-SePay-Signature: sha256=<hex>`, HMAC-SHA256 of `<X-SePay-Timestamp>.<raw body>`, seconds since 1970. The other
 * ways that SePay offers (an API key, nothing) do not sign the body and are not taken.
 */
export function sepayWebhook(secret: string): PaymentWebhook {
  return {
    name: 'sepay',
    mostBytes: 64 * 1024,
    async read(raw, headers, nowMs) {
      const timestamp = headers.get('x-sepay-timestamp') ?? '';
      if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookRefused('missing');
      demandSame(headers.get('x-sepay-signature'), () => `sha256=${hexHmac('sha256', secret, `${timestamp}.`, raw)}`);
      demandFresh(Number(timestamp) * 1000, nowMs);
      const read = sepayMessage.safeParse(parsedJson(raw, 'unreadable'));
      if (!read.success) throw new WebhookRefused('unreadable');
      const { id, accountNumber, transferAmount, transferType, content, referenceCode, transactionDate } = read.data;
      return bankTransfer({
        eventId: `sepay:${id}`,
        account: accountNumber,
        amountDong: transferAmount,
        direction: transferType,
        currency: 'VND',
        content: content ?? '',
        reference: referenceCode ?? undefined,
        at: transactionDate,
      });
    },
  };
}

import { z } from 'zod';
import { WebhookRefused, type PaymentWebhook } from '../webhooks/payment-webhook.ts';
import { demandFresh, demandSame, hexHmac, parsedJson } from '../webhooks/signed-body.ts';

export const practiceMessage = z.object({
  id: z.string().min(1).max(200),
  kind: z.enum(['paid', 'failed', 'expired', 'refunded']),
  order: z.string().min(1).max(100),
  amountDong: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  currency: z.string().max(10),
  at: z.iso.datetime(),
});
export type PracticeMessage = z.infer<typeof practiceMessage>;

/** `X-Practice-Signature: t=<ms>,v1=<hex>`, HMAC-SHA256 of `<t>.<raw body>`: the same path as that of real providers. */
export function practiceWebhook(secret: string): PaymentWebhook {
  return {
    name: 'practice',
    mostBytes: 8 * 1024,
    async read(raw, headers, nowMs) {
      const [, timestamp, given] = /^t=(\d{1,16}),v1=([0-9A-Fa-f]{64})$/.exec(headers.get('x-practice-signature') ?? '') ?? [];
      if (timestamp === undefined || given === undefined) throw new WebhookRefused('missing');
      demandSame(given, () => hexHmac('sha256', secret, `${timestamp}.`, raw));
      demandFresh(Number(timestamp), nowMs);
      const read = practiceMessage.safeParse(parsedJson(raw, 'unreadable'));
      if (!read.success) throw new WebhookRefused('unreadable');
      const { id, kind, order, amountDong, currency, at } = read.data;
      return [{ provider: 'practice', eventId: `practice:${id}`, kind, amountDong, currency, reference: order, bankReference: `practice:${id}`, at }];
    },
  };
}

export function signPractice(body: string, secret: string, sentMs: number): Record<string, string> {
  return { 'content-type': 'application/json', 'x-practice-signature': `t=${sentMs},v1=${hexHmac('sha256', secret, `${sentMs}.`, body)}` };
}

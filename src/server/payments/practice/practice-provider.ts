import { practicePaymentPath } from '../../../paths.ts';
import { isLocal } from '../../env.ts';
import type { OrderToPay, PaymentProvider } from '../payment-provider.ts';
import { writePracticeToken } from './practice-token.ts';

/** Where a payment is pretended: a page of this site itself. */
export function practicePage(order: OrderToPay, secret: string): string {
  const { id, number, dueDong, language, returnPath, reservedUntil } = order;
  return practicePaymentPath(writePracticeToken({ order: id, number, dueDong, language, back: returnPath, until: reservedUntil ?? null }, secret));
}

/** Takes no money: for trying the shop before it has a way to be paid. */
export function practiceProvider(secret: string): PaymentProvider {
  return {
    id: 'practice',
    async begin(order) {
      return { kind: 'redirect', url: practicePage(order, secret) };
    },
    async refund() {
      return 'done';
    },
  };
}

/** Throws where pretended payments could be taken for real ones. */
export function refusePractice({ siteUrl, payments }: { siteUrl: string; payments: readonly string[] }): void {
  if (payments.length > 0) throw new Error(`practice payments beside real ones (PAYMENTS is ${payments.join(',')}): one of them must go`);
  if (!isLocal(siteUrl)) throw new Error(`practice payments on a public site (SITE_URL is ${siteUrl})`);
}

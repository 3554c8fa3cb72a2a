import { CARD_LEAST_DONG, CARD_MOST_DONG } from '../domain/card-limits.ts';
import { formatDong } from '../domain/money.ts';
import type { PaymentFault } from '../domain/payment-ways.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';

/** Why an order may not be paid in a way, and what to do, for the buyer. */
export function paymentFaultWords(fault: PaymentFault, language: Language): string {
  const t = translator(language);
  switch (fault.kind) {
    case 'payment':
      return t('order.problem.payment');
    case 'card-too-large':
      return t('order.problem.card-too-large', { most: formatDong(CARD_MOST_DONG, language) });
    case 'card-too-small':
      return t('order.problem.card-too-small', { least: formatDong(CARD_LEAST_DONG, language) });
    case 'cod-limit':
      return t('order.problem.cod-limit', { most: fault.most });
    case 'no-deposit':
      return t('order.problem.no-deposit', { above: formatDong(fault.aboveDong, language) });
  }
}

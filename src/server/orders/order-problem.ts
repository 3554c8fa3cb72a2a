import { formatDate } from '../../i18n/format-date.ts';
import { formatDong } from '../../domain/money.ts';
import type { PricingFault } from '../../domain/cart-pricing.ts';
import type { PaymentFault } from '../../domain/payment-ways.ts';
import type { VoucherFault } from '../../domain/voucher.ts';
import { translator } from '../../i18n/translate.ts';
import type { Language } from '../../paths.ts';
import { paymentFaultWords } from '../../publish/payment-fault-words.ts';

/** One thing in a request that stops the order, at the field where it can be put right: `buyer.phone`, `lines.0.quantity`. */
export interface OrderProblem {
  field: string;
  fault:
    | PricingFault
    | { kind: 'voucher'; fault: VoucherFault }
    | { kind: 'no-stock'; left: number }
    | { kind: 'choose-commune'; communes: readonly { code: string; name: string }[] }
    | PaymentFault
    | { kind: 'no-seller' | 'name' | 'phone' | 'email' | 'street' | 'province' | 'commune' | 'hotel' | 'stay' | 'company' | 'tax-code' | 'company-address' };
}

/** Names the fault for programs; one of a voucher says which: `voucher-stopped`. */
export function problemCode({ fault }: Pick<OrderProblem, 'fault'>): string {
  return fault.kind === 'voucher' ? `voucher-${fault.fault.kind}` : fault.kind;
}

/** What was found and what to do, for the buyer. */
export function problemText({ fault }: Pick<OrderProblem, 'fault'>, language: Language): string {
  const t = translator(language);
  switch (fault.kind) {
    case 'voucher':
      return voucherText(fault.fault, language);
    case 'payment':
    case 'card-too-large':
    case 'card-too-small':
    case 'cod-limit':
    case 'no-deposit':
      return paymentFaultWords(fault, language);
    case 'too-many-lines':
      return t('order.problem.too-many-lines', { most: fault.most });
    case 'quantity':
      return t('order.problem.quantity', { most: fault.most });
    case 'minimum':
      return t('order.problem.minimum', { minimum: fault.minimum });
    case 'no-stock':
      return fault.left === 0 ? t('order.problem.sold-out') : t('order.problem.no-stock', { left: fault.left });
    case 'choose-commune':
      return t('order.problem.choose-commune', { communes: fault.communes.map(({ name }) => name).join('; ') });
    default:
      return t(`order.problem.${fault.kind}`);
  }
}

function voucherText(fault: VoucherFault, language: Language): string {
  const t = translator(language);
  switch (fault.kind) {
    case 'not-yet':
      return t('order.voucher.not-yet', { day: formatDate(fault.from, language) });
    case 'over':
      return t('order.voucher.over', { day: formatDate(fault.until, language) });
    case 'minimum':
      return t('order.voucher.minimum', { dong: formatDong(fault.minimumDong, language) });
    default:
      return t(`order.voucher.${fault.kind}`);
  }
}

import { formatDong } from '../domain/money.ts';
import { spacedOrderNumber } from '../domain/order-number.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';

export interface PracticePaymentPage {
  language: Language;
  title: string;
  /** "Chế độ thử" and what that means. */
  mark: string;
  lede: string;
  order: string;
  amount: string;
  late?: string | undefined;
  problem?: string | undefined;
  /** Values of the field `viec`. */
  choices: readonly { value: 'tra' | 'hong' | 'bo'; label: string; hint: string }[];
}

/** Undefined for a request that did not come by a signed link. */
export function practicePaymentPage(view: View): PracticePaymentPage | undefined {
  const payment = view.practicePayment;
  if (payment === undefined) return undefined;
  const { language, number, dueDong, isLate, problem } = payment;
  const t = translator(language);
  return {
    language,
    title: t('pretend.title'),
    mark: t('pretend.mark'),
    lede: t('pretend.lede'),
    order: t('pretend.order', { number: spacedOrderNumber(number) }),
    amount: formatDong(dueDong, language),
    late: isLate ? t('pretend.late') : undefined,
    problem: problem === undefined ? undefined : t('pretend.problem', { problem }),
    choices: [
      { value: 'tra', label: t('pretend.pay'), hint: t('pretend.pay.hint') },
      { value: 'hong', label: t('pretend.fail'), hint: t('pretend.fail.hint') },
      { value: 'bo', label: t('pretend.leave'), hint: t('pretend.leave.hint') },
    ],
  };
}

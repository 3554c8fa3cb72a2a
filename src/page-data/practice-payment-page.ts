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
    title: t('practice.title'),
    mark: t('practice.mark'),
    lede: t('practice.lede'),
    order: t('practice.order', { number: spacedOrderNumber(number) }),
    amount: formatDong(dueDong, language),
    late: isLate ? t('practice.late') : undefined,
    problem: problem === undefined ? undefined : t('practice.problem', { problem }),
    choices: [
      { value: 'tra', label: t('practice.pay'), hint: t('practice.pay.hint') },
      { value: 'hong', label: t('practice.fail'), hint: t('practice.fail.hint') },
      { value: 'bo', label: t('practice.leave'), hint: t('practice.leave.hint') },
    ],
  };
}

import { formatDong } from '../domain/money.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';
import type { CartTotals } from './cart-view.ts';

export interface TotalRow {
  text: string;
  amount: string;
  kind: 'part' | 'discount' | 'total';
}

/** Every part of a total, and the total last. */
export function totalRows(totals: CartTotals, language: Language, shippingText?: string): TotalRow[] {
  const t = translator(language);
  const { goodsDong, discountDong, shippingDong, totalDong } = totals;
  const dong = (amount: number): string => formatDong(amount, language);
  return [
    { text: t('cart.goods'), amount: dong(goodsDong), kind: 'part' },
    ...(discountDong > 0 ? [{ text: t('cart.discount'), amount: `−${dong(discountDong)}`, kind: 'discount' } as const] : []),
    ...(shippingDong === undefined ? [] : [{ text: shippingText ?? t('cart.shipping'), amount: shippingDong === 0 ? t('cart.free') : dong(shippingDong), kind: 'part' } as const]),
    { text: shippingDong === undefined ? t('cart.totalBefore') : t('cart.total'), amount: dong(totalDong), kind: 'total' },
  ];
}

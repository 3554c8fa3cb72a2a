import type { Catalogue } from '../../catalogue/catalogue.ts';
import { formatDong } from '../../domain/money.ts';
import { spacedOrderNumber } from '../../domain/order-number.ts';
import { formatPhoneNumber } from '../../domain/phone-number.ts';
import { timeWords } from '../../i18n/time-words.ts';
import { translator } from '../../i18n/translate.ts';
import type { Language } from '../../paths.ts';
import { addressLines } from '../../publish/address-words.ts';
import type { OrderView } from '../../publish/order-view.ts';
import { totalRows } from '../../publish/total-rows.ts';

/** A line of a receipt: words at the left, an amount at the right; `gap` lines of white before it. */
export interface ReceiptLine {
  text: string;
  amount?: string;
  kind: 'title' | 'head' | 'plain' | 'soft' | 'total';
  gap?: number;
}

/** Everything that a receipt says, from top to bottom. */
export function receiptLines(order: OrderView, catalogue: Catalogue, language: Language): ReceiptLine[] {
  const t = translator(language);
  const dong = (amount: number): string => formatDong(amount, language);
  const { person, paidDong, totalDong, refundedDong, lines } = order;
  const { seller } = catalogue.shop;
  const isSample = lines.some(({ snapshot }) => snapshot.sample);
  const address = person === undefined && order.delivery.kind !== 'pickup' ? [] : addressLines(catalogue, order.delivery, language);
  const block = (title: string, texts: readonly (string | undefined)[]): ReceiptLine[] => {
    const said = texts.filter((text) => text !== undefined && text !== '') as string[];
    return said.length === 0 ? [] : [{ text: title, kind: 'head', gap: 1 }, ...said.map((text): ReceiptLine => ({ text, kind: 'plain' }))];
  };
  return [
    { text: t('order.receipt'), kind: 'title' },
    { text: `${t('order.number')} ${spacedOrderNumber(order.number)} · ${t('order.placed', { time: timeWords(order.placedAt, language) })}`, kind: 'plain' },
    ...(isSample ? [{ text: `${t('practice.title')} ${t('practice.text')}`, kind: 'soft', gap: 0.5 } as const] : []),
    ...lines.flatMap(({ snapshot, quantity, unitDong }, at): ReceiptLine[] => [
      { text: `${quantity} × ${snapshot.name[language]}`, amount: dong(quantity * unitDong), kind: 'plain', gap: at === 0 ? 1.2 : 0.4 },
      { text: [snapshot.label, snapshot.producer, snapshot.star && t('order.starThen', { count: snapshot.star.stars }), dong(unitDong)].filter(Boolean).join(' · '), kind: 'soft' },
    ]),
    ...totalRows(order, language, order.delivery.kind === 'pickup' ? t('checkout.pickupFree') : undefined).map(({ text, amount, kind }, at): ReceiptLine => ({ text, amount, kind: kind === 'total' ? 'total' : 'plain', gap: at === 0 ? 1.2 : 0 })),
    ...(paidDong > 0 ? [{ text: t('order.paid'), amount: dong(paidDong), kind: 'plain' } as const] : []),
    ...(refundedDong > 0 ? [{ text: t('order.refunded'), amount: dong(refundedDong), kind: 'plain' } as const] : []),
    ...(paidDong > 0 && paidDong < totalDong ? [{ text: t('order.due'), amount: dong(totalDong - paidDong), kind: 'total' } as const] : []),
    ...block(t('order.payment'), [t(`pay.${order.payment}`)]),
    ...block(t('order.to'), address),
    ...block(t('order.person'), person === undefined ? [t('order.personDeleted')] : [person.name, formatPhoneNumber(person.phone), person.email]),
    ...block(t('order.invoice'), [person?.invoice && [person.invoice.company, person.invoice.taxCode, person.invoice.address].join(', ')]),
    ...block(t('order.seller'), seller === undefined ? [] : [seller.name, `${t('seller.taxCode')} ${seller.taxCode}`, seller.address, seller.phone]),
  ];
}

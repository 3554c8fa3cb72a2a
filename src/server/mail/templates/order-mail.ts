import { z } from 'zod';
import { formatDong } from '../../../domain/money.ts';
import type { PaymentMethod } from '../../../domain/order.ts';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import { translator, type Translate } from '../../../i18n/translate.ts';
import type { Language } from '../../../paths.ts';
import { amountsHtml, buttonHtml, escapeHtml, htmlMail, paragraphHtml } from '../html-text.ts';
import type { MailContent } from '../mail-transport.ts';

/** What buyers are told, once each for an order; its link whenever they ask for it. */
export const ORDER_MAIL_KINDS = ['order-received', 'order-paid', 'order-shipped', 'order-cancelled', 'order-refunded', 'order-link'] as const;
export type OrderMailKind = (typeof ORDER_MAIL_KINDS)[number];

/** The order by its id, nothing of who ordered: that is read when the mail is sent. */
export const orderMailPayload = z.strictObject({ order: z.string() });
export type OrderMailPayload = z.infer<typeof orderMailPayload>;

/** As the order stands when the mail is sent. All amounts in whole đồng. */
export interface OrderMailFacts {
  number: string;
  language: Language;
  payment: PaymentMethod;
  lines: readonly { name: string; label: string; quantity: number; totalDong: number }[];
  shippingDong: number;
  totalDong: number;
  /** To be paid before the goods leave, as far as it has not come. */
  stillDueDong: number;
  /** To be collected at the door. */
  atTheDoorDong: number;
  paidDong: number;
  refundedDong: number;
  /** Handed over at an outlet. */
  pickup?: boolean;
  parcels: readonly { carrier?: string; trackingCode?: string }[];
  /** The buyer's own link. */
  link: string;
  seller: string;
  sellerPhone?: string;
  sample: boolean;
}

/** No name, number or address of a person in the subject, and none in the text: the link leads to all of it. */
export function orderMail(kind: OrderMailKind, facts: OrderMailFacts): MailContent {
  const { language, number, link } = facts;
  const t = translator(language);
  const words = wordsFor(kind, facts);
  const spaced = spacedOrderNumber(number);
  const intro = t(`mail.${words}.intro`, { number: spaced });
  const notes = notesOf(kind, facts, t);
  const rows = amountsOf(facts, t);
  const foot = [facts.seller, ...(facts.sellerPhone === undefined ? [] : [facts.sellerPhone])].join(' · ');
  const sample = facts.sample ? [t('mail.order.sample')] : [];
  const text = [...sample, intro, ...notes, rows.map(({ what, amount }) => `${what}: ${amount}`).join('\n'), `${t('mail.order.link')}:\n${link}`, foot].join('\n\n') + '\n';
  const html = [
    ...sample.map((words) => paragraphHtml(words, 'note')),
    `<h1>${escapeHtml(t(`mail.${words}.subject`, { number: spaced }))}</h1>`,
    paragraphHtml(intro),
    ...notes.map((words) => paragraphHtml(words, 'note')),
    amountsHtml(rows, { total: true }),
    buttonHtml(t('mail.order.link'), link),
    paragraphHtml(foot, 'soft'),
  ].join('\n');
  return { subject: t(`mail.${words}.subject`, { number: spaced }), text, html: htmlMail(language, html) };
}

/** A deposit is not the payment, and what waits at an outlet is not on its way. */
function wordsFor(kind: OrderMailKind, { atTheDoorDong, pickup }: OrderMailFacts): OrderMailKind | 'order-deposit' | 'order-ready' {
  if (kind === 'order-paid' && atTheDoorDong > 0) return 'order-deposit';
  return kind === 'order-shipped' && pickup === true ? 'order-ready' : kind;
}

/** What the buyer has to know or do now. */
function notesOf(kind: OrderMailKind, facts: OrderMailFacts, t: Translate): string[] {
  const { language, payment, stillDueDong, atTheDoorDong, paidDong, refundedDong, parcels, pickup } = facts;
  const dong = (amount: number): string => formatDong(amount, language);
  const atTheDoor = (): string => t(pickup === true ? 'mail.order.restAtPickup' : 'mail.order.restAtDoor', { dong: dong(atTheDoorDong) });
  switch (kind) {
    case 'order-received':
      if (payment === 'cod' && stillDueDong === 0) return [t(pickup === true ? 'mail.order.toConfirmPickup' : 'mail.order.toConfirm', { dong: dong(atTheDoorDong) })];
      return [...(stillDueDong > 0 ? [t('mail.order.toPay', { dong: dong(stillDueDong) })] : []), ...(atTheDoorDong > 0 ? [atTheDoor()] : [])];
    case 'order-paid':
      return atTheDoorDong > 0 ? [atTheDoor()] : [];
    case 'order-shipped':
      return [
        ...parcels.flatMap(({ carrier, trackingCode }) => {
          const words = [carrier, trackingCode].filter((one) => one !== undefined).join(' · ');
          return words === '' ? [] : [t('mail.order.parcel', { parcel: words })];
        }),
        ...(atTheDoorDong > 0 ? [atTheDoor()] : []),
      ];
    case 'order-cancelled':
      return paidDong > refundedDong ? [t('mail.order.comesBack', { dong: dong(paidDong - refundedDong) })] : [];
    case 'order-link':
      return [];
    case 'order-refunded':
      return refundedDong > 0 ? [t('mail.order.cameBack', { dong: dong(refundedDong) })] : [];
  }
}

function amountsOf({ lines, shippingDong, totalDong, language }: OrderMailFacts, t: Translate): { what: string; amount: string }[] {
  return [
    ...lines.map(({ name, label, quantity, totalDong: dong }) => ({ what: `${quantity} × ${name}, ${label}`, amount: formatDong(dong, language) })),
    { what: t('mail.order.shipping'), amount: shippingDong === 0 ? t('cart.free') : formatDong(shippingDong, language) },
    { what: t('mail.order.total'), amount: formatDong(totalDong, language) },
  ];
}

import { z } from 'zod';
import { formatDong } from '../../../domain/money.ts';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import { translator } from '../../../i18n/translate.ts';
import type { Language } from '../../../paths.ts';
import { escapeHtml, htmlMail } from '../html-text.ts';
import type { MailContent } from '../mail-transport.ts';

/** What buyers are told, once each for an order; its link whenever they ask for it. */
export const ORDER_MAIL_KINDS = ['order-received', 'order-paid', 'order-shipped', 'order-cancelled', 'order-refunded', 'order-link'] as const;
export type OrderMailKind = (typeof ORDER_MAIL_KINDS)[number];

/** The order by its id, nothing of who ordered: that is read when the mail is sent. */
export const orderMailPayload = z.strictObject({ order: z.string() });
export type OrderMailPayload = z.infer<typeof orderMailPayload>;

export interface OrderMailFacts {
  number: string;
  language: Language;
  lines: readonly { name: string; label: string; quantity: number; totalDong: number }[];
  shippingDong: number;
  totalDong: number;
  /** The buyer's own link. */
  link: string;
  seller: string;
}

/** No name, number or address of a person in the subject. */
export function orderMail(kind: OrderMailKind, facts: OrderMailFacts): MailContent {
  const { language, number, lines, shippingDong, totalDong, link, seller } = facts;
  const t = translator(language);
  const intro = t(`mail.${kind}.intro`, { number: spacedOrderNumber(number) });
  const rows = [
    ...lines.map(({ name, label, quantity, totalDong: total }) => ({ what: `${quantity} × ${name}, ${label}`, dong: total })),
    { what: t('mail.order.shipping'), dong: shippingDong },
    { what: t('mail.order.total'), dong: totalDong },
  ].map(({ what, dong }) => ({ what, price: formatDong(dong, language) }));
  const text = [intro, '', ...rows.map(({ what, price }) => `${what}: ${price}`), '', t('mail.order.link'), link, '', seller, ''].join('\n');
  const table = rows.map(({ what, price }) => `<tr><td>${escapeHtml(what)}</td><td style="text-align:right;padding-left:1em;white-space:nowrap">${escapeHtml(price)}</td></tr>`).join('\n');
  const html = `<p>${escapeHtml(intro)}</p>\n<table>\n${table}\n</table>\n<p><a href="${escapeHtml(link)}">${escapeHtml(t('mail.order.link'))}</a></p>\n<p>${escapeHtml(seller)}</p>`;
  return { subject: t(`mail.${kind}.subject`, { number: spacedOrderNumber(number) }), text, html: htmlMail(language, html) };
}

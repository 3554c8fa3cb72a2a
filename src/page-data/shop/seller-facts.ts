import { translator } from '../../i18n/translate.ts';
import { formatDate } from '../../i18n/format-date.ts';
import type { Language } from '../../paths.ts';
import type { View } from '../../publish/view.ts';

/** What buyers are told of the seller before they order (Consumer Law 2023, art. 37). */
export interface SellerFacts {
  name: string;
  sample: boolean;
  phone: string;
  rows: readonly { label: string; text: string; href?: string }[];
  terms: readonly { title: string; text: string }[];
}

export function sellerFacts(view: View, language: Language): SellerFacts | undefined {
  const { seller } = view.catalogue.shop;
  if (seller === undefined) return undefined;
  const t = translator(language);
  const { legal, name, taxCode, address, phone, email, sample } = seller;
  const words = (text: { vi: string; en?: string | undefined } | undefined): string | undefined => (language === 'en' ? text?.en : undefined) ?? text?.vi;
  const registration = legal?.registration && [legal.registration.number, legal.registration.issuedBy, legal.registration.issuedOn && formatDate(legal.registration.issuedOn, language)].filter(Boolean).join(' · ');
  const terms = [
    { title: t('seller.delivery'), text: t('seller.deliveryText') },
    { title: t('seller.returns'), text: words(legal?.returns) ?? t('seller.askSeller') },
    { title: t('seller.warranty'), text: words(legal?.warranty) },
    { title: t('seller.complaints'), text: words(legal?.complaints) ?? t('seller.askSeller') },
    { title: t('seller.terms'), text: words(legal?.terms) },
    { title: t('seller.data'), text: t('seller.dataText', { days: view.catalogue.shop.settings.retentionDays }) },
  ];
  return {
    name,
    sample,
    phone,
    rows: [
      { label: t('seller.taxCode'), text: taxCode },
      ...(registration ? [{ label: t('seller.registration'), text: registration }] : []),
      { label: t('seller.address'), text: address },
      { label: t('seller.phone'), text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` },
      { label: t('seller.email'), text: email, href: `mailto:${email}` },
      { label: t('seller.invoices'), text: t(`seller.invoices.${seller.invoices}`) },
    ],
    terms: terms.flatMap(({ title, text }) => (text === undefined ? [] : [{ title, text }])),
  };
}

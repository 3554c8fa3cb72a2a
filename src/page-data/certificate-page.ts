import type { Certificate } from '../domain/certificate.ts';
import type { Product } from '../domain/product.ts';
import { basisWords } from '../i18n/basis-words.ts';
import { formatDate } from '../i18n/format-date.ts';
import { issuerName } from '../i18n/issuer-name.ts';
import { translator } from '../i18n/translate.ts';
import { certificatePath, decisionPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { certificateEvents, type CertificateEvent } from './certificate-events.ts';
import { certificateView, type CertificateView } from './certificate-view.ts';
import { certificationJsonLd } from './json-ld.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';
import { productsTrail } from './product-list-page.ts';
import { productSummary, type ProductSummary } from './product-summary.ts';
import { registerHead } from './register-head.ts';

export interface CertificateEventView extends CertificateEvent {
  /** The decision by its number, where one was read. */
  decision?: Link;
  /** On the certificate that the page is about, not on the one before or after it. */
  own: boolean;
}

export interface CertificatePage {
  head: PageHead;
  trail: readonly Link[];
  shown: CertificateView;
  product: ProductSummary;
  issuer?: string;
  decision?: Link;
  /** The last day, and how it is known. */
  validity: { until?: string; how: string };
  /** Why an inferred certificate is inferred. */
  basisNote?: string;
  predecessor?: Link;
  successor?: Link;
  /** Oldest first. */
  events: readonly CertificateEventView[];
}

/** Undefined for an id that no certificate has. */
export function certificatePage(view: View, language: Language, id: string | undefined): CertificatePage | undefined {
  const certificate = id === undefined ? undefined : view.catalogue.certificate(id);
  const record = certificate && view.catalogue.product(certificate.productId);
  if (certificate === undefined || record === undefined) return undefined;
  const product = productSummary(view, record, language);
  const trail = [...productsTrail(language), { text: product.name, href: product.href }];
  const shown = certificateView(certificate, view.asOf, language);
  const issuer = issuerName(certificate.issuer, language);
  const decision = decisionLink(view, certificate.decisionId, language);
  const predecessor = certificateLink(view, certificate.predecessor, language);
  const successor = certificateLink(view, certificate.successor, language);
  const basisNote = basisWords(certificate, language);
  return {
    head: certificateHead(view, language, { record, product, shown, trail }),
    trail,
    shown,
    product,
    ...(issuer !== undefined && { issuer }),
    ...(decision !== undefined && { decision }),
    validity: validityOf(certificate, language),
    ...(basisNote !== undefined && { basisNote }),
    ...(predecessor !== undefined && { predecessor }),
    ...(successor !== undefined && { successor }),
    events: eventsOf(view, language, certificate),
  };
}

function eventsOf(view: View, language: Language, certificate: Certificate): CertificateEventView[] {
  return certificateEvents(view.catalogue.certificatesOf(certificate.productId), view.asOf).map((event) => {
    const decision = decisionLink(view, event.decisionId, language);
    return { ...event, ...(decision !== undefined && { decision }), own: event.certificate.id === certificate.id };
  });
}

function validityOf(certificate: Certificate, language: Language): CertificatePage['validity'] {
  const t = translator(language);
  const { validUntil, validUntilFrom, heldAtMostUntil } = certificate;
  if (validUntil !== undefined) return { until: formatDate(validUntil, language), how: t(`certificate.${validUntilFrom ?? 'computed'}`) };
  if (heldAtMostUntil !== undefined) return { how: t('certificate.atMost', { date: formatDate(heldAtMostUntil, language) }) };
  return { how: t('certificate.noTerm') };
}

function decisionLink(view: View, id: string | undefined, language: Language): Link | undefined {
  const decision = id === undefined ? undefined : view.catalogue.decision(id);
  if (decision === undefined) return undefined;
  return { text: decision.number ?? translator(language)('product.seeDecision'), href: decisionPath(language, decision.id) };
}

/** "3 sao · 21/03/2024": what tells one certificate of a product from another. */
function certificateLink(view: View, id: string | undefined, language: Language): Link | undefined {
  const certificate = id === undefined ? undefined : view.catalogue.certificate(id);
  if (certificate === undefined) return undefined;
  const t = translator(language);
  const stars = certificate.stars === undefined ? t('stars.unknown') : t('stars.count', { count: certificate.stars });
  const day = certificate.grantedOn ?? certificate.attestedOn;
  return {
    text: [stars, certificate.number, day === undefined ? undefined : formatDate(day, language)].filter((part) => part !== undefined).join(' · '),
    href: certificatePath(language, certificate.id),
  };
}

function certificateHead(
  view: View,
  language: Language,
  { record, product, shown, trail }: { record: Product; product: ProductSummary; shown: CertificateView; trail: readonly Link[] },
): PageHead {
  const t = translator(language);
  const { certificate, words } = shown;
  const path = certificatePath(language, certificate.id);
  const title = t('certificate.title', { name: product.name });
  const stars = certificate.stars === undefined ? t('stars.unknown') : t('stars.count', { count: certificate.stars });
  const head = registerHead(view, language, {
    kind: 'certificates',
    id: certificate.id,
    path,
    title: certificate.number === undefined ? title : `${title} · ${certificate.number}`,
    description: t('certificate.description', {
      name: product.name,
      stars,
      number: certificate.number ?? t('unknown'),
      status: words.sentence,
    }),
    trail: [...trail, { text: title, href: path }],
    noindex: record.alcohol || record.sample,
    sample: record.sample,
    jsonLd: [{ '@context': 'https://schema.org', ...certificationJsonLd(shown, language), url: view.siteUrl + path, about: { '@type': 'Product', name: product.name, url: view.siteUrl + product.href } }],
  });
  return record.alcohol ? { ...head, jsonLd: [] } : head;
}

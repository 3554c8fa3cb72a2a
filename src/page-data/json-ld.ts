import { holds } from '../domain/certificate-status.ts';
import { basisWords } from '../i18n/basis-words.ts';
import type { Product } from '../domain/product.ts';
import { translator } from '../i18n/translate.ts';
import { producerPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import type { Link } from './place-view.ts';
import type { ProductSummary } from './product-summary.ts';

export type JsonLd = Readonly<Record<string, unknown>>;

/** Text for a `<script type="application/ld+json">`: no `<` can end the element early. */
export function jsonLdText(data: JsonLd): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

export function breadcrumbJsonLd(view: View, trail: readonly Link[]): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map((step, place) => ({ '@type': 'ListItem', position: place + 1, name: step.text, item: view.siteUrl + step.href })),
  };
}

export function organizationJsonLd(view: View, language: Language, producer: { id: string; name: string }): JsonLd {
  return { '@context': 'https://schema.org', '@type': 'Organization', name: producer.name, url: view.siteUrl + producerPath(language, producer.id) };
}

/**
 * schema.org Product with its Certification, only while the star is held on the page's day.
 * Never for alcohol. What is sold here has its offers, at the very price that is charged; whether there is any left changes by
 * the minute and is not said.
 */
export function productJsonLd(view: View, language: Language, product: ProductSummary, image: string, record?: Pick<Product, 'id' | 'packs'>): JsonLd {
  const offers = record === undefined ? [] : offersJsonLd(view, product, record);
  const held = product.certificate !== undefined && holds(product.certificate.now.status);
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    ...(product.originalName === undefined ? {} : { alternateName: product.originalName }),
    url: view.siteUrl + product.href,
    image: view.siteUrl + image,
    ...(product.producer === undefined ? {} : { manufacturer: { '@type': 'Organization', name: product.producer.text, url: view.siteUrl + product.producer.href } }),
    ...(offers.length === 0 ? {} : { offers }),
    ...(held && product.certificate !== undefined ? { hasCertification: certificationJsonLd(product.certificate, language) } : {}),
  };
}

function offersJsonLd(view: View, product: ProductSummary, { id, packs }: Pick<Product, 'id' | 'packs'>): JsonLd[] {
  const { shop } = view.catalogue;
  return shop.offersOf(id).map(({ sku, priceDong, minimum }) => {
    const pack = packs.find((one) => one.sku === sku);
    return {
      '@type': 'Offer',
      sku,
      ...(pack === undefined ? {} : { name: pack.label }),
      ...(pack?.gtin === undefined ? {} : { gtin: pack.gtin }),
      url: view.siteUrl + product.href,
      price: priceDong,
      priceCurrency: 'VND',
      itemCondition: 'https://schema.org/NewCondition',
      ...(minimum === 1 ? {} : { eligibleQuantity: { '@type': 'QuantitativeValue', minValue: minimum } }),
      ...(shop.seller === undefined ? {} : { seller: { '@type': 'Organization', name: shop.seller.name } }),
    };
  });
}

/** Active while held, inactive once it ended, neither while unconfirmed. An inferred one says so in its description. */
export function certificationJsonLd({ certificate, now }: NonNullable<ProductSummary['certificate']>, language: Language): JsonLd {
  const note = basisWords(certificate, language);
  return {
    '@type': 'Certification',
    name: certificate.stars === undefined ? 'OCOP' : `OCOP ${certificate.stars} sao`,
    ...(note === undefined ? {} : { description: `${translator(language)('basis.inferred')}: ${note}` }),
    ...(now.status === 'unconfirmed' ? {} : { certificationStatus: `https://schema.org/Certification${holds(now.status) ? 'Active' : 'Inactive'}` }),
    ...(certificate.number === undefined ? {} : { certificationIdentification: certificate.number }),
    ...(certificate.issuer?.name === undefined ? {} : { issuedBy: { '@type': 'Organization', name: certificate.issuer.name } }),
    ...(certificate.stars === undefined ? {} : { certificationRating: { '@type': 'Rating', ratingValue: certificate.stars, bestRating: 5 } }),
    ...(certificate.grantedOn === undefined ? {} : { validFrom: certificate.grantedOn }),
    ...(certificate.validUntil === undefined ? {} : { expires: certificate.validUntil}),
  };
}

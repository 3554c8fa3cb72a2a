import { certificateOn } from '../domain/certificate.ts';
import { formatDong } from '../domain/money.ts';
import type { Pack, Product } from '../domain/product.ts';
import type { Source } from '../domain/source.ts';
import { translator } from '../i18n/translate.ts';
import { groupPath, productPath, shareImagePath, type Language } from '../paths.ts';
import type { DerivedPhotograph } from '../media/product-photographs.ts';
import type { View } from '../publish/view.ts';
import { certificateView, type CertificateView } from './certificate-view.ts';
import { breadcrumbJsonLd, organizationJsonLd, productJsonLd } from './json-ld.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';
import { productsTrail } from './product-list-page.ts';
import { listed, productSummary, type ProductSummary } from './product-summary.ts';

export interface ProductPage {
  head: PageHead;
  trail: readonly Link[];
  product: ProductSummary;
  record: Product;
  group?: Link;
  /** Newest first. */
  history: readonly CertificateView[];
  photographs: readonly DerivedPhotograph[];
  /** How to reach the producer; `published` only with consent. Undefined without a producer, for alcohol and where somebody sells. */
  contact?: { published: boolean; phone?: string; zalo?: string; website?: string };
  packs: readonly (Pack & { price?: string })[];
  sources: readonly Source[];
  related: readonly { title: string; products: readonly ProductSummary[] }[];
}

/** Undefined for an id that no product has. */
export function productPage(view: View, language: Language, id: string | undefined): ProductPage | undefined {
  const record = id === undefined ? undefined : view.catalogue.product(id);
  if (record === undefined) return undefined;
  const product = productSummary(view, record, language);
  const group = record.groupId === undefined ? undefined : view.catalogue.group(record.groupId);
  const groupLink = group && { text: group.name[language], href: groupPath(language, group.id) };
  const trail = [...productsTrail(language), ...[groupLink, product.place.province, product.place.commune].filter((link) => link !== undefined)];
  return {
    head: productHead(view, language, record, product, trail),
    trail,
    product,
    record,
    group: groupLink,
    history: view.catalogue.certificatesOf(record.id).map((certificate) => certificateView(certificate, view.asOf, language)).reverse(),
    photographs: view.photographs?.get(record.id) ?? [],
    contact: contactOf(view, record),
    packs: record.packs.map((pack) => ({
      ...pack,
      price: record.alcohol || pack.priceDong === undefined ? undefined : formatDong(pack.priceDong, language),
    })),
    sources: record.sources,
    related: related(view, language, record),
  };
}

function productHead(view: View, language: Language, record: Product, product: ProductSummary, trail: readonly Link[]): PageHead {
  const t = translator(language);
  const shareImage = shareImagePath(language, 'products', record.id);
  const stars = product.certificate?.certificate.stars;
  const status = product.certificate?.words.sentence ?? t('status.unconfirmed');
  return {
    language,
    path: productPath(language, record.id),
    title: t('product.title', { name: product.name, stars: stars === undefined ? 'OCOP' : `OCOP ${t('stars.count', { count: stars })}` }),
    description: t('product.description', {
      name: product.name,
      producer: product.producer === undefined ? '' : `, ${product.producer.text}`,
      place: product.place.line === undefined ? '' : `, ${product.place.line}`,
      status,
    }),
    noindex: record.alcohol,
    shareImage,
    jsonLd: record.alcohol
      ? []
      : [
          productJsonLd(view, product, shareImage),
          breadcrumbJsonLd(view, [...trail, { text: product.name, href: product.href }]),
          ...(record.producerId === undefined || product.producer === undefined ? [] : [organizationJsonLd(view, language, { id: record.producerId, name: product.producer.text })]),
        ],
    sample: record.sample,
  };
}

function contactOf(view: View, record: Product): ProductPage['contact'] {
  const producer = record.producerId === undefined ? undefined : view.catalogue.producer(record.producerId);
  if (producer === undefined || record.alcohol || view.catalogue.site.seller !== undefined) return undefined;
  if (producer.contact?.consent !== true) return { published: false };
  const { phone, zalo, website } = producer.contact;
  return { published: true, phone, zalo, website };
}

const RELATED = 4;

/** By maker, then by place, then by group; a product stands in one row only, alcohol in none. */
function related(view: View, language: Language, record: Product): ProductPage['related'] {
  const t = translator(language);
  const { catalogue } = view;
  const place = catalogue.placeOf(record.id);
  const ofPlace =
    place.kind === 'commune'
      ? [...catalogue.productsOfCommune(place.commune.code), ...catalogue.productsOfProvince(place.province.code)]
      : place.kind === 'province'
        ? catalogue.productsOfProvince(place.province.code)
        : [];
  const seen = new Set([record.id]);
  const row = (title: string, products: readonly Product[]): ProductPage['related'][number] => {
    const picked = listed(products).filter((product) => !seen.has(product.id) && product.sample === record.sample).sort(heldFirst(view)).slice(0, RELATED);
    for (const product of picked) seen.add(product.id);
    return { title, products: picked.map((product) => productSummary(view, product, language)) };
  };
  return [
    row(t('product.sameProducer'), record.producerId === undefined ? [] : catalogue.productsOfProducer(record.producerId)),
    row(t('product.samePlace'), [...new Set(ofPlace)]),
    row(t('product.sameGroup'), record.groupId === undefined ? [] : catalogue.productsOfGroup(record.groupId)),
  ].filter(({ products }) => products.length > 0);
}

function heldFirst(view: View): (a: Product, b: Product) => number {
  const until = (product: Product): string => certificateOn(view.catalogue.certificatesOf(product.id), view.asOf)?.validUntil ?? '';
  return (a, b) => until(b).localeCompare(until(a));
}

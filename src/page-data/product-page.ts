import { packPrice } from '../catalogue/pack-price.ts';
import { relatedProducts } from '../catalogue/related-products.ts';
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
import { buyBox, type BuyBox } from './shop/buy-box.ts';
import { productsTrail } from './product-list-page.ts';
import { productSummary, type ProductSummary } from './product-summary.ts';
import { traceHref } from './trace-links.ts';
import { wordsIn, type WordsIn } from './trace-words.ts';

export interface ProductPage {
  head: PageHead;
  trail: readonly Link[];
  product: ProductSummary;
  record: Product;
  group?: Link;
  /** Newest first. */
  history: readonly CertificateView[];
  photographs: readonly DerivedPhotograph[];
  /** Undefined where it is not sold here. */
  buy?: BuyBox;
  /** The maker's own shops on other sites; none for alcohol. */
  elsewhere: readonly Link[];
  /** How to reach the producer; `published` only with consent. Undefined without a producer, for alcohol and where it is sold here. */
  contact?: { published: boolean; phone?: string; zalo?: string; website?: string };
  /** `trace`: what somebody sees who scans the pack; absent for one without any code. */
  packs: readonly (Pack & { price?: string; trace?: string })[];
  /** As declared for the label; undefined while nothing is. */
  ingredients?: WordsIn;
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
  const buy = buyBox(view, language, record);
  const trail = [...productsTrail(language), ...[groupLink, product.place.province, product.place.commune].filter((link) => link !== undefined)];
  return {
    head: productHead(view, language, record, product, trail),
    trail,
    product,
    record,
    group: groupLink,
    history: view.catalogue.certificatesOf(record.id).map((certificate) => certificateView(certificate, view.asOf, language)).reverse(),
    photographs: view.photographs?.get(record.id) ?? [],
    buy,
    elsewhere: record.alcohol ? [] : shopsOf(view, record),
    contact: buy === undefined ? contactOf(view, record) : undefined,
    packs: record.packs.map((pack) => ({
      ...pack,
      price: priceText(packPrice(view.catalogue, record, pack), language),
      trace: traceHref(view, language, pack),
    })),
    ingredients: record.declaration?.ingredients && wordsIn(record.declaration.ingredients, language),
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
    noindex: record.alcohol || record.sample,
    shareImage,
    jsonLd: record.alcohol
      ? []
      : [
          productJsonLd(view, language, product, shareImage, record),
          breadcrumbJsonLd(view, [...trail, { text: product.name, href: product.href }]),
          ...(record.producerId === undefined || product.producer === undefined ? [] : [organizationJsonLd(view, language, { id: record.producerId, name: product.producer.text })]),
        ],
    sample: record.sample,
  };
}

function priceText(dong: number | undefined, language: Language): string | undefined {
  return dong === undefined ? undefined : formatDong(dong, language);
}

function contactOf(view: View, record: Product): ProductPage['contact'] {
  const producer = record.producerId === undefined ? undefined : view.catalogue.producer(record.producerId);
  if (producer === undefined || record.alcohol) return undefined;
  if (producer.contact?.consent !== true) return { published: false };
  const { phone, zalo, website } = producer.contact;
  return { published: true, phone, zalo, website };
}

function shopsOf({ catalogue }: View, { producerId }: Product): Link[] {
  const producer = producerId === undefined ? undefined : catalogue.producer(producerId);
  return (producer?.shops ?? []).map(({ name, url }) => ({ text: name, href: url }));
}

function related(view: View, language: Language, record: Product): ProductPage['related'] {
  const t = translator(language);
  const { sameProducer, samePlace, sameGroup } = relatedProducts(view.catalogue, record);
  return [
    { title: t('product.sameProducer'), products: sameProducer },
    { title: t('product.samePlace'), products: samePlace },
    { title: t('product.sameGroup'), products: sameGroup },
  ]
    .filter(({ products }) => products.length > 0)
    .map(({ title, products }) => ({ title, products: products.map((product) => productSummary(view, product, language)) }));
}

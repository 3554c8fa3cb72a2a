import type { Catalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import { certificateOn } from '../domain/certificate.ts';
import type { RecognitionDecision } from '../domain/decision.ts';
import { communeLabel, provinceLabel } from '../domain/place-label.ts';
import type { Commune, GeoPoint, Province } from '../domain/place.ts';
import type { Producer } from '../domain/producer.ts';
import type { Product } from '../domain/product.ts';
import { isStarLevel, type StarLevel } from '../domain/star-level.ts';
import { formatDate } from '../i18n/format-date.ts';
import { translator, type TextKey } from '../i18n/translate.ts';
import type { Language, PageKind } from '../paths.ts';
import { sealOf } from './seal-words.ts';
import type { ShareCard } from './share-card.ts';
import type { ShareAddress } from './share-path.ts';
import { placeLine, placePoints } from './share-place.ts';

/** A card without what only files hold; `drawing` names the drawing. */
export type ShareWords = Omit<ShareCard, 'dust' | 'drawing'> & { drawing?: string };

/** What the share image of an address says on a day; undefined for a record that the catalogue does not have. */
export function shareWords(catalogue: Catalogue, address: ShareAddress, asOf: IsoDate): ShareWords | undefined {
  const own = ownWords(catalogue, address, asOf);
  return own && { language: address.language, siteName: catalogue.site.name[address.language], ...own };
}

type OwnWords = Omit<ShareWords, 'language' | 'siteName'>;

function ownWords(catalogue: Catalogue, { kind, id, language }: ShareAddress, asOf: IsoDate): OwnWords | undefined {
  if (kind === 'home' || id === 'index') return id === 'index' ? listWords(catalogue, kind, language) : undefined;
  switch (kind) {
    case 'products':
      return found(catalogue.product(id), (product) => productWords(catalogue, product, language, asOf));
    case 'certificates':
      return found(catalogue.certificate(id), ({ productId, id: certificateId }) => certificateWords(catalogue, productId, certificateId, language, asOf));
    case 'producers':
      return found(catalogue.producer(id), (producer) => producerWords(catalogue, producer, language));
    case 'provinces':
      return found(catalogue.provinceBySlug(id), (province) => provinceWords(catalogue, province, language));
    case 'communes':
      return found(communeOf(catalogue, id), (commune) => communeWords(catalogue, commune, language));
    case 'decisions':
      return found(catalogue.decision(id), (decision) => decisionWords(catalogue, decision, language));
    case 'groups':
      return found(catalogue.group(id), ({ name }) => productsWords(name[language], catalogue, catalogue.productsOfGroup(id), language));
    case 'stars':
      return found(starOf(id), (star) => productsWords(translator(language)('stars.pageTitle', { count: star }), catalogue, starred(catalogue, star, asOf), language));
    case 'guide':
    case 'statistics':
    case 'scan':
    case 'report':
    case 'search':
      return undefined;
  }
}

function productWords(catalogue: Catalogue, product: Product, language: Language, asOf: IsoDate): OwnWords {
  const certificate = certificateOn(catalogue.certificatesOf(product.id), asOf);
  return { ...productFacts(catalogue, product, language), seal: sealOf(certificate, asOf, language) };
}

function certificateWords(catalogue: Catalogue, productId: string, certificateId: string, language: Language, asOf: IsoDate): OwnWords | undefined {
  return found(catalogue.product(productId), (product) => ({
    ...productFacts(catalogue, product, language),
    seal: sealOf(catalogue.certificate(certificateId), asOf, language),
  }));
}

function productFacts(catalogue: Catalogue, product: Product, language: Language): OwnWords {
  const t = translator(language);
  const place = catalogue.placeOf(product.id);
  const producer = product.producerId === undefined ? undefined : catalogue.producer(product.producerId);
  return {
    title: language === 'vi' ? product.name : product.nameEn,
    lines: [
      producer?.name ?? `${t('product.producer')}: ${t('unknown')}`,
      placeLine(place, language) ?? `${t('product.place')}: ${t('unknown')}`,
    ],
    note: product.sample ? t('sample.badge') : undefined,
    drawing: product.drawing,
    lit: placePoints(place),
  };
}

function producerWords(catalogue: Catalogue, producer: Producer, language: Language): OwnWords {
  const t = translator(language);
  const products = catalogue.productsOfProducer(producer.id);
  return {
    ...productsWords(producer.name, catalogue, products, language, producer.sample),
    kicker: t('product.producer'),
    note: producer.sample ? t('sample.badge') : undefined,
  };
}

function provinceWords(catalogue: Catalogue, province: Province, language: Language): OwnWords {
  return productsWords(provinceLabel(province, language), catalogue, catalogue.productsOfProvince(province.code), language);
}

function communeWords(catalogue: Catalogue, commune: Commune, language: Language): OwnWords {
  const province = catalogue.province(commune.provinceCode);
  return {
    ...productsWords(communeLabel(commune, language), catalogue, catalogue.productsOfCommune(commune.code), language),
    kicker: province && provinceLabel(province, language),
    lit: [commune.point],
  };
}

function decisionWords(catalogue: Catalogue, decision: RecognitionDecision, language: Language): OwnWords {
  const t = translator(language);
  const products = [...new Set(decision.lines.map((line) => line.product))].flatMap((id) => catalogue.product(id) ?? []);
  return {
    title: decision.number === undefined ? t('decision.untitled') : t('decision.title', { number: decision.number }),
    lines: [
      ...(decision.issuer?.name === undefined ? [] : [decision.issuer.name]),
      decision.signedOn === undefined ? t('decision.undated') : formatDate(decision.signedOn, language),
      t('decision.products', { count: products.length }),
    ],
    note: decision.sample ? t('sample.badge') : undefined,
    lit: points(catalogue, products),
  };
}

const LIST_TITLES: Readonly<Record<PageKind, TextKey>> = {
  products: 'products.title',
  producers: 'producers.title',
  provinces: 'provinces.title',
  communes: 'provinces.title',
  groups: 'groups.title',
  stars: 'stars.title',
  decisions: 'decisions.title',
  certificates: 'product.certificate',
  guide: 'guide.title',
  statistics: 'statistics.title',
  scan: 'scan.title',
  report: 'report.title',
  search: 'search.title',
};

function listWords(catalogue: Catalogue, kind: ShareAddress['kind'], language: Language): OwnWords {
  const t = translator(language);
  const title = t(kind === 'home' ? 'home.question' : LIST_TITLES[kind]);
  return { title, lines: kind === 'home' ? [t('home.lede')] : [], lit: points(catalogue, counted(catalogue.products)) };
}

/** A title over some products: how many, and where they come from. */
function productsWords(title: string, catalogue: Catalogue, products: readonly Product[], language: Language, sample = false): OwnWords {
  const t = translator(language);
  const shown = sample ? products : counted(products);
  const lines = shown.length === 0 ? [] : [shown.length === 1 ? t('products.one') : t('products.many', { count: shown.length })];
  return { title, lines, lit: points(catalogue, shown) };
}

/** Figures leave out practice data and, as every list, alcohol. */
function counted(products: readonly Product[]): Product[] {
  return products.filter((product) => !product.sample && !product.alcohol);
}

function points(catalogue: Catalogue, products: readonly Product[]): GeoPoint[] {
  return [...new Set(products.flatMap((product) => placePoints(catalogue.placeOf(product.id))))];
}

function communeOf(catalogue: Catalogue, id: string): Commune | undefined {
  const [province, commune] = id.split('/');
  return commune === undefined ? catalogue.commune(id) : catalogue.communeBySlug(province ?? '', commune);
}

function starOf(id: string): StarLevel | undefined {
  const star = Number(id);
  return isStarLevel(star) ? star : undefined;
}

function starred(catalogue: Catalogue, star: StarLevel, asOf: IsoDate): Product[] {
  return catalogue.products.filter(({ id }) => certificateOn(catalogue.certificatesOf(id), asOf)?.stars === star);
}

function found<T, R>(record: T | undefined, then: (record: T) => R): R | undefined {
  return record === undefined ? undefined : then(record);
}

import type { Catalogue } from '../catalogue/catalogue.ts';
import { lowestPackPrice } from '../catalogue/pack-price.ts';
import { digestOf } from '../catalogue/digests.ts';
import { rememberBeside } from '../catalogue/remember.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import { firstDayOf } from '../domain/calendar-day.ts';
import { certificateOn, type Certificate } from '../domain/certificate.ts';
import type { PlaceAsSigned } from '../domain/decision.ts';
import type { Producer } from '../domain/producer.ts';
import type { Product } from '../domain/product.ts';
import { documentPlaces } from './document-places.ts';
import { kindWords } from './kind-words.ts';
import type { SearchDocument, SearchTerm } from './search-document.ts';

/** What can be ordered here now, by product; a product that is not in it has no offer. */
export type SearchOffers = ReadonlyMap<string, { buyable: boolean; priceDong?: number }>;

/** A document for every product of the register, alcohol and samples included, in the catalogue's order. */
export function searchDocuments(catalogue: Catalogue, asOf: IsoDate, offers: SearchOffers = offersIn(catalogue)): SearchDocument[] {
  return catalogue.products.map(documentMaker(catalogue, asOf, offers));
}

/**
 * The same one by one, for who must not be busy with all of them at once. A product of which nothing changed keeps the very
 * same document.
 */
export function documentMaker(catalogue: Catalogue, asOf: IsoDate, offers: SearchOffers = offersIn(catalogue)): (product: Product) => SearchDocument {
  let signed: ReadonlyMap<string, LineAsSigned[]> | undefined;
  return (product) => {
    const around = surroundingsOf(catalogue, product, offers);
    return keepDocument(product, [asOf, ...Object.values(around)], () => {
      signed ??= linesAsSigned(catalogue);
      const document = withoutDigest(catalogue, product, asOf, signed.get(product.id) ?? [], around);
      return { ...document, digest: digestOf(document) };
    });
  };
}

const keepDocument = rememberBeside<Product, SearchDocument>();

/** All that a document shows from beside its product. Certificates are other objects when a decision or the tables of places are. */
interface Surroundings {
  certificates: readonly Certificate[];
  producer: Producer | undefined;
  groupVi: string | undefined;
  groupEn: string | undefined;
  price: number | undefined;
  isOffered: boolean;
}

function surroundingsOf(catalogue: Catalogue, product: Product, offers: SearchOffers): Surroundings {
  const group = product.groupId === undefined ? undefined : catalogue.group(product.groupId);
  const offer = offers.get(product.id);
  return {
    certificates: catalogue.certificatesOf(product.id),
    producer: product.producerId === undefined ? undefined : catalogue.producer(product.producerId),
    groupVi: group?.name.vi,
    groupEn: group?.name.en,
    price: product.alcohol ? undefined : (offer?.priceDong ?? lowestPackPrice(catalogue, product)),
    isOffered: offer?.buyable === true,
  };
}

interface LineAsSigned {
  name?: string;
  producer?: string;
  place?: PlaceAsSigned;
}

function linesAsSigned({ decisions }: Catalogue): Map<string, LineAsSigned[]> {
  const signed = new Map<string, LineAsSigned[]>();
  for (const { lines } of decisions) {
    for (const { product, asSigned } of lines) {
      if (asSigned !== undefined) signed.set(product, [...(signed.get(product) ?? []), asSigned]);
    }
  }
  return signed;
}

function withoutDigest(catalogue: Catalogue, product: Product, asOf: IsoDate, signed: readonly LineAsSigned[], around: Surroundings): Omit<SearchDocument, 'digest'> {
  const { certificates, producer, price } = around;
  const certificate = certificateOn(certificates, asOf);
  return {
    id: product.id,
    name: product.name,
    nameEn: product.nameEn,
    aliases: distinct([...signed.map(({ name }) => name), ...kindWords(product.drawing), around.groupVi, around.groupEn], product.name),
    ...(producer !== undefined && { producer: producerOf(producer, signed) }),
    ...(product.groupId !== undefined && { group: product.groupId }),
    ...documentPlaces(catalogue, catalogue.placeOf(product.id), [product.place, ...signed.flatMap(({ place }) => place ?? [])]),
    contents: distinct([product.declaration?.ingredients?.vi, product.declaration?.ingredients?.en, product.declaration?.brand, ...product.packs.map(({ label }) => label)]),
    ...(certificate?.stars !== undefined && { stars: certificate.stars }),
    terms: certificates.map(termOf),
    ...(certificate?.grantedOn !== undefined && { grantedOn: certificate.grantedOn }),
    ...(certificate?.validUntil !== undefined && { validUntil: certificate.validUntil }),
    ...(price !== undefined && { priceDong: price }),
    buyable: !product.alcohol && around.isOffered,
    alcohol: product.alcohol,
    sample: product.sample,
  };
}

function producerOf({ id, name, kind, formerNames }: Producer, signed: readonly LineAsSigned[]): SearchDocument['producer'] {
  return { id, name, kind, formerNames: distinct([...formerNames, ...signed.map(({ producer }) => producer)], name) };
}

/** What the catalogue sells, whether it is there at the moment or not. */
function offersIn(catalogue: Catalogue): SearchOffers {
  return new Map(catalogue.shop.offers.map(({ productId }) => [productId, { buyable: true }]));
}

const TERM_FIELDS = ['grantedOn', 'validUntil', 'heldAtMostUntil', 'lapsedBy', 'revokedOn', 'replacedOn', 'stars'] as const;

function termOf(certificate: Certificate): SearchTerm {
  const term: Record<string, unknown> = Object.fromEntries(TERM_FIELDS.flatMap((field) => (certificate[field] === undefined ? [] : [[field, certificate[field]]])));
  const from = certificate.grantedOn ?? (certificate.attestedOn === undefined ? undefined : firstDayOf(certificate.attestedOn));
  return { ...term, ...(certificate.basis === 'inferred' && { isInferred: true }), ...(from !== undefined && { from }) } as SearchTerm;
}

/** Each text once, `except` and what is missing left out. */
function distinct(texts: readonly (string | undefined)[], except = ''): string[] {
  return [...new Set(texts.filter((text): text is string => text !== undefined && text !== '' && text !== except))];
}

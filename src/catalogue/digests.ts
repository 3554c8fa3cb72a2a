import { createHash } from 'node:crypto';
import type { Certificate } from '../domain/certificate.ts';
import type { Lot } from '../domain/lot.ts';
import type { Offer } from '../domain/offer.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { Producer } from '../domain/producer.ts';
import type { Product } from '../domain/product.ts';
import { openBlocks } from './blocks.ts';
import type { Catalogue, RecordKey } from './catalogue.ts';
import type { LotFiles } from './lot-files.ts';
import { lotId, lotOfId } from './lot-id.ts';
import type { ProductFacts } from './product-facts.ts';
import { remember } from './remember.ts';

/** 16 hex characters that change when the value does; property order counts. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/** Of a record alone. Records are never changed in place, so an object's digest is worked out once. */
export const digestOfRecord = remember((record: object) => digestOf(record));

/**
 * A digest for each record of everything a page shows of it: a product's covers its certificates, its producer,
 * today's place and what of it is sold; a place's, group's or producer's covers its products; a decision's the products it names; a lot's the
 * files beside it; the register's all of them. Worked out when first asked for. Undefined for a record that is not there.
 */
export function recordDigests(catalogue: Omit<Catalogue, 'digest'>, filesOfLot: ReadonlyMap<string, LotFiles>): (key: RecordKey) => string | undefined {
  const parts: Parts = { catalogue, filesOfLot };
  const known = new Map<RecordKey, string | undefined>();
  return (key) => {
    if (key.startsWith(PRODUCT)) return digestOfId(key.slice(PRODUCT.length), catalogue);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const digest = digestOfKey(key, parts);
    known.set(key, digest);
    return digest;
  };
}

const PRODUCT = 'product:';

interface Parts {
  catalogue: Omit<Catalogue, 'digest'>;
  filesOfLot: ReadonlyMap<string, LotFiles>;
}

function digestOfKey(key: RecordKey, { catalogue, filesOfLot }: Parts): string | undefined {
  const colon = key.indexOf(':');
  const [kind, id] = colon === -1 ? [key, ''] : [key.slice(0, colon), key.slice(colon + 1)];
  const withProducts = (record: object | undefined, products: readonly Product[]): string | undefined =>
    record && shortDigest([digestOfRecord(record), ...products.map((product) => digestOfProduct(product, catalogue))]);
  switch (kind) {
    case 'lot': {
      const { productId, code } = lotOfId(id);
      const lot = catalogue.lot(productId, code);
      return lot && digestOfLot(lot, filesOfLot);
    }
    case 'producer':
      return withProducts(catalogue.producer(id), catalogue.productsOfProducer(id));
    case 'decision': {
      const decision = catalogue.decision(id);
      return withProducts(decision, (decision?.lines ?? []).flatMap((line) => catalogue.product(line.product) ?? []));
    }
    case 'commune':
      return withProducts(catalogue.commune(id), catalogue.productsOfCommune(id));
    case 'province':
      return withProducts(catalogue.province(id), catalogue.productsOfProvince(id));
    case 'group':
      return withProducts(catalogue.group(id), catalogue.productsOfGroup(id));
    case 'site':
      return digestOf(siteOf(catalogue));
    case 'register':
      return digestOfRegister({ catalogue, filesOfLot });
    default:
      return undefined;
  }
}

/** The settings, and the seller where it is the fictional one. */
function siteOf({ site, shop: { seller, settings, delivery } }: Omit<Catalogue, 'digest'>): unknown {
  return seller?.sample === true ? [site, seller, settings, delivery] : site;
}

function shopOf({ shop: { offers, baskets, outlets, events } }: Omit<Catalogue, 'digest'>): readonly unknown[] {
  return [offers, baskets, outlets, events];
}

const productBlocks = openBlocks<ProductFacts, string>();
/** The lists of producers and places stay the same while their records do. */
const digestOfList = remember((records: readonly object[]) => shortDigest(records.map(digestOfRecord)));

/** Every record by itself, with what products take from others. */
function digestOfRegister({ catalogue, filesOfLot }: Parts): string {
  const { groups, products, facts, producers, decisions, provinces, communes, lots, shop } = catalogue;
  return shortDigest([
    digestOf(groups),
    ...productBlocks(facts, [producers, shop.offers], (from, to) => shortDigest(products.slice(from, to).map((product) => digestOfProduct(product, catalogue)))),
    ...[producers, provinces, communes].map(digestOfList),
    ...decisions.map(digestOfRecord),
    ...lots.map((lot) => digestOfLot(lot, filesOfLot)),
    digestOf([siteOf(catalogue), ...shopOf(catalogue)]),
  ]);
}

function digestOfId(id: string, catalogue: Omit<Catalogue, 'digest'>): string | undefined {
  const product = catalogue.product(id);
  return product && digestOfProduct(product, catalogue);
}

function digestOfProduct(product: Product, catalogue: Omit<Catalogue, 'digest'>): string {
  const producer = product.producerId === undefined ? undefined : catalogue.producer(product.producerId);
  return productDigest(product, catalogue.certificatesOf(product.id), producer, catalogue.placeOf(product.id), catalogue.shop.offersOf(product.id));
}

function digestOfLot(lot: Lot, filesOfLot: ReadonlyMap<string, LotFiles>): string {
  const files = filesOfLot.get(lotId(lot));
  const beside = files === undefined ? '' : digestOf([files.documents, files.photographs, files.serialHashes]);
  return shortDigest([digestOfRecord(lot), beside]);
}

interface KeptDigest {
  producer: Producer | undefined;
  place: ResolvedPlace;
  offers: readonly Offer[];
  digest: string;
}

const PRODUCT_DIGESTS = new WeakMap<readonly Certificate[], KeptDigest>();

/** Certificates are worked out anew when the product or a decision changed, so they stand for both. */
function productDigest(product: object, certificates: readonly Certificate[], producer: Producer | undefined, place: ResolvedPlace, offers: readonly Offer[]): string {
  const kept = PRODUCT_DIGESTS.get(certificates);
  if (kept?.producer === producer && kept?.place === place && kept?.offers === offers) return kept.digest;
  const digest = shortDigest([digestOfRecord(product), digestOf(certificates), producer === undefined ? '' : digestOfRecord(producer), digestOf(place), ...(offers.length === 0 ? [] : [digestOfRecord(offers)])]);
  PRODUCT_DIGESTS.set(certificates, { producer, place, offers, digest });
  return digest;
}

function shortDigest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 16);
}

import { createHash } from 'node:crypto';
import type { Certificate } from '../domain/certificate.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { Producer } from '../domain/producer.ts';
import type { Catalogue, RecordKey } from './catalogue.ts';
import { remember } from './remember.ts';

/** 16 hex characters that change when the value does; property order counts. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/** Records are never changed in place, so an object's digest is worked out once. */
const digestOfRecord = remember((record: object) => digestOf(record));

/**
 * A digest per record of everything a page shows of it: a product's covers its certificates, its producer
 * and today's place; a place's, group's or producer's covers its products; a decision's the products it names.
 */
export function recordDigests(catalogue: Omit<Catalogue, 'digest'>): Map<RecordKey, string> {
  const digests = new Map<RecordKey, string>();
  for (const product of catalogue.products) {
    const producer = product.producerId === undefined ? undefined : catalogue.producer(product.producerId);
    digests.set(`product:${product.id}`, productDigest(product, catalogue.certificatesOf(product.id), producer, catalogue.placeOf(product.id)));
  }
  const withProducts = (record: object, products: readonly { id: string }[]): string =>
    shortDigest([digestOfRecord(record), ...products.map((product) => digests.get(`product:${product.id}`) as string)]);

  for (const producer of catalogue.producers) digests.set(`producer:${producer.id}`, withProducts(producer, catalogue.productsOfProducer(producer.id)));
  for (const decision of catalogue.decisions) {
    digests.set(`decision:${decision.id}`, withProducts(decision, decision.lines.flatMap((line) => catalogue.product(line.product) ?? [])));
  }
  for (const commune of catalogue.communes) digests.set(`commune:${commune.code}`, withProducts(commune, catalogue.productsOfCommune(commune.code)));
  for (const province of catalogue.provinces) digests.set(`province:${province.code}`, withProducts(province, catalogue.productsOfProvince(province.code)));
  for (const group of catalogue.groups) digests.set(`group:${group.id}`, shortDigest([digestOf(group), ...catalogue.productsOfGroup(group.id).map((product) => digests.get(`product:${product.id}`) as string)]));
  digests.set('site', digestOf(catalogue.site));
  digests.set('register', shortDigest([...digests].flat()));
  return digests;
}

interface KeptDigest {
  producer: Producer | undefined;
  place: ResolvedPlace;
  digest: string;
}

const PRODUCT_DIGESTS = new WeakMap<readonly Certificate[], KeptDigest>();

/** Certificates are worked out anew when the product or a decision changed, so they stand for both. */
function productDigest(product: object, certificates: readonly Certificate[], producer: Producer | undefined, place: ResolvedPlace): string {
  const kept = PRODUCT_DIGESTS.get(certificates);
  if (kept?.producer === producer && kept?.place === place) return kept.digest;
  const digest = shortDigest([digestOfRecord(product), digestOf(certificates), producer === undefined ? '' : digestOfRecord(producer), digestOf(place)]);
  PRODUCT_DIGESTS.set(certificates, { producer, place, digest });
  return digest;
}

function shortDigest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 16);
}

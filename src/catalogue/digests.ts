import { createHash } from 'node:crypto';
import type { Catalogue, RecordKey } from './catalogue.ts';

/** 16 hex characters that change when the value does; property order counts. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/**
 * A digest per record of everything a page shows of it: a product's covers its certificates, its producer's name
 * and today's place; a place's or producer's covers its products.
 */
export function recordDigests(catalogue: Omit<Catalogue, 'digest'>): Map<RecordKey, string> {
  const digests = new Map<RecordKey, string>();
  for (const product of catalogue.products) {
    const producer = product.producerId === undefined ? undefined : catalogue.producer(product.producerId);
    digests.set(`product:${product.id}`, digestOf([product, catalogue.certificatesOf(product.id), producer, catalogue.placeOf(product.id)]));
  }
  const ofProducts = (products: readonly { id: string }[]): string[] =>
    products.map((product) => digests.get(`product:${product.id}`) as string);

  for (const producer of catalogue.producers) {
    digests.set(`producer:${producer.id}`, digestOf([producer, ofProducts(catalogue.productsOfProducer(producer.id))]));
  }
  for (const decision of catalogue.decisions) {
    const products = decision.lines.flatMap((line) => catalogue.product(line.product) ?? []);
    digests.set(`decision:${decision.id}`, digestOf([decision, ofProducts(products)]));
  }
  for (const commune of catalogue.communes) {
    digests.set(`commune:${commune.code}`, digestOf([commune, ofProducts(catalogue.productsOfCommune(commune.code))]));
  }
  for (const province of catalogue.provinces) {
    digests.set(`province:${province.code}`, digestOf([province, ofProducts(catalogue.productsOfProvince(province.code))]));
  }
  for (const group of catalogue.groups) {
    digests.set(`group:${group.id}`, digestOf([group, ofProducts(catalogue.productsOfGroup(group.id))]));
  }
  digests.set('site', digestOf(catalogue.site));
  digests.set('register', digestOf([...digests]));
  return digests;
}

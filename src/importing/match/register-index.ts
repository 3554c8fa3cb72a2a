import { resolvePlace } from '../../domain/resolve-place.ts';
import type { ActKind } from '../../domain/decision.ts';
import type { RawRecord, RawRegister } from '../../catalogue/raw-register.ts';
import type { DecisionRecord } from '../../catalogue/schemas/decision.ts';
import type { ProducerRecord } from '../../catalogue/schemas/producer.ts';
import type { ProductRecord } from '../../catalogue/schemas/product.ts';
import { provinceCodesOf } from '../facts/place-of-row.ts';
import { producerKey, productKey } from './name-key.ts';

/** The register by what an annex can say of it. Samples are never matched, but their ids are taken. */
export interface RegisterIndex {
  product(id: string): RawRecord<ProductRecord> | undefined;
  producer(id: string): RawRecord<ProducerRecord> | undefined;
  decision(id: string): RawRecord<DecisionRecord> | undefined;
  decisions: readonly RawRecord<DecisionRecord>[];
  producers: readonly { key: string; record: RawRecord<ProducerRecord> }[];
  producersByKey(key: string): readonly RawRecord<ProducerRecord>[];
  productsByKey(key: string): readonly RawRecord<ProductRecord>[];
  /** `undefined` gives those of which no source names the producer. */
  productsOf(producerId: string | undefined): readonly RawRecord<ProductRecord>[];
  provincesOfProducer(id: string): ReadonlySet<string>;
  provincesOfProduct(id: string): readonly string[];
  /** Acts that grant a certificate. */
  grantsOf(productId: string): readonly { act: ActKind; decision?: string; stars?: number | undefined }[];
  isTaken(kind: 'product' | 'producer' | 'decision', id: string): boolean;
  /** The id that took the place of one that moved. */
  movedTo(kind: 'product' | 'producer' | 'decision', id: string): string | undefined;
}

const GRANTS: ReadonlySet<ActKind> = new Set<ActKind>(['recognition', 'renewal', 'upgrade', 'downgrade']);

export function indexRegister(register: RawRegister): RegisterIndex {
  const [products, producers, decisions] = [register.products, register.producers, register.decisions].map((records) =>
    (records as readonly RawRecord<unknown>[]).filter(({ sample }) => !sample),
  ) as [RawRecord<ProductRecord>[], RawRecord<ProducerRecord>[], RawRecord<DecisionRecord>[]];
  const productById = new Map(products.map((record) => [record.id, record]));
  const producerById = new Map(producers.map((record) => [record.id, record]));
  const decisionById = new Map(decisions.map((record) => [record.id, record]));
  const names = producers.flatMap((record) => [record.record.name, ...record.record.formerNames].map((name) => ({ key: producerKey(name), record })));
  const producersByKey = Map.groupBy(names, ({ key }) => key);
  const productsByKey = Map.groupBy(products, ({ record }) => productKey(record.name));
  const byProducer = Map.groupBy(products, ({ record }) => record.producer);
  const provinces = new Map(products.map(({ id, record }) => [id, provinceCodesOf(resolvePlace(register.placeIndex, record.place, record.placeEra))]));
  const grants = grantsByProduct(products, decisions);
  const taken = takenIds(register);
  return {
    product: (id) => productById.get(id),
    producer: (id) => producerById.get(id),
    decision: (id) => decisionById.get(id),
    decisions,
    producers: names,
    producersByKey: (key) => [...new Set((producersByKey.get(key) ?? []).map(({ record }) => record))],
    productsByKey: (key) => productsByKey.get(key) ?? [],
    productsOf: (producerId) => byProducer.get(producerId) ?? [],
    provincesOfProducer: (id) => new Set((byProducer.get(id) ?? []).flatMap((product) => provinces.get(product.id) ?? [])),
    provincesOfProduct: (id) => provinces.get(id) ?? [],
    grantsOf: (id) => grants.get(id) ?? [],
    isTaken: (kind, id) => taken.has(`${kind}:${id}`),
    movedTo: (kind, id) => {
      const moved = register.moved.find((record) => record.kind === kind && record.id === id);
      return moved?.to.length === 1 ? moved.to[0] : undefined;
    },
  };
}

function grantsByProduct(
  products: readonly RawRecord<ProductRecord>[],
  decisions: readonly RawRecord<DecisionRecord>[],
): Map<string, { act: ActKind; decision?: string; stars?: number | undefined }[]> {
  const all = [
    ...decisions.flatMap(({ id, record }) => record.lines.map(({ product, act, stars }) => ({ product, act, stars, decision: id }))),
    ...products.flatMap(({ id, record }) => record.attestations.map(({ act, stars }) => ({ product: id, act, stars }))),
  ].filter(({ act }) => GRANTS.has(act));
  return Map.groupBy(all, ({ product }) => product);
}

function takenIds(register: RawRegister): Set<string> {
  return new Set([
    ...register.products.map(({ id }) => `product:${id}`),
    ...register.producers.map(({ id }) => `producer:${id}`),
    ...register.decisions.map(({ id }) => `decision:${id}`),
    ...register.moved.map(({ kind, id }) => `${kind}:${id}`),
  ]);
}

import type { RecognitionDecision } from '../domain/decision.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { Producer } from '../domain/producer.ts';
import type { MovedRecord, Product } from '../domain/product.ts';
import { buildShop } from './build-shop.ts';
import { nameSorter } from './by-name.ts';
import type { Catalogue, RecordKey } from './catalogue.ts';
import { certificatesById } from './certificates-by-id.ts';
import { recordDigests } from './digests.ts';
import { groupBy } from './group-by.ts';
import { lotFiles, type LotFiles } from './lot-files.ts';
import { lotId } from './lot-id.ts';
import { byProductAndCode, newestLotFirst } from './lot-order.ts';
import { parseDecision } from './parse-decision.ts';
import { parseLot } from './parse-lot.ts';
import { parseProducer } from './parse-producer.ts';
import { parseProduct } from './parse-product.ts';
import { formerPlaceSlugs, formerProvinceSlugs } from './places/former-addresses.ts';
import type { Places } from './places/load-places.ts';
import { productFacts, type ProductFacts } from './product-facts.ts';
import { productLookups } from './product-lookups.ts';
import type { RawRegister } from './raw-register.ts';
import { remember, rememberList } from './remember.ts';

const sortProducts = rememberList(nameSorter<Product>());
const sortProducers = rememberList(nameSorter<Producer>());
const indexProducers = remember(index<Producer>);
const NONE: readonly RecognitionDecision[] = [];
const NOWHERE: ResolvedPlace = { kind: 'nothing' };
const formerProvinces = remember(formerProvinceSlugs);
const formerCommunes = remember(formerPlaceSlugs);
const productsOf = remember(({ lines }: RecognitionDecision) => [...new Set(lines.map((line) => line.product))]);

/** Freezes a checked register into one catalogue with its lookups. Call it only when no check found an error. */
export function buildCatalogue(register: RawRegister, places: Places): Catalogue {
  const groups = register.groups.map((group, order) => ({ ...group, order }));
  const products = sortProducts(register.products.map(parseProduct));
  const producers = sortProducers(register.producers.map(parseProducer));
  const decisions = register.decisions.map(parseDecision).sort(newestFirst);

  const decisionsOf = groupBy(decisions, productsOf);
  const facts = products.map((product) => productFacts(product, decisionsOf.get(product.id) ?? NONE, places.index));
  const { at, packs, byProducer, byGroup, byCommune, byProvince } = productLookups(products, facts, places.index);
  const factsOf = (productId: string): ProductFacts | undefined => facts[at.get(productId) ?? -1];

  const byId = { producer: indexProducers(producers), decision: index(decisions), group: index(groups) };
  const certificateById = certificatesById(facts);

  const lots = register.lots.map(parseLot).sort(byProductAndCode);
  const lotById = new Map(lots.map((lot) => [lotId(lot), lot]));
  const lotsOfProduct = groupBy([...lots].sort(newestLotFirst), (lot) => [lot.productId]);
  const filesOfLot = new Map(register.lots.map((raw): [string, LotFiles] => [raw.id, lotFiles(parseLot(raw), register.lotFolders.get(raw.file))]));

  const catalogue: Omit<Catalogue, 'digest'> = {
    snapshot: 0,
    site: register.site,
    groups,
    products,
    facts,
    producers,
    decisions,
    lots,
    provinces: places.provinces,
    communes: places.communes,
    placeIndex: places.index,
    shop: buildShop(register),
    moved: { products: movedOf(register, 'product'), producers: movedOf(register, 'producer'), decisions: movedOf(register, 'decision') },
    product: (id) => products[at.get(id) ?? -1],
    producer: (id) => byId.producer.get(id),
    decision: (id) => byId.decision.get(id),
    group: (id) => byId.group.get(id),
    certificate: (id) => certificateById.get(id),
    province: (code) => places.province(code),
    provinceBySlug: (slug) => places.provinceBySlug(slug),
    commune: (code) => places.commune(code),
    communeBySlug: (province, commune) => places.communeBySlug(province, commune),
    formerProvince: (slug) => formerProvinces(places).get(slug),
    formerCommune: (province, commune) => formerCommunes(places).get(province)?.get(commune) ?? [],
    certificatesOf: (productId) => factsOf(productId)?.certificates ?? [],
    placeOf: (productId) => factsOf(productId)?.place ?? NOWHERE,
    lotsOf: (productId) => lotsOfProduct.get(productId) ?? [],
    lot: (productId, code) => lotById.get(lotId({ productId, code })),
    documentsOf: (productId, code) => filesOfLot.get(lotId({ productId, code }))?.documents ?? [],
    serialHashesOf: (productId, code) => filesOfLot.get(lotId({ productId, code }))?.serialHashes ?? [],
    packByGtin: (gtin14) => packs.byGtin.get(gtin14),
    packByTraceCode: (code) => packs.byTraceCode.get(code),
    pack: (sku) => packs.bySku.get(sku),
    productsOfProducer: (id) => byProducer.get(id) ?? [],
    productsOfCommune: (code) => byCommune.get(code) ?? [],
    productsOfProvince: (code) => byProvince.get(code) ?? [],
    productsOfGroup: (id) => byGroup.get(id) ?? [],
    communesOfProvince: (code) => places.communesOfProvince(code),
  };
  const digests = recordDigests(catalogue, filesOfLot);
  return Object.freeze({ ...catalogue, digest: (key: RecordKey) => required(digests(key), key) });
}

function movedOf(register: RawRegister, kind: 'product' | 'producer' | 'decision'): MovedRecord[] {
  return register.moved.filter((moved) => moved.kind === kind).map(({ id, to }) => ({ id, to }));
}

/** Decisions without a date of signing come last. */
function newestFirst(a: RecognitionDecision, b: RecognitionDecision): number {
  return compareText(b.signedOn ?? '', a.signedOn ?? '') || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function index<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function required<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`no record "${key}" in the catalogue`);
  return value;
}

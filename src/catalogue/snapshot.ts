import type { RecognitionDecision } from '../domain/decision.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { MovedRecord } from '../domain/product.ts';
import { buildShop } from './build-shop.ts';
import { nameSorter } from './by-name.ts';
import type { Catalogue, RecordKey } from './catalogue.ts';
import { recordDigests } from './digests.ts';
import { lotFiles, type LotFiles } from './lot-files.ts';
import { lotId } from './lot-id.ts';
import { byProductAndCode, newestLotFirst } from './lot-order.ts';
import { namedPacks } from './named-packs.ts';
import { parseDecision } from './parse-decision.ts';
import { parseLot } from './parse-lot.ts';
import { parseProducer } from './parse-producer.ts';
import { parseProduct } from './parse-product.ts';
import { formerPlaceSlugs, formerProvinceSlugs } from './places/former-addresses.ts';
import type { Places } from './places/load-places.ts';
import { productFacts } from './product-facts.ts';
import type { RawRegister } from './raw-register.ts';
import { remember } from './remember.ts';

const sortProducts = nameSorter();
const sortProducers = nameSorter();
const NONE: readonly RecognitionDecision[] = [];
const formerProvinces = remember(formerProvinceSlugs);
const formerCommunes = remember(formerPlaceSlugs);

/** Freezes a checked register into one catalogue with its lookups. Call it only when no check found an error. */
export function buildCatalogue(register: RawRegister, places: Places): Catalogue {
  const groups = register.groups.map((group, order) => ({ ...group, order }));
  const products = sortProducts(register.products.map(parseProduct));
  const producers = sortProducers(register.producers.map(parseProducer));
  const decisions = register.decisions.map(parseDecision).sort(newestFirst);

  const decisionsOf = groupBy(decisions, (decision) => [...new Set(decision.lines.map((line) => line.product))]);
  const facts = new Map(products.map((product) => [product.id, productFacts(product, decisionsOf.get(product.id) ?? NONE, places.index)]));

  const byId = { product: index(products), producer: index(producers), decision: index(decisions), group: index(groups) };
  const certificateById = index([...facts.values()].flatMap(({ certificates }) => certificates));
  const byProducer = groupBy(products, (product) => (product.producerId === undefined ? [] : [product.producerId]));
  const byGroup = groupBy(products, (product) => (product.groupId === undefined ? [] : [product.groupId]));
  const byCommune = groupBy(products, (product) => communeCodes(facts.get(product.id)?.place));
  const byProvince = groupBy(products, (product) => provinceCodes(facts.get(product.id)?.place));
  const packs = namedPacks(products);

  const lots = register.lots.map(parseLot).sort(byProductAndCode);
  const lotById = new Map(lots.map((lot) => [lotId(lot), lot]));
  const lotsOfProduct = groupBy([...lots].sort(newestLotFirst), (lot) => [lot.productId]);
  const filesOfLot = new Map(register.lots.map((raw): [string, LotFiles] => [raw.id, lotFiles(parseLot(raw), register.lotFolders.get(raw.file))]));

  const catalogue: Omit<Catalogue, 'digest'> = {
    snapshot: 0,
    site: register.site,
    groups,
    products,
    producers,
    decisions,
    lots,
    provinces: places.provinces,
    communes: places.communes,
    placeIndex: places.index,
    shop: buildShop(register),
    moved: { products: movedOf(register, 'product'), producers: movedOf(register, 'producer'), decisions: movedOf(register, 'decision') },
    product: (id) => byId.product.get(id),
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
    certificatesOf: (productId) => facts.get(productId)?.certificates ?? [],
    placeOf: (productId) => facts.get(productId)?.place ?? { kind: 'nothing' },
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

function communeCodes(place: ResolvedPlace | undefined): string[] {
  if (place?.kind === 'commune') return [place.commune.code];
  return place?.kind === 'communes' ? place.communes.map((commune) => commune.code) : [];
}

function provinceCodes(place: ResolvedPlace | undefined): string[] {
  switch (place?.kind) {
    case 'commune':
    case 'province':
      return [place.province.code];
    case 'communes':
      return [...new Set(place.communes.map((commune) => commune.provinceCode))];
    case 'provinces':
      return place.provinces.map((province) => province.code);
    default:
      return [];
  }
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

function groupBy<T>(records: readonly T[], keys: (record: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of keys(record)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [record]);
      else group.push(record);
    }
  }
  return groups;
}

function required<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`no record "${key}" in the catalogue`);
  return value;
}

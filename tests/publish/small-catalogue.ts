import { createHash } from 'node:crypto';
import type { Catalogue, RecordKey } from '../../src/catalogue/catalogue.ts';
import { lotId } from '../../src/catalogue/lot-id.ts';
import { namedPacks } from '../../src/catalogue/named-packs.ts';
import type { StoredDocument } from '../../src/catalogue/stored-document.ts';
import { buildPlaceIndex } from '../../src/domain/build-place-index.ts';
import type { Certificate } from '../../src/domain/certificate.ts';
import type { Lot } from '../../src/domain/lot.ts';
import type { Commune, Province } from '../../src/domain/place.ts';
import type { Product } from '../../src/domain/product.ts';
import { NO_SHOP } from '../catalogue/no-shop.ts';

const province: Province = {
  code: '42',
  name: 'Hà Tĩnh',
  nameEn: 'Ha Tinh',
  unitKind: 'tinh',
  slug: 'ha-tinh',
  point: { lat: 18.3, lng: 105.9 },
  formerProvinces: ['Hà Tĩnh'],
};

const commune: Commune = {
  code: '18673',
  name: 'Thiên Cầm',
  nameEn: 'Thien Cam',
  unitKind: 'xa',
  provinceCode: '42',
  slug: 'thien-cam',
  point: { lat: 18.27, lng: 106.1 },
  formerCommunes: [],
};

export function product(id: string, more: Partial<Product> = {}): Product {
  return {
    id,
    name: `Sản phẩm ${id}`,
    nameEn: `Product ${id}`,
    producerId: 'phu-sang',
    groupId: 'thuc-pham',
    drawing: 'nuoc-mam',
    alcohol: false,
    place: { commune: 'Cẩm Nhượng', province: 'Hà Tĩnh' },
    placeEra: 'before-2025-07-01',
    attestations: [],
    photographs: [],
    packs: [],
    sources: [{ title: 'Báo Hà Tĩnh', url: 'https://baohatinh.example/1' }],
    confidence: 'high',
    sample: false,
    ...more,
  };
}

export function certificate(productId: string, more: Partial<Certificate> = {}): Certificate {
  return {
    id: `${productId}--2394`,
    productId,
    stars: 4,
    number: '2394/QĐ-UBND',
    decisionId: '2394-qd-ubnd',
    grantedBy: 'recognition',
    grantedOn: '2024-10-15',
    validUntil: '2027-10-15',
    validUntilFrom: 'computed',
    basis: 'inferred',
    sources: [],
    sample: false,
    ...more,
  };
}

export function lot(productId: string, code: string, more: Partial<Lot> = {}): Lot {
  return {
    productId,
    sku: `${productId}-goi`,
    code,
    steps: [],
    documents: [],
    photographs: [],
    declared: { by: 'HTX Phú Sáng', on: '2026-10-01' },
    sources: [],
    sample: false,
    ...more,
  };
}

export interface SmallCatalogueOptions {
  products?: readonly Product[];
  certificates?: readonly Certificate[];
  lots?: readonly Lot[];
  /** By `<product>/<code>`. */
  documents?: Readonly<Record<string, readonly StoredDocument[]>>;
  serialHashes?: Readonly<Record<string, readonly string[]>>;
  moved?: Partial<Catalogue['moved']>;
  site?: Catalogue['site'];
}

/** One province, commune, producer, group and decision; products as given, all in that commune. */
export function smallCatalogue(options: SmallCatalogueOptions = {}): Catalogue {
  const products = options.products ?? [product('nuoc-mam-phu-sang')];
  const certificates = options.certificates ?? products.map(({ id }) => certificate(id));
  const lots = options.lots ?? [];
  const packs = namedPacks(products);
  const site = options.site ?? { name: { vi: 'Danh mục', en: 'Catalogue' } };
  const producer = { id: 'phu-sang', name: 'HTX Phú Sáng', kind: 'cooperative', formerNames: [], sources: [], sample: false } as const;
  const decision = { id: '2394-qd-ubnd', number: '2394/QĐ-UBND', signedOn: '2024-10-15', sources: [], lines: [], sample: false };
  const group = { id: 'thuc-pham', name: { vi: 'Thực phẩm', en: 'Food' }, order: 0 };
  const one = <T>(record: T, key: string, id: string): T | undefined => (key === id ? record : undefined);
  const all = { site, products, certificates };
  const shown: Partial<Record<string, unknown>> = { site, register: all };
  return {
    snapshot: 0,
    site,
    groups: [group],
    products,
    facts: products.map(({ id }) => ({ certificates: certificates.filter((candidate) => candidate.productId === id), place: { kind: 'commune', commune, province } })),
    producers: [producer],
    decisions: [decision],
    lots,
    provinces: [province],
    communes: [commune],
    placeIndex: buildPlaceIndex({ provinces: [province], communes: [commune], formerProvinces: [], formerDistricts: [], changes: [], earlierCommunes: [] }),
    shop: NO_SHOP,
    moved: { products: [], producers: [], decisions: [], ...options.moved },
    product: (id) => products.find((candidate) => candidate.id === id),
    producer: (id) => one(producer, producer.id, id),
    decision: (id) => one(decision, decision.id, id),
    group: (id) => one(group, group.id, id),
    certificate: (id) => certificates.find((candidate) => candidate.id === id),
    province: (code) => one(province, province.code, code),
    provinceBySlug: (slug) => one(province, province.slug, slug),
    commune: (code) => one(commune, commune.code, code),
    communeBySlug: (_province, slug) => one(commune, commune.slug, slug),
    certificatesOf: (id) => certificates.filter((candidate) => candidate.productId === id),
    placeOf: () => ({ kind: 'commune', commune, province }),
    lotsOf: (id) => lots.filter((candidate) => candidate.productId === id),
    lot: (id, code) => lots.find((candidate) => candidate.productId === id && candidate.code === code),
    documentsOf: (productId, code) => options.documents?.[lotId({ productId, code })] ?? [],
    serialHashesOf: (productId, code) => options.serialHashes?.[lotId({ productId, code })] ?? [],
    packByGtin: (gtin14) => packs.byGtin.get(gtin14),
    pack: (sku) => packs.bySku.get(sku),
    packByTraceCode: (code) => packs.byTraceCode.get(code),
    productsOfProducer: () => products,
    productsOfCommune: () => products,
    formerProvince: () => undefined,
    formerCommune: () => [],
    productsOfProvince: () => products,
    productsOfGroup: () => products,
    communesOfProvince: () => [commune],
    digest(key: RecordKey) {
      const id = key.slice(key.indexOf(':') + 1);
      const record = key in shown ? shown[key] : key.startsWith('lot:') ? [lots.find((one) => lotId(one) === id), options.documents?.[id], options.serialHashes?.[id]] : key.startsWith('product:') ? [products.find((p) => p.id === id), certificates.filter((c) => c.productId === id)] : products;
      return createHash('sha256').update(JSON.stringify([key, record])).digest('hex').slice(0, 16);
    },
  };
}

import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { buildPlaceIndex } from '../../src/domain/build-place-index.ts';
import type { Product } from '../../src/domain/product.ts';
import type { View } from '../../src/publish/view.ts';
import { NO_SHOP } from '../catalogue/no-shop.ts';

export const plainProduct = (id: string, fields: Partial<Product> = {}): Product => ({
  id,
  name: id,
  nameEn: id,
  drawing: 'other',
  alcohol: false,
  place: {},
  placeEra: 'current',
  photographs: [],
  packs: [],
  attestations: [],
  sources: [],
  confidence: 'high',
  sample: false,
  ...fields,
});

const NO_PLACES = buildPlaceIndex({ provinces: [], communes: [], formerProvinces: [], formerDistricts: [], changes: [], earlierCommunes: [] });

/** A view of a catalogue with nothing in it but what is given. */
export function plainView(fields: Partial<Catalogue> = {}): View {
  const products = fields.products ?? [];
  const catalogue: Catalogue = {
    snapshot: 1,
    site: { name: { vi: 'Danh mục thử', en: 'Test catalogue' } },
    groups: [],
    products,
    facts: products.map(() => ({ certificates: [], place: { kind: 'nothing' } })),
    producers: [],
    decisions: [],
    lots: [],
    provinces: [],
    communes: [],
    placeIndex: NO_PLACES,
    shop: NO_SHOP,
    moved: { products: [], producers: [], decisions: [] },
    product: (id) => products.find((product) => product.id === id),
    producer: () => undefined,
    decision: () => undefined,
    group: () => undefined,
    certificate: () => undefined,
    province: () => undefined,
    provinceBySlug: () => undefined,
    commune: () => undefined,
    communeBySlug: () => undefined,
    formerProvince: () => undefined,
    formerCommune: () => [],
    certificatesOf: () => [],
    placeOf: () => ({ kind: 'nothing' }),
    lotsOf: () => [],
    lot: () => undefined,
    documentsOf: () => [],
    serialHashesOf: () => [],
    packByGtin: () => undefined,
    pack: () => undefined,
    packByTraceCode: () => undefined,
    productsOfProducer: () => [],
    productsOfCommune: () => [],
    productsOfProvince: () => [],
    productsOfGroup: () => [],
    communesOfProvince: () => [],
    digest: () => '0000000000000000',
    ...fields,
  };
  return { catalogue, asOf: '2026-11-22', siteUrl: 'https://ocop.example', mode: 'server' };
}

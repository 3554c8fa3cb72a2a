import { join } from 'node:path';
import { loadPlaces } from '../../src/catalogue/places/load-places.ts';
import type { RawRecord } from '../../src/catalogue/raw-register.ts';
import { decisionSchema } from '../../src/catalogue/schemas/decision.ts';
import { lotSchema } from '../../src/catalogue/schemas/lot.ts';
import { producerSchema } from '../../src/catalogue/schemas/producer.ts';
import { productSchema } from '../../src/catalogue/schemas/product.ts';
import { buildCatalogue } from '../../src/catalogue/snapshot.ts';
import type { View } from '../../src/publish/view.ts';

/** A record as its file holds it; `sample` puts it into the practice data. */
export type Written = Readonly<Record<string, unknown>> & { sample?: boolean };

const { places } = loadPlaces(join(import.meta.dirname, '../../content/places'));
const SOURCES = [{ title: 'Nguồn thử' }];
const GROUPS = [
  { id: 'thuc-pham', name: { vi: 'Thực phẩm', en: 'Food' } },
  { id: 'do-uong', name: { vi: 'Đồ uống', en: 'Drinks' } },
];

/** A view of these records alone, with the real places, on 22/11/2026. Names default to the id. */
export function registerView(
  written: {
    products?: Readonly<Record<string, Written>>;
    producers?: Readonly<Record<string, Written>>;
    decisions?: Readonly<Record<string, Written>>;
    /** By `<product>/<code>`. */
    lots?: Readonly<Record<string, Written>>;
  },
  view: Partial<View> = {},
): View {
  const catalogue = buildCatalogue(
    {
      site: { name: { vi: 'Danh mục thử', en: 'Test catalogue' } },
      groups: GROUPS,
      groupRules: [],
      products: records(written.products, (id, fields) => productSchema.parse({ name: id, nameEn: id, drawing: 'other', sources: SOURCES, ...fields })),
      producers: records(written.producers, (id, fields) => producerSchema.parse({ name: id, kind: 'cooperative', sources: SOURCES, ...fields })),
      decisions: records(written.decisions, (_, fields) => decisionSchema.parse({ sources: SOURCES, ...fields })),
      lots: records(written.lots, (_, fields) => lotSchema.parse({ declared: { by: 'Chủ thể thử', on: '2026-10-01' }, ...fields })),
      offers: [],
      outlets: [],
      events: [],
      baskets: [],
      vouchers: [],
      moved: [],
      lotFolders: new Map(),
      folders: new Map(),
      placeIndex: places.index,
      texts: [],
    },
    places,
  );
  return { catalogue, asOf: '2026-11-22', siteUrl: 'https://ocop.example', mode: 'server', ...view };
}

/** One decision that recognises these products, each with its stars. */
export function decision(signedOn: string | undefined, stars: Readonly<Record<string, number>>, fields: Written = {}): Written {
  return {
    ...(signedOn !== undefined && { signedOn }),
    issuer: 'unknown',
    lines: Object.entries(stars).map(([product, count]) => ({ product, act: 'recognition', stars: count, basis: 'read' })),
    ...fields,
  };
}

export const NO_QUERY = new URLSearchParams();

function records<T>(written: Readonly<Record<string, Written>> = {}, parse: (id: string, fields: object) => T): RawRecord<T>[] {
  return Object.entries(written).map(([id, { sample = false, ...fields }]) => ({ id, file: `content/${id}.yaml`, sample, record: parse(id, fields) }));
}

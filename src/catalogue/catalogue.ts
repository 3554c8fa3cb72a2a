import type { Certificate } from '../domain/certificate.ts';
import type { RecognitionDecision } from '../domain/decision.ts';
import type { Lot } from '../domain/lot.ts';
import type { Commune, Province, ResolvedPlace } from '../domain/place.ts';
import type { PlaceIndex } from '../domain/place-index.ts';
import type { MovedRecord, Pack, Product, ProductGroup } from '../domain/product.ts';
import type { Producer } from '../domain/producer.ts';
import type { ProductFacts } from './product-facts.ts';
import type { SiteSettings } from './schemas/site.ts';
import type { Shop } from './shop.ts';
import type { StoredDocument } from './stored-document.ts';

/**
 * One frozen, numbered state of the register: everything a page, feed or search document is made from.
 * Nothing here depends on today's date; status is computed from certificates on the day of viewing.
 */
export interface Catalogue {
  /** Grows by one with every publish that changed something. */
  snapshot: number;
  site: SiteSettings;
  groups: readonly ProductGroup[];
  products: readonly Product[];
  /** What is worked out from each product, in their order. */
  facts: readonly ProductFacts[];
  producers: readonly Producer[];
  decisions: readonly RecognitionDecision[];
  /** By product, then by code. */
  lots: readonly Lot[];
  provinces: readonly Province[];
  communes: readonly Commune[];
  /** Every place of both eras by name. */
  placeIndex: PlaceIndex;
  /** What is sold, and where. */
  shop: Shop;
  moved: { products: readonly MovedRecord[]; producers: readonly MovedRecord[]; decisions: readonly MovedRecord[] };

  product(id: string): Product | undefined;
  producer(id: string): Producer | undefined;
  decision(id: string): RecognitionDecision | undefined;
  group(id: string): ProductGroup | undefined;
  certificate(id: string): Certificate | undefined;
  province(code: string): Province | undefined;
  provinceBySlug(slug: string): Province | undefined;
  commune(code: string): Commune | undefined;
  communeBySlug(provinceSlug: string, communeSlug: string): Commune | undefined;

  /** Today's province under an address of a province that is no more. */
  formerProvince(slug: string): Province | undefined;
  /** Today's communes under an address of a commune that is no more, in a province of today; one, or several it was split into. */
  formerCommune(provinceSlug: string, communeSlug: string): readonly Commune[];

  /** Oldest first; empty for a product whose star nothing attests. */
  certificatesOf(productId: string): readonly Certificate[];
  /** Where the product's place as signed lies today. */
  placeOf(productId: string): ResolvedPlace;

  /** Newest first: by packing, else making, else declaring. */
  lotsOf(productId: string): readonly Lot[];
  /** A code names a lot of one pack; two packs of a product may not share it. */
  lot(productId: string, code: string): Lot | undefined;
  /** A lot's documents, in its record's order, each with the hash that is its address. */
  documentsOf(productId: string, code: string): readonly StoredDocument[];
  /** Hashes of the serials issued for a lot (see SerialBatch), sorted; empty for a lot without serials. */
  serialHashesOf(productId: string, code: string): readonly string[];
  /** By 14 digits. */
  packByGtin(gtin14: string): NamedPack | undefined;
  packByTraceCode(code: string): NamedPack | undefined;
  pack(sku: string): NamedPack | undefined;

  productsOfProducer(producerId: string): readonly Product[];
  /** Products whose place is, or may be (split, ambiguous), this commune. */
  productsOfCommune(communeCode: string): readonly Product[];
  productsOfProvince(provinceCode: string): readonly Product[];
  productsOfGroup(groupId: string): readonly Product[];
  communesOfProvince(provinceCode: string): readonly Commune[];

  /** Digest (hex, 16 characters) of a record and everything a page shows of it; key such as `product:<id>`. */
  digest(key: RecordKey): string;
}

export interface NamedPack {
  product: Product;
  pack: Pack;
}

export type RecordKey =
  | `product:${string}`
  /** `lot:<product>/<code>`: the lot alone, with its documents. */
  | `lot:${string}`
  | `producer:${string}`
  | `decision:${string}`
  | `commune:${string}`
  | `province:${string}`
  | `group:${string}`
  | 'site'
  | 'register';

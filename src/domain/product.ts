import type { Attestation, PlaceAsSigned } from './decision.ts';
import type { IsoDate } from './calendar-day.ts';
import type { Basis, Source } from './source.ts';
import type { TraceCode } from './trace-code.ts';

export type ProductId = string;

/** The six groups of Decision 148/QĐ-TTg; the records live in content/product-groups.yaml. */
export interface ProductGroup {
  id: string;
  name: { vi: string; en: string };
  order: number;
}

export interface Photograph {
  /** Path inside the product's folder. */
  file: string;
  alt: { vi: string; en?: string };
  /** Who took it or gave it, and under which terms. */
  credit?: string;
}

/** Quy cách: one saleable pack. A GTIN names a pack, never a product. */
export interface Pack {
  sku: string;
  label: string;
  gtin?: string;
  /** Names the pack in addresses while it has no GTIN; issued by us, never given to another pack. */
  traceCode?: TraceCode;
  /** Whole đồng; absent where no price was declared. */
  priceDong?: number;
  /** Whether the recognition decision covers this pack size. */
  coveredByDecision: 'yes' | 'no' | 'unknown';
  /** Who declared GTIN and price, and when; required on a real product. */
  declared?: { by: string; on: IsoDate };
}

/**
 * What a producer declares for the label and the product's passport: fields 5 to 10 of Circular 02/2024/TT-BKHCN and
 * art. 32 of Decree 37/2026/NĐ-CP as far as they hang on no single lot. Every absent part reads "chưa khai báo".
 */
export interface ProductDeclaration {
  /** Thương hiệu, nhãn hiệu. */
  brand?: string;
  /** Mã ký hiệu. */
  model?: string;
  /** Tiêu chuẩn áp dụng, by its number. */
  standard?: string;
  /** Nơi xuất xứ, or where the last step took place. */
  origin?: { vi: string; en?: string };
  /** Mã truy vết địa điểm of the place of making. */
  placeCode?: string;
  /** Conformity or quality certificates other than the star. */
  papers: readonly { name: string; number?: string; issuedBy?: string; validUntil?: IsoDate }[];
  ingredients?: { vi: string; en?: string };
  storage?: { vi: string; en?: string };
  warnings?: { vi: string; en?: string };
  declared: { by: string; on: IsoDate };
}

/** Sản phẩm OCOP: goods and tourism services alike. The star hangs on it, never on its producer. */
export interface Product {
  id: ProductId;
  name: string;
  /** The kind translated, the proper name kept: "Phú Sáng fish sauce". */
  nameEn: string;
  /** Undefined: no source names the producer. */
  producerId?: string;
  /** Undefined: "chưa rõ". */
  groupId?: string;
  /** `inferred` when the group comes from content/group-rules.yaml and not from a source. */
  groupBasis?: Basis;
  /** Which drawn placeholder stands in while there is no photograph. */
  drawing: string;
  alcohol: boolean;
  place: PlaceAsSigned;
  /** Whether `place` uses names from before or after 01/07/2025. */
  placeEra: 'before-2025-07-01' | 'current';
  attestations: readonly Attestation[];
  photographs: readonly Photograph[];
  packs: readonly Pack[];
  story?: { vi: string; en?: string };
  declaration?: ProductDeclaration;
  sources: readonly Source[];
  /** How firmly the facts stand: an official page or list (high), partial or translated (medium). */
  confidence: 'high' | 'medium';
  sample: boolean;
}

/** A record that left its address: renamed (one target) or split (several). */
export interface MovedRecord {
  id: string;
  to: readonly string[];
}

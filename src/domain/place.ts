/** Places of two eras: 34 provinces and 3,321 communes since 01/07/2025; districts and 10,035 communes before. */

export type ProvinceUnitKind = 'tinh' | 'thanh_pho';
export type CommuneUnitKind = 'xa' | 'phuong' | 'dac_khu';

/** Whose names a document uses: districts and old communes, or today's two levels. */
export type PlaceEra = 'before-2025-07-01' | 'current';

export interface GeoPoint {
  lat: number;
  lng: number;
}

export interface Province {
  code: string;
  /** Without prefix: "Hà Tĩnh". */
  name: string;
  nameEn: string;
  unitKind: ProvinceUnitKind;
  slug: string;
  point: GeoPoint;
  areaKm2?: number;
  population?: number;
  /** Names of the provinces until 30/06/2025 that it was made from, its own old name included. */
  formerProvinces: readonly string[];
}

export interface Commune {
  code: string;
  /** Without prefix: "Thiên Cầm". */
  name: string;
  nameEn: string;
  unitKind: CommuneUnitKind;
  provinceCode: string;
  /** Unique within the province. */
  slug: string;
  point: GeoPoint;
  areaKm2?: number;
  /** Old communes that went wholly or partly into this one, in the order of the official table. */
  formerCommunes: readonly FormerCommuneOfCommune[];
}

export interface FormerCommuneOfCommune {
  /** With prefix: "Xã Cẩm Mỹ". */
  name: string;
  /** The statistics office's other spelling, with prefix: "Xã Xín Chải". */
  alternativeName?: string;
  /** With prefix, as of 30/06/2025: "Huyện Cẩm Xuyên". */
  district: string;
  province: string;
  /** True when only a part of it came here. */
  partial: boolean;
}

/**
 * What a place as signed is today.
 * - `commune`: exactly one commune.
 * - `communes`: a split commune or several that fit; all candidates, none preferred.
 * - `province`: only the province is known; names that fit nothing within it stand as signed under `unresolved…`.
 * - `nothing`: no name, or none that any list knows.
 */
export type ResolvedPlace =
  | { kind: 'commune'; commune: Commune; province: Province }
  | { kind: 'communes'; communes: readonly Commune[]; province?: Province; why: 'split' | 'ambiguous' }
  | { kind: 'province'; province: Province; district?: string; unresolvedDistrict?: string; unresolvedCommune?: string }
  | { kind: 'provinces'; provinces: readonly Province[]; why: 'ambiguous' }
  | { kind: 'nothing' };

import type { CommuneUnitKind, ProvinceUnitKind } from './place.ts';

/** Places until 30/06/2025, and what the reform of 01/07/2025 made of them. Names as the official tables write them. */

export type DistrictUnitKind = 'huyen' | 'quan' | 'thi_xa' | 'thanh_pho';
export type FormerCommuneUnitKind = CommuneUnitKind | 'thi_tran';

/** One of the 63 provinces until 30/06/2025; each lies whole in one of today's. */
export interface FormerProvince {
  code: string;
  /** Without prefix: "Quảng Bình". */
  name: string;
  unitKind: ProvinceUnitKind;
  slug: string;
  /** Today's province. */
  provinceCode: string;
}

/** One of the 696 districts until 30/06/2025. */
export interface FormerDistrict {
  code: string;
  /** Without prefix: "Cẩm Xuyên". */
  name: string;
  unitKind: DistrictUnitKind;
  formerProvinceCode: string;
}

/** How much of the old commune went to the new one; the words of the official table are explained in content/places/README.md. */
export type ChangeShare =
  | 'all' | 'unchanged' | 'renamed' | 'part' | 'part_area' | 'part_people' | 'part_area_all_people'
  | 'all_area' | 'district' | 'unadministered';

/** One edge of the reform: an old commune, or a district that had none, and one commune of today it went to. */
export interface CommuneChange {
  /** Undefined for a district without communes and for land that no commune administered. */
  formerCode?: string;
  /** With prefix: "Thị trấn Thiên Cầm"; undefined for a district without communes. */
  formerName?: string;
  /** The statistics office's other spelling, with prefix: "Xã Xín Chải". */
  alternativeName?: string;
  districtCode: string;
  communeCode: string;
  partial: boolean;
  share: ChangeShare;
  /** True: the one commune to show. False: a lesser part. Undefined: the official table does not decide. */
  main?: boolean;
}

/** A commune name or seat that went out of use between 2017 and 06/2025. */
export interface EarlierCommune {
  /** With prefix: "Xã Sơn Hàm". */
  name: string;
  /** With prefix, as it was then: "Huyện Sa Pa". */
  district: string;
  /** Without prefix, as it was then: "Thừa Thiên Huế". */
  province: string;
  /** The old commune it had become by 30/06/2025; undefined: nobody determined it, so it is never guessed. */
  becameCode?: string;
}

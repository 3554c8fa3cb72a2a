import type {
  CommuneChange, DistrictUnitKind, EarlierCommune, FormerCommuneUnitKind, FormerDistrict, FormerProvince,
} from './former-place.ts';
import type { Commune, CommuneUnitKind, Province, ProvinceUnitKind } from './place.ts';
import type { NameLookup } from './place-lookup.ts';

/** Every place of both eras by name: what resolve-place.ts and resolve-name.ts search. */
export interface PlaceIndex {
  provinces: NameLookup<ProvinceEntry>;
  formerProvinces: NameLookup<ProvinceEntry>;
  formerDistricts: NameLookup<DistrictEntry>;
  communes: NameLookup<CommuneEntry>;
  formerCommunes: NameLookup<FormerCommuneEntry>;
}

export interface ProvinceEntry {
  /** The name it is found by, without prefix. */
  name: string;
  unitKind: ProvinceUnitKind;
  /** Today's province. */
  province: Province;
  /** Codes of the provinces until 30/06/2025 that the name covers. */
  formerCodes: readonly string[];
}

export interface DistrictEntry {
  label: string;
  bare: string;
  unitKind: DistrictUnitKind;
  formerProvince: FormerProvince;
  province: Province;
  /** Today's commune, for a district that had no communes. */
  zone?: Commune;
}

export interface CommuneEntry {
  unitKind: CommuneUnitKind;
  commune: Commune;
  province: Province;
}

export interface FormerCommuneEntry {
  label: string;
  bareNames: readonly string[];
  unitKind: FormerCommuneUnitKind;
  district: DistrictEntry;
  province: Province;
  /** Existed on 30/06/2025; otherwise the name went out of use before. */
  living: boolean;
  /**
   * Today's communes to show: the main one where the official table decides, otherwise all, in the table's order.
   * Empty: the successor was never determined.
   */
  successors: readonly Commune[];
}

export interface PlaceRecords {
  provinces: readonly Province[];
  communes: readonly Commune[];
  formerProvinces: readonly FormerProvince[];
  formerDistricts: readonly FormerDistrict[];
  changes: readonly CommuneChange[];
  earlierCommunes: readonly EarlierCommune[];
}

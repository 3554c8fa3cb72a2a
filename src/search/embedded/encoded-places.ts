import type { UnitKind } from '../../domain/place-name.ts';

/**
 * The place index as the static export ships it: names, kinds and what lies where, without areas and codes. Kinds are
 * numbers into `UNIT_KINDS`, other numbers places in the lists above.
 */
export interface EncodedPlaces {
  version: 1;
  provinces: readonly (readonly [name: string, nameEn: string, kind: number, slug: string, formerProvinces: readonly string[]])[];
  formerProvinces: readonly (readonly [name: string, kind: number, province: number])[];
  /** Former provinces as districts name them. */
  districtProvinces: readonly string[];
  districts: readonly (readonly [label: string, districtProvince: number, province: number, zone?: number])[];
  communes: {
    /** One a line. */
    names: string;
    /** One a line, empty where it is the name without its marks. */
    namesEn: string;
    /** One a line, empty where it is the name's slug. */
    slugs: string;
    /** One digit each. */
    kinds: string;
    province: readonly number[];
    /** In ten thousandths of a degree, by number; 0 where nothing lies in it. */
    lat: readonly number[];
    lng: readonly number[];
  };
  formerCommunes: {
    /** With their kind, one a line. */
    labels: string;
    /** Other spellings of the bare name, by number. */
    otherNames: Readonly<Record<number, readonly string[]>>;
    district: readonly number[];
    /** Communes of today by number: one, or a list. */
    successors: readonly (number | readonly number[])[];
    /** One digit each: 1 while it existed on 30/06/2025. */
    living: string;
  };
}

export const UNIT_KINDS: readonly UnitKind[] = ['xa', 'phuong', 'thi_tran', 'dac_khu', 'huyen', 'quan', 'thi_xa', 'thanh_pho', 'tinh'];

/** Eleven metres: finer than where a commune's point lies. */
export const POINTS_PER_DEGREE = 10_000;

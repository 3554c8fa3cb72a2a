import type { CommuneChange, FormerDistrict, FormerProvince } from '../../domain/former-place.ts';
import type { Commune, FormerCommuneOfCommune, Province } from '../../domain/place.ts';
import type { PlaceIndex, PlaceRecords } from '../../domain/place-index.ts';
import { buildPlaceIndex } from '../../domain/build-place-index.ts';
import { districtLabel } from '../../domain/place-label.ts';

/** All places of the country, frozen. */
export interface Places extends PlaceRecords {
  index: PlaceIndex;

  province(code: string): Province | undefined;
  provinceBySlug(slug: string): Province | undefined;
  commune(code: string): Commune | undefined;
  communeBySlug(provinceSlug: string, communeSlug: string): Commune | undefined;
  /** In the order of the official list; empty for an unknown code. */
  communesOfProvince(provinceCode: string): readonly Commune[];
}

export type PlaceRows = Omit<PlaceRecords, 'provinces' | 'communes'> & {
  provinces: readonly Omit<Province, 'formerProvinces'>[];
  communes: readonly Omit<Commune, 'formerCommunes'>[];
};

/** Joins the tables: provinces and communes get the names they were made from, and lookups by code and address. */
export function joinPlaces(rows: PlaceRows): Places {
  const records: PlaceRecords = { ...rows, provinces: provincesWithFormer(rows), communes: communesWithFormer(rows) };
  const provinces = byKey(records.provinces, (province) => province.code);
  const provincesBySlug = byKey(records.provinces, (province) => province.slug);
  const communes = byKey(records.communes, (commune) => commune.code);
  const communesOf = Map.groupBy(records.communes, (commune) => commune.provinceCode);
  const communesBySlug = byKey(records.communes, (commune) => `${provinces.get(commune.provinceCode)?.slug}/${commune.slug}`);
  return Object.freeze({
    ...records,
    index: buildPlaceIndex(records),
    province: (code: string) => provinces.get(code),
    provinceBySlug: (slug: string) => provincesBySlug.get(slug),
    commune: (code: string) => communes.get(code),
    communeBySlug: (provinceSlug: string, communeSlug: string) => communesBySlug.get(`${provinceSlug}/${communeSlug}`),
    communesOfProvince: (provinceCode: string) => communesOf.get(provinceCode) ?? [],
  });
}

function provincesWithFormer(rows: PlaceRows): readonly Province[] {
  const former = Map.groupBy(rows.formerProvinces, (province) => province.provinceCode);
  return Object.freeze(rows.provinces.map((province) => Object.freeze({
    ...province,
    formerProvinces: Object.freeze((former.get(province.code) ?? []).map(({ name }) => name)),
  })));
}

function communesWithFormer(rows: PlaceRows): readonly Commune[] {
  const changes = Map.groupBy(rows.changes, (change) => change.communeCode);
  const districts = byKey(rows.formerDistricts, (district) => district.code);
  const provinces = byKey(rows.formerProvinces, (province) => province.code);
  return Object.freeze(rows.communes.map((commune) => Object.freeze({
    ...commune,
    formerCommunes: Object.freeze((changes.get(commune.code) ?? []).flatMap((change) => formerCommune(change, districts, provinces))),
  })));
}

function formerCommune(
  change: CommuneChange,
  districts: ReadonlyMap<string, FormerDistrict>,
  provinces: ReadonlyMap<string, FormerProvince>,
): FormerCommuneOfCommune[] {
  const district = districts.get(change.districtCode);
  const province = provinces.get(district?.formerProvinceCode ?? '');
  if (district === undefined || province === undefined) return [];
  const label = districtLabel(district);
  return [Object.freeze({
    name: change.formerName ?? label,
    ...(change.alternativeName !== undefined && { alternativeName: change.alternativeName }),
    district: label,
    province: province.name,
    partial: change.partial,
  })];
}

function byKey<T>(records: readonly T[], keyOf: (record: T) => string): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [keyOf(record), record]));
}

import type { CommuneChange, DistrictUnitKind, FormerCommuneUnitKind } from './former-place.ts';
import type { Commune, Province } from './place.ts';
import type { DistrictEntry, FormerCommuneEntry, PlaceRecords, ProvinceEntry } from './place-index.ts';
import { spellingKeys } from './fold.ts';
import { districtLabel } from './place-label.ts';
import { splitOfficialName } from './place-name.ts';

/** By code. */
export function districtEntries(
  records: PlaceRecords,
  provinces: ReadonlyMap<string, Province>,
  communes: ReadonlyMap<string, Commune>,
): Map<string, DistrictEntry> {
  const formers = new Map(records.formerProvinces.map((former) => [former.code, former]));
  const zones = new Map(records.changes.filter((change) => change.share === 'district')
    .map((change) => [change.districtCode, communes.get(change.communeCode)]));
  const entries = new Map<string, DistrictEntry>();
  for (const district of records.formerDistricts) {
    const formerProvince = formers.get(district.formerProvinceCode);
    const province = provinces.get(formerProvince?.provinceCode ?? '');
    if (formerProvince === undefined || province === undefined) continue;
    const zone = zones.get(district.code);
    entries.set(district.code, {
      label: districtLabel(district), bare: district.name, unitKind: district.unitKind, formerProvince, province, zone,
    });
  }
  return entries;
}

/** The communes of 30/06/2025 by code. */
export function livingCommuneEntries(
  changes: readonly CommuneChange[],
  districts: ReadonlyMap<string, DistrictEntry>,
  communes: ReadonlyMap<string, Commune>,
): Map<string, FormerCommuneEntry> {
  const edges = Map.groupBy(changes.filter((change) => change.formerCode !== undefined), (change) => change.formerCode ?? '');
  const entries = new Map<string, FormerCommuneEntry>();
  for (const [code, all] of edges) {
    const first = all[0];
    const district = districts.get(first?.districtCode ?? '');
    if (first?.formerName === undefined || district === undefined) continue;
    const main = all.filter((edge) => edge.main === true);
    entries.set(code, {
      ...namesOf(first.formerName, first.alternativeName),
      district,
      province: district.province,
      living: true,
      successors: (main.length === 1 ? main : all).flatMap((edge) => communes.get(edge.communeCode) ?? []),
    });
  }
  return entries;
}

/** Names that went out of use before; their districts may have gone too ("Huyện Sa Pa", "Quận 2"). */
export function earlierCommuneEntries(
  records: PlaceRecords,
  living: ReadonlyMap<string, FormerCommuneEntry>,
  districts: ReadonlyMap<string, DistrictEntry>,
  formerProvinces: readonly ProvinceEntry[],
): FormerCommuneEntry[] {
  const byName = new Map(formerProvinces.map((entry) => [entry.name, entry]));
  const formers = new Map(records.formerProvinces.map((former) => [former.code, former]));
  const known = new Map([...districts.values()].map((entry) => [districtKey(entry.label, entry.formerProvince.code), entry]));
  return records.earlierCommunes.flatMap((earlier) => {
    const formerProvince = formers.get(byName.get(earlier.province)?.formerCodes[0] ?? '');
    const province = byName.get(earlier.province)?.province;
    const became = earlier.becameCode === undefined ? undefined : living.get(earlier.becameCode);
    if (formerProvince === undefined || province === undefined) return [];
    if (earlier.becameCode !== undefined && became === undefined) return [];
    const key = districtKey(earlier.district, formerProvince.code);
    const { bare, unitKind } = splitOfficialName(earlier.district);
    const district = known.get(key)
      ?? { label: earlier.district, bare, unitKind: unitKind as DistrictUnitKind, formerProvince, province };
    known.set(key, district);
    return [{ ...namesOf(earlier.name), district, province, living: false, successors: became?.successors ?? [] }];
  });
}

function namesOf(label: string, alternative?: string): Pick<FormerCommuneEntry, 'label' | 'bareNames' | 'unitKind'> {
  const names = [label, ...(alternative === undefined ? [] : [alternative])].map(splitOfficialName);
  return { label, bareNames: names.map((name) => name.bare), unitKind: (names[0]?.unitKind ?? 'xa') as FormerCommuneUnitKind };
}

function districtKey(label: string, formerProvinceCode: string): string {
  return `${formerProvinceCode} ${spellingKeys(label).marked}`;
}

import type { CommuneChange, FormerCommuneUnitKind } from './former-place.ts';
import type { Commune, Province } from './place.ts';
import type { DistrictEntry, FormerCommuneEntry, PlaceRecords } from './place-index.ts';
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

/** Labels and bare names of one old commune. */
export function namesOf(label: string, alternative?: string): Pick<FormerCommuneEntry, 'label' | 'bareNames' | 'unitKind'> {
  const names = [label, ...(alternative === undefined ? [] : [alternative])].map(splitOfficialName);
  return { label, bareNames: names.map((name) => name.bare), unitKind: (names[0]?.unitKind ?? 'xa') as FormerCommuneUnitKind };
}

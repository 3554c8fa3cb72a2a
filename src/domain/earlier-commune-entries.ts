import type { DistrictUnitKind, FormerProvince } from './former-place.ts';
import type { Province } from './place.ts';
import type { DistrictEntry, FormerCommuneEntry, PlaceRecords, ProvinceEntry } from './place-index.ts';
import { spellingKeys } from './fold.ts';
import { namesOf } from './former-place-entries.ts';
import { splitOfficialName } from './place-name.ts';

/**
 * Names that went out of use before; their districts may have gone too ("Huyện Sa Pa", "Quận 2"). One without a
 * determined successor stays only where no commune of that name and district has one.
 */
export function earlierCommuneEntries(
  records: PlaceRecords,
  living: ReadonlyMap<string, FormerCommuneEntry>,
  districts: ReadonlyMap<string, DistrictEntry>,
  formerProvinces: readonly ProvinceEntry[],
): FormerCommuneEntry[] {
  const byName = new Map(formerProvinces.map((entry) => [entry.name, entry]));
  const formers = new Map(records.formerProvinces.map((former) => [former.code, former]));
  const districtNamed = earlierDistricts(districts);
  const entries = records.earlierCommunes.flatMap((earlier): FormerCommuneEntry[] => {
    const formerProvince = formers.get(byName.get(earlier.province)?.formerCodes[0] ?? '');
    const province = byName.get(earlier.province)?.province;
    const became = earlier.becameCode === undefined ? undefined : living.get(earlier.becameCode);
    if (formerProvince === undefined || province === undefined) return [];
    if (earlier.becameCode !== undefined && became === undefined) return [];
    const district = districtNamed(earlier.district, formerProvince, province);
    return [{ ...namesOf(earlier.name), district, province, living: false, successors: became?.successors ?? [] }];
  });
  const open = new Set(entries.filter((entry) => !isDetermined(entry)).map(({ label }) => label));
  const namesakes = [...living.values(), ...entries].filter((entry) => open.has(entry.label) && isDetermined(entry));
  const determined = new Set(namesakes.map(nameInDistrict));
  return entries.filter((entry) => isDetermined(entry) || !determined.has(nameInDistrict(entry)));
}

/** The district of 30/06/2025 of that name and kind, or one entry for each that was gone by then. */
function earlierDistricts(
  districts: ReadonlyMap<string, DistrictEntry>,
): (label: string, formerProvince: FormerProvince, province: Province) => DistrictEntry {
  const bySpelling = new Map([...districts.values()].map((entry) => [districtKey(entry.label, entry.formerProvince), entry]));
  const byLabel = new Map<string, DistrictEntry>();
  return (label, formerProvince, province) => {
    const written = `${formerProvince.code} ${label}`;
    const seen = byLabel.get(written);
    if (seen !== undefined) return seen;
    const key = districtKey(label, formerProvince);
    const { bare, unitKind } = splitOfficialName(label);
    const entry = bySpelling.get(key) ?? { label, bare, unitKind: unitKind as DistrictUnitKind, formerProvince, province };
    bySpelling.set(key, entry);
    byLabel.set(written, entry);
    return entry;
  };
}

function isDetermined(entry: FormerCommuneEntry): boolean {
  return entry.successors.length > 0;
}

function nameInDistrict({ label, district }: FormerCommuneEntry): string {
  return `${label}, ${district.label}, ${district.formerProvince.code}`;
}

function districtKey(label: string, formerProvince: FormerProvince): string {
  return `${formerProvince.code} ${spellingKeys(label).marked}`;
}
